import { ArrowLeft, SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { setLibrary, showPlace } from '../../session/library/library-selection.ts';
import { hasFacets } from '../../session/library/library-state.ts';
import type { LibraryView } from '../../session/library/library-view.ts';
import { FilterField } from '../parts/filter-field.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { ChipsButton } from '../parts/table-tools.tsx';
import { TagFilterChip } from '../parts/tag-filter-chip.tsx';
import { FacetChips } from './facet-chips.tsx';
import { LateViewMenu } from './late-menus.tsx';
import type { LibraryList } from './use-library-list.ts';

/** The filter with its chips, how the list is shown, and the place if it is not the list of articles. */
export function LibraryHead(props: {
  readonly list: LibraryList;
  readonly view: LibraryView;
  readonly isWide: boolean;
}): ReactNode {
  const session = useSession();
  const { list, view } = props;
  const { place, filter, facets } = useSessionState((state) => state.library);
  const [chipsAsked, setChipsAsked] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const total = list.items.length;
  const chipsShown = chipsAsked || hasFacets(facets);
  const count = total.toLocaleString('en-GB');
  return (
    <div className="library-head">
      {place === 'trash' && <TrashHead count={total} />}
      <div className="library-filter">
        <FilterField
          label="Filter articles"
          placeholder={`Filter ${count} ${total === 1 ? 'article' : 'articles'}`}
          value={filter}
          around=".library"
          onChange={(value) => setLibrary(session, { filter: value })}
        />
        {place === 'articles' && (
          <>
            <ChipsButton
              label="Narrow by state, outlet, language or tag"
              isOpen={chipsShown}
              isSet={hasFacets(facets)}
              onToggle={() => setChipsAsked(!chipsAsked)}
            />
            <button
              ref={menuButton}
              type="button"
              className="button quiet icon"
              aria-haspopup="menu"
              aria-expanded={menuOpen}
              aria-label="Sort, group and columns"
              title="Sort, group and columns"
              onClick={() => setMenuOpen(true)}
            >
              <SlidersHorizontal size={16} aria-hidden="true" />
            </button>
            {menuOpen && (
              <LateViewMenu
                view={view}
                groups={list.groups}
                isWide={props.isWide}
                trigger={menuButton}
                onClose={() => setMenuOpen(false)}
              />
            )}
          </>
        )}
      </div>
      {place === 'articles' && chipsShown && <FacetChips items={list.items} />}
      {place === 'articles' && <TagFilterChip />}
      {list.shown.length < total && (
        <div className="library-count" aria-hidden="true">
          {list.shown.length.toLocaleString('en-GB')} of {count}
        </div>
      )}
      {view.group === 'cluster' && place === 'articles' && <ClustersPending />}
    </div>
  );
}

function TrashHead({ count }: { readonly count: number }): ReactNode {
  const session = useSession();
  return (
    <div className="library-place">
      <button
        type="button"
        className="button quiet icon"
        aria-label="Back to the articles"
        title="Back to the articles"
        onClick={() => showPlace(session, 'articles')}
      >
        <ArrowLeft size={16} aria-hidden="true" />
      </button>
      <h2>Trash</h2>
      <button
        type="button"
        className="button quiet"
        disabled={count === 0 || session.store.project.readOnly !== null}
        onClick={() => session.openDialog({ kind: 'empty-trash' })}
      >
        Empty trash…
      </button>
    </div>
  );
}

/** Near duplicates are found while the catalogue reads the texts. */
function ClustersPending(): ReactNode {
  const catalogue = useSessionState((state) => state.catalogue);
  if (catalogue === null || catalogue.state === 'ready') return null;
  return (
    <p className="library-count">
      {catalogue.state === 'failed'
        ? (catalogue.message ?? 'Near duplicates can’t be told now.')
        : `Comparing texts: ${catalogue.indexed.toLocaleString('en-GB')} of ${catalogue.total.toLocaleString('en-GB')}`}
    </p>
  );
}
