import {
  CaseSensitive,
  ChevronDown,
  ChevronUp,
  Highlighter,
  Regex,
  WholeWord,
  X,
} from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { changeFind, closeFind, highlightFound, stepFind } from '../../session/search/find.ts';
import type { FindState } from '../../session/search/find-state.ts';
import type { Pane } from '../../session/session-state.ts';
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
      <div className="find-field">
        <input
          type="search"
          aria-label="Find in article"
          aria-invalid={find.problem !== null}
          aria-describedby="find-said find-problem"
          data-focus-name="find"
          data-none={(none && find.text !== '' && !find.searching) || undefined}
          placeholder={isPattern ? 'Regular expression' : 'Find in this article'}
          spellCheck={false}
          value={find.text}
          onFocus={(event) => event.target.select()}
          onChange={({ target }) => changeFind(session, { text: target.value })}
        />
        <span className="find-said" id="find-said" role="status">
          {saidOf(find)}
        </span>
      </div>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Previous"
        title="Previous (Shift Enter, Shift F3)"
        disabled={none}
        onClick={() => stepFind(session, -1)}
      >
        <ChevronUp size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Next"
        title="Next (Enter, F3)"
        disabled={none}
        onClick={() => stepFind(session, 1)}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <Toggle
        name="Match case"
        title="Upper and lower case and accents as typed"
        on={find.matchCase}
        icon={<CaseSensitive size={16} aria-hidden="true" />}
        onChange={(matchCase) => changeFind(session, { matchCase })}
      />
      <Toggle
        name="Whole words"
        on={find.wholeWords}
        icon={<WholeWord size={16} aria-hidden="true" />}
        onChange={(wholeWords) => changeFind(session, { wholeWords })}
      />
      <Toggle
        name="Regular expression"
        on={isPattern}
        icon={<Regex size={16} aria-hidden="true" />}
        onChange={(on) => changeFind(session, { language: on ? 'pattern' : 'words' })}
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
      <button
        type="button"
        className="button quiet icon"
        aria-label="Close the find bar"
        title="Close (Escape)"
        onClick={() => closeFind(session)}
      >
        <X size={16} aria-hidden="true" />
      </button>
      <p className="find-problem" id="find-problem" role="status" hidden={find.problem === null}>
        {find.problem}
      </p>
    </search>
  );
}

function Toggle(props: {
  readonly name: string;
  readonly title?: string;
  readonly on: boolean;
  readonly icon: ReactNode;
  readonly onChange: (on: boolean) => void;
}): ReactNode {
  return (
    <button
      type="button"
      className="button quiet icon find-toggle"
      aria-label={props.name}
      title={props.title ?? props.name}
      aria-pressed={props.on}
      onClick={() => props.onChange(!props.on)}
    >
      {props.icon}
    </button>
  );
}

function saidOf(find: FindState): string {
  if (find.problem !== null) return '';
  if (find.searching) return 'Looking…';
  if (find.text === '') return '';
  if (find.hits.length === 0) return 'Not found';
  const count = find.hits.length.toLocaleString('en-GB');
  const place = `${(find.current + 1).toLocaleString('en-GB')} of ${count}`;
  return find.wrapped ? `${place}, past the end` : place;
}
