import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SavedSearchRecord } from '../../../app/record/records.ts';
import { focusNamed } from '../../session/focus.ts';
import {
  changeSavedName,
  countSaved,
  deleteSavedSearch,
  runSavedSearch,
  savedAs,
  saveSearch,
} from '../../session/search/saved-search.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** The searches that were saved, to be run with one press, and the way to save the present one. */
export function SavedSearches(): ReactNode {
  const saved = useRecords((records) => records.list('savedSearch'));
  const search = useSessionState((state) => state.search);
  const present = savedAs(saved, search);
  const version = useSessionState((state) => state.catalogue?.version ?? 0);
  const counts = useCounts(saved, version);
  const isNew = search.query.trim() !== '' && search.problem === null && present === null;
  return (
    <section className="saved-searches" aria-label="Saved searches">
      {saved.length > 0 && (
        <ul aria-label="Saved searches">
          {saved.map((one) => (
            <SavedItem
              key={one.id}
              saved={one}
              isPresent={one === present}
              count={counts.get(one.id) ?? null}
            />
          ))}
        </ul>
      )}
      {isNew && <SaveForm key={search.query} suggestion={search.query.trim()} />}
    </section>
  );
}

function SaveForm({ suggestion }: { readonly suggestion: string }): ReactNode {
  const session = useSession();
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <button
        type="button"
        className="button quiet save-open"
        disabled={session.store.project.readOnly !== null}
        onClick={() => setName(suggestion)}
      >
        Save this search…
      </button>
    );
  }
  return (
    <form
      className="save-search"
      onSubmit={(event) => {
        event.preventDefault();
        saveSearch(session, name);
        focusNamed('search');
      }}
    >
      <input
        aria-label="Name of the search"
        value={name}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the field was asked for by the button just pressed
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setName(null);
          focusNamed('search');
        }}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        Save
      </button>
    </form>
  );
}

function SavedItem(props: {
  readonly saved: SavedSearchRecord;
  readonly isPresent: boolean;
  readonly count: number | null;
}): ReactNode {
  const session = useSession();
  const { saved, count } = props;
  const [renaming, setRenaming] = useState(false);
  const readOnly = session.store.project.readOnly !== null;
  if (renaming) return <RenameForm saved={saved} onEnd={() => setRenaming(false)} />;
  return (
    <li className="saved-search" data-present={props.isPresent || undefined}>
      <button
        type="button"
        className="saved-run"
        aria-current={props.isPresent || undefined}
        title={saved.query}
        onClick={() => runSavedSearch(session, saved)}
      >
        <span className="saved-name">{saved.name}</span>
        {count !== null && (
          <span className="saved-count">
            {count.toLocaleString('en-GB')}
            <span className="visually-hidden"> {count === 1 ? 'article' : 'articles'}</span>
          </span>
        )}
      </button>
      <button
        type="button"
        className="button quiet icon"
        aria-label={`Rename the search ${saved.name}`}
        title="Rename"
        disabled={readOnly}
        onClick={() => setRenaming(true)}
      >
        <Pencil size={13} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="button quiet icon"
        aria-label={`Delete the search ${saved.name}`}
        title="Delete"
        disabled={readOnly}
        onClick={() => {
          deleteSavedSearch(session, saved);
          focusNamed('search');
        }}
      >
        <Trash2 size={13} aria-hidden="true" />
      </button>
    </li>
  );
}

function RenameForm(props: {
  readonly saved: SavedSearchRecord;
  readonly onEnd: () => void;
}): ReactNode {
  const session = useSession();
  const { saved, onEnd } = props;
  const [name, setName] = useState(saved.name);
  // Leaving the field keeps the name, unless it is left by Escape.
  const isOver = useRef(false);
  const end = (newName: string | null): void => {
    if (isOver.current) return;
    isOver.current = true;
    if (newName !== null) changeSavedName(session, saved, newName);
    onEnd();
  };
  return (
    <li className="saved-search">
      <form
        className="save-search"
        onSubmit={(event) => {
          event.preventDefault();
          end(name);
          focusNamed('search');
        }}
      >
        <input
          aria-label={`New name of the search ${saved.name}`}
          value={name}
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: the field was asked for by the button just pressed
          autoFocus
          onChange={(event) => setName(event.target.value)}
          onBlur={() => end(name)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            end(null);
            focusNamed('search');
          }}
        />
      </form>
    </li>
  );
}

/** How many articles each finds: asked one after the other, again when the catalogue answers otherwise. */
function useCounts(
  saved: readonly SavedSearchRecord[],
  version: number,
): ReadonlyMap<string, number> {
  const session = useSession();
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the catalogue is the reason to ask again
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      for (const one of saved) {
        const count = await countSaved(session, one);
        if (left) return;
        if (count !== null) setCounts((known) => new Map([...known, [one.id, count]]));
      }
    };
    void ask();
    return () => {
      left = true;
    };
  }, [session, saved, version]);
  return counts;
}
