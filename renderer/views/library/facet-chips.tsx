import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { unknownValue } from '../../session/library/library-filter.ts';
import { languageName } from '../../session/library/library-groups.ts';
import type { LibraryItem } from '../../session/library/library-item.ts';
import { clearSelection, setLibrary } from '../../session/library/library-selection.ts';
import { hasFacets, type LibraryFacets, noFacets } from '../../session/library/library-state.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { LateFacetMenu } from './late-menus.tsx';

const marks = [
  ['starred', 'Starred'],
  ['unread', 'Unread'],
  ['archived', 'Archived'],
] as const;

/** Chips that narrow the list by what articles are. */
export function FacetChips({ items }: { readonly items: readonly LibraryItem[] }): ReactNode {
  const session = useSession();
  const facets = useSessionState((state) => state.library.facets);
  const tags = useRecords((records) => records.list('tag'));
  const change = (patch: Partial<LibraryFacets>): void => {
    // What is selected and no longer seen must not be acted on.
    clearSelection(session);
    setLibrary(session, { facets: { ...facets, ...patch } });
  };
  const nameTag = (id: string): string => tags.find((tag) => tag.id === id)?.name ?? 'removed tag';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its legend
    <div className="library-chips" role="group" aria-label="Narrow the list">
      {marks.map(([mark, title]) => (
        <button
          key={mark}
          type="button"
          className="chip"
          aria-pressed={facets[mark]}
          onClick={() => change({ [mark]: !facets[mark] })}
        >
          {title}
        </button>
      ))}
      <FacetChip
        title="Outlet"
        facet="outlets"
        items={items}
        chosen={facets.outlets}
        nameOf={(value) => (value === unknownValue ? 'Not stated' : value)}
        onChange={(outlets) => change({ outlets })}
      />
      <FacetChip
        title="Language"
        facet="languages"
        items={items}
        chosen={facets.languages}
        nameOf={(value) => (value === unknownValue ? 'Not known' : languageName(value))}
        onChange={(languages) => change({ languages })}
      />
      <FacetChip
        title="Tag"
        facet="tagIds"
        items={items}
        chosen={facets.tagIds}
        nameOf={nameTag}
        onChange={(chosen) => change({ tagIds: chosen as LibraryFacets['tagIds'] })}
      />
      {hasFacets(facets) && (
        <button
          type="button"
          className="button quiet chip-clear"
          onClick={() => {
            clearSelection(session);
            setLibrary(session, { facets: noFacets });
          }}
        >
          Show all
        </button>
      )}
    </div>
  );
}

function FacetChip(props: {
  readonly title: string;
  readonly facet: 'languages' | 'tagIds' | 'outlets';
  readonly items: readonly LibraryItem[];
  readonly chosen: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const { title, chosen, nameOf } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [first] = chosen;
  const text =
    first === undefined
      ? title
      : chosen.length === 1
        ? nameOf(first)
        : `${title}: ${chosen.length}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="chip"
        data-on={chosen.length > 0 || undefined}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={chosen.length === 0 ? title : `${title}: ${chosen.map(nameOf).join(', ')}`}
        onClick={() => setOpen(true)}
      >
        <span className="chip-text">{text}</span>
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      {open && (
        <LateFacetMenu
          title={title}
          facet={props.facet}
          items={props.items}
          chosen={chosen}
          nameOf={nameOf}
          trigger={button}
          onChange={props.onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
