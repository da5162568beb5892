import type { KeyboardEvent, ReactNode } from 'react';
import {
  type BriefFind,
  changeBriefFind,
  closeBriefFind,
  openBriefFind,
  replaceAllFound,
  replaceFound,
  stepBriefFind,
} from '../../session/writing/find-in-brief.ts';
import { FindControls, FindEnd } from '../parts/find-controls.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** The bar over a brief that finds words in it and puts others in their place, while it is open. */
export function BriefFindBar(): ReactNode {
  const find = useSessionState((state) => state.briefFind);
  return find === null ? null : <OpenBriefFindBar find={find} />;
}

function OpenBriefFindBar({ find }: { readonly find: BriefFind }): ReactNode {
  const session = useSession();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const inReplacement = (event.target as HTMLElement).dataset.focusName === 'brief-replace';
    if (event.key === 'Escape') closeBriefFind(session);
    else if (event.key === 'F3') stepBriefFind(session, event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      if (!inReplacement) stepBriefFind(session, event.shiftKey ? -1 : 1);
      else if (event.ctrlKey || event.metaKey) replaceAllFound(session);
      else replaceFound(session);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="find-bar brief-find" aria-label="Find in brief" onKeyDown={onKeyDown}>
      <FindControls
        find={find}
        name="brief-find"
        within="brief"
        isPattern={find.isPattern}
        onChange={(patch) => changeBriefFind(session, patch)}
        onPattern={(isPattern) => changeBriefFind(session, { isPattern })}
        onStep={(step) => stepBriefFind(session, step)}
      />
      {find.replaces ? (
        <ReplaceField find={find} />
      ) : (
        <button
          type="button"
          className="button quiet"
          disabled={session.store.project.readOnly !== null}
          onClick={() => openBriefFind(session, { replaces: true })}
        >
          Replace…
        </button>
      )}
      <FindEnd name="brief-find" problem={find.problem} onClose={() => closeBriefFind(session)} />
      {find.done !== null && <p className="find-done">{find.done}</p>}
    </search>
  );
}

function ReplaceField({ find }: { readonly find: BriefFind }): ReactNode {
  const session = useSession();
  const none = find.hits.length === 0;
  return (
    <div className="brief-replace">
      <input
        type="text"
        className="brief-replacement"
        aria-label="Replace with"
        data-focus-name="brief-replace"
        placeholder={find.isPattern ? 'Replace with, $1 for a group' : 'Replace with'}
        spellCheck={false}
        value={find.replacement}
        onChange={({ target }) => changeBriefFind(session, { replacement: target.value })}
      />
      <button
        type="button"
        className="button quiet"
        title="Replace this place and go to the next (Enter)"
        disabled={none}
        onClick={() => replaceFound(session)}
      >
        Replace
      </button>
      <button
        type="button"
        className="button quiet"
        title="Replace all places, as one step of undo (Control Enter)"
        disabled={none}
        onClick={() => replaceAllFound(session)}
      >
        Replace all
      </button>
    </div>
  );
}
