import { type ReactNode, useState } from 'react';
import { countOf, listArticle } from '../../session/article-list.ts';
import {
  countedValues,
  linkArticles,
  linkClaims,
  linkOutlets,
} from '../../session/links/link-filter.ts';
import type { LinkItem } from '../../session/links/link-item.ts';
import { exportLinks } from '../../session/links/links-export.ts';
import { narrowLinks } from '../../session/links/links-selection.ts';
import { hasLinkFacets, type LinkFacets, noLinkFacets } from '../../session/links/links-state.ts';
import type { LinksView } from '../../session/links/links-view.ts';
import { FilterField } from '../parts/filter-field.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ChipsButton, ExportCsvButton } from '../parts/table-tools.tsx';
import { ValueChip } from '../parts/value-chip.tsx';
import { LinksGrid } from './links-grid.tsx';
import { SelectedLinks } from './selected-links.tsx';
import { useLinkList } from './use-link-list.ts';

/** The links as rows, what narrows them, and what can be done with those that are selected. */
export function LinksTable({ view }: { readonly view: LinksView }): ReactNode {
  const session = useSession();
  const list = useLinkList(view);
  const words = useSessionState((state) => state.links.words);
  const facets = useSessionState((state) => state.links.facets);
  const selected = useSessionState((state) => state.links.selected);
  const [chipsAsked, setChipsAsked] = useState(false);
  const chipsShown = chipsAsked || hasLinkFacets(facets);
  const count = list.shown.length;
  return (
    <div className="links-table">
      <div className="evidence-head">
        <div className="library-filter">
          <FilterField
            label="Filter the links"
            placeholder="Filter by number, words of either end or note"
            value={words}
            around=".links-table"
            onChange={(value) => narrowLinks(session, { words: value })}
          />
          <ChipsButton
            label="Narrow by type, article, outlet or claim"
            isOpen={chipsShown}
            isSet={hasLinkFacets(facets)}
            onToggle={() => setChipsAsked(!chipsAsked)}
          />
          <ExportCsvButton onExport={() => void exportLinks(session, list.shown)} />
          <span className="links-count" role="status">
            {count === list.items.length ? '' : `${count.toLocaleString('en-GB')} shown`}
          </span>
        </div>
        {chipsShown && <LinkChips items={list.items} />}
      </div>
      {count === 0 ? <NothingFound /> : <LinksGrid list={list} view={view} />}
      <p className="visually-hidden" role="status">
        {selected.size > 0 && `${countOf(selected.size, 'link')} selected`}
      </p>
      {selected.size > 0 && <SelectedLinks shown={list.shown} />}
    </div>
  );
}

/** One press goes on from "no matter" to "with" to "without". */
const nextNote = { any: 'with', with: 'without', without: 'any' } as const;

function LinkChips({ items }: { readonly items: readonly LinkItem[] }): ReactNode {
  const session = useSession();
  const facets = useSessionState((state) => state.links.facets);
  const { records } = session.store;
  const change = (patch: Partial<LinkFacets>): void =>
    narrowLinks(session, { facets: { ...facets, ...patch } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its legend
    <div className="library-chips" role="group" aria-label="Narrow the links">
      <ValueChip
        title="Type"
        values={() => countedValues(items, ({ link }) => [link.typeId])}
        chosen={facets.typeIds}
        nameOf={(id) => records.get('linkType', id)?.name ?? 'removed type'}
        empty="There is no link yet."
        onChange={(typeIds) => change({ typeIds })}
      />
      <ValueChip
        title="Article"
        values={() => countedValues(items, linkArticles)}
        chosen={facets.articleIds}
        nameOf={(id) => {
          const article = records.get('article', id);
          if (article === null) return 'removed article';
          return `${article.number} ${listArticle(article).metadata.title}`;
        }}
        empty="No passage is linked yet."
        onChange={(articleIds) => change({ articleIds })}
      />
      <ValueChip
        title="Outlet"
        values={() => countedValues(items, linkOutlets)}
        chosen={facets.outlets}
        nameOf={(outlet) => (outlet === '' ? 'Not stated' : outlet)}
        empty="No passage is linked yet."
        onChange={(outlets) => change({ outlets })}
      />
      <ValueChip
        title="Linked claim"
        values={() => countedValues(items, linkClaims)}
        chosen={facets.claimIds}
        nameOf={(id) => {
          const claim = records.get('claim', id);
          return claim === null ? 'removed claim' : `C${claim.number} ${claim.wording}`;
        }}
        empty="No claim is linked yet."
        onChange={(claimIds) => change({ claimIds })}
      />
      <button
        type="button"
        className="chip"
        data-on={facets.note !== 'any' || undefined}
        aria-label={`Note: ${facets.note === 'any' ? 'no matter' : facets.note}`}
        onClick={() => change({ note: nextNote[facets.note] })}
      >
        {{ any: 'Note', with: 'With note', without: 'Without note' }[facets.note]}
      </button>
      <button
        type="button"
        className="chip"
        data-on={facets.across || undefined}
        aria-pressed={facets.across}
        onClick={() => change({ across: !facets.across })}
      >
        Between different articles
      </button>
      {hasLinkFacets(facets) && (
        <button
          type="button"
          className="button quiet chip-clear"
          onClick={() => narrowLinks(session, { facets: noLinkFacets })}
        >
          Show all
        </button>
      )}
    </div>
  );
}

/** Why nothing is listed, and what to do. */
function NothingFound(): ReactNode {
  const session = useSession();
  const words = useSessionState((state) => state.links.words.trim());
  const facets = useSessionState((state) => state.links.facets);
  const reasons = [
    ...(words === '' ? [] : [`has “${words}” in one of its ends or its note`]),
    ...(hasLinkFacets(facets) ? ['is left by the chips above'] : []),
  ];
  return (
    <div className="library-empty">
      <p className="empty">
        {reasons.length === 0
          ? 'All links lead to articles that are in the trash.'
          : `No link ${reasons.join(' and ')}.`}
      </p>
      {reasons.length > 0 && (
        <button
          type="button"
          className="button"
          data-begin
          onClick={() => narrowLinks(session, { words: '', facets: noLinkFacets })}
        >
          Show all links
        </button>
      )}
    </div>
  );
}
