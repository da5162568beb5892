import type { ReactNode } from 'react';
import { listArticle } from '../../session/article-list.ts';
import type { EvidenceItem } from '../../session/evidence/evidence-item.ts';
import { narrowEvidence } from '../../session/evidence/evidence-selection.ts';
import {
  type EvidenceFacets,
  hasEvidenceFacets,
  noEvidenceFacets,
  type Presence,
} from '../../session/evidence/evidence-state.ts';
import { type EvidenceValues, evidenceValues } from '../../session/evidence/evidence-values.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ValueChip } from '../parts/value-chip.tsx';

const presences: readonly (readonly ['note' | 'link' | 'claim', string])[] = [
  ['note', 'Note'],
  ['link', 'Link'],
  ['claim', 'Claim'],
];

/** One press goes on from "no matter" to "with" to "without". */
const nextPresence: Readonly<Record<Presence, Presence>> = {
  any: 'with',
  with: 'without',
  without: 'any',
};

/** Chips that narrow the table by where its passages come from and what hangs on them. */
export function EvidenceChips({ items }: { readonly items: readonly EvidenceItem[] }): ReactNode {
  const session = useSession();
  const facets = useSessionState((state) => state.evidence.facets);
  const { records } = session.store;
  const change = (patch: Partial<EvidenceFacets>): void =>
    narrowEvidence(session, { facets: { ...facets, ...patch } });
  const values = (name: EvidenceValues) => () => evidenceValues(items, name, records);
  const isBackwards = facets.from !== '' && facets.to !== '' && facets.from > facets.to;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its legend
    <div className="library-chips evidence-chips" role="group" aria-label="Narrow the annotations">
      <ValueChip
        title="Outlet"
        values={values('outlets')}
        chosen={facets.outlets}
        nameOf={outletName}
        empty="No passage comes from an outlet yet."
        onChange={(outlets) => change({ outlets })}
      />
      <ValueChip
        title="Article"
        values={values('articleIds')}
        chosen={facets.articleIds}
        nameOf={(id) => {
          const article = records.get('article', id);
          if (article === null) return 'removed article';
          return `${article.number} ${listArticle(article).metadata.title}`;
        }}
        empty="No article has an annotation yet."
        onChange={(articleIds) => change({ articleIds })}
      />
      <ValueChip
        title="Filed under"
        values={values('claimIds')}
        chosen={facets.claimIds}
        nameOf={(id) => {
          const claim = records.get('claim', id);
          return claim === null ? 'removed claim' : `C${claim.number} ${claim.wording}`;
        }}
        empty="No passage is filed under a claim yet."
        onChange={(claimIds) => change({ claimIds })}
      />
      <ValueChip
        title="Author"
        values={values('authors')}
        chosen={facets.authors}
        nameOf={(name) => name}
        empty="Nothing is annotated yet."
        onChange={(authors) => change({ authors })}
      />
      {presences.map(([name, title]) => (
        <button
          key={name}
          type="button"
          className="chip"
          data-on={facets[name] !== 'any' || undefined}
          aria-label={`${title}: ${facets[name] === 'any' ? 'no matter' : facets[name]}`}
          onClick={() => change({ [name]: nextPresence[facets[name]] })}
        >
          {facets[name] === 'any'
            ? title
            : `${facets[name] === 'with' ? 'With' : 'Without'} ${title.toLowerCase()}`}
        </button>
      ))}
      <DayField
        label="Published from"
        value={facets.from}
        isInvalid={isBackwards}
        onChange={(from) => change({ from })}
      />
      <DayField
        label="to"
        value={facets.to}
        isInvalid={isBackwards}
        onChange={(to) => change({ to })}
      />
      {isBackwards && (
        <p className="objection" role="alert">
          The first day is after the last, so no article is between them.
        </p>
      )}
      {hasEvidenceFacets(facets) && (
        <button
          type="button"
          className="button quiet chip-clear"
          onClick={() => narrowEvidence(session, { facets: noEvidenceFacets })}
        >
          Show all
        </button>
      )}
    </div>
  );
}

function outletName(outlet: string): string {
  return outlet === '' ? 'Not stated' : outlet;
}

function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly onChange: (day: string) => void;
}): ReactNode {
  return (
    <label className="evidence-day" data-on={props.value !== '' || undefined}>
      {props.label}
      <input
        type="date"
        value={props.value}
        aria-invalid={props.isInvalid}
        aria-label={props.label === 'to' ? 'Published to' : props.label}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}
