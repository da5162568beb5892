import { Highlighter } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { changeFind, closeFind, highlightFound, stepFind } from '../../session/search/find.ts';
import type { FindState } from '../../session/search/find-state.ts';
import type { Pane } from '../../session/session-state.ts';
import { FindControls, FindEnd } from '../parts/find-controls.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** The bar over a text that finds words in it, while it is open. */
export function FindBar({ pane }: { readonly pane: Pane['id'] }): ReactNode {
  const find = useSessionState((state) => (state.find?.pane === pane ? state.find : null));
  return find === null ? null : <OpenFindBar find={find} />;
}

function OpenFindBar({ find }: { readonly find: FindState }): ReactNode {
  const session = useSession();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') closeFind(session);
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      stepFind(session, event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isPattern = find.language === 'pattern';
  const none = find.hits.length === 0;
  return (
    <search className="find-bar" aria-label="Find bar" onKeyDown={onKeyDown}>
      <FindControls
        find={find}
        name="find"
        within="article"
        isPattern={isPattern}
        onChange={(patch) => changeFind(session, patch)}
        onPattern={(on) => changeFind(session, { language: on ? 'pattern' : 'words' })}
        onStep={(step) => stepFind(session, step)}
      />
      <button
        type="button"
        className="button quiet find-all"
        title="Highlight all hits"
        disabled={none || session.store.project.readOnly !== null}
        onClick={() => void highlightFound(session, null)}
      >
        <Highlighter size={15} aria-hidden="true" />
        <span>Highlight all hits</span>
      </button>
      <FindEnd name="find" problem={find.problem} onClose={() => closeFind(session)} />
    </search>
  );
}
