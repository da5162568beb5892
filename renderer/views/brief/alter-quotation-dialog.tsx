import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { QuoteAlteration } from '../../../app/brief/quote-alterations.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import {
  alterDraft,
  type DraftWord,
  type QuoteDraft,
  type QuoteStep,
  saveAlterations,
} from '../../session/writing/alter-quotation.ts';
import {
  forgetQuoteDraft,
  keepQuoteDraft,
  resumedQuoteDraft,
} from '../../session/writing/quote-drafts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/**
 * Asks what of a quotation is left out and what is put in. The exact words are always in view; they are gone through and
 * selected word by word, with the keyboard or the pointer. Escape keeps what was done for the next time, Cancel gives it up.
 */
export function AlterQuotationDialog(props: {
  readonly annotationId: AnnotationId;
  readonly alterations: readonly QuoteAlteration[];
}): ReactNode {
  const session = useSession();
  const { alterations } = props;
  const [resumed] = useState(() => resumedQuoteDraft(session, props.annotationId, alterations));
  const [draft, showDraft] = useState(resumed?.draft ?? null);
  const title = 'Shorten or interpolate';
  const close = (): void => session.closeDialog();
  const setDraft = (next: QuoteDraft): void => {
    showDraft(next);
    keepQuoteDraft(session, alterations, next);
  };
  if (draft === null) {
    return (
      <Dialog closeButton title={title} onClose={close}>
        <p>The annotation was removed.</p>
      </Dialog>
    );
  }
  return (
    <Dialog wide title={title} onClose={close}>
      <Words draft={draft} onDraft={setDraft} />
      <Printed draft={draft} />
      {resumed?.isBegun === true && (
        <p className="hint">You began this before and did not finish it. Cancel gives it up.</p>
      )}
      <div className="dialog-buttons">
        <button
          type="button"
          className="button"
          disabled={draft.alterations.length === 0}
          onClick={() =>
            setDraft(alterDraft(draft, { kind: 'restore' }, 0, draft.words.length - 1))
          }
        >
          Restore all
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            forgetQuoteDraft(session);
            close();
          }}
        >
          Cancel
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            forgetQuoteDraft(session);
            close();
            saveAlterations(session, draft);
          }}
        >
          Done
        </button>
      </div>
    </Dialog>
  );
}

/** Words are selected from `anchor` to `head`, both counted from 0 and included. */
function Words(props: {
  readonly draft: QuoteDraft;
  readonly onDraft: (draft: QuoteDraft) => void;
}): ReactNode {
  const { draft, onDraft } = props;
  const { words } = draft;
  const [anchor, setAnchor] = useState(0);
  const [head, setHead] = useState(0);
  const [asking, setAsking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => list.current?.focus(), []);
  const first = Math.min(anchor, head);
  const last = Math.max(anchor, head);
  const act = (step: QuoteStep): void => {
    onDraft(alterDraft(draft, step, first, last));
    setAsking(false);
    list.current?.focus();
  };
  const go = (to: number, extend: boolean): void => {
    const next = Math.max(0, Math.min(words.length - 1, to));
    setHead(next);
    if (!extend) setAnchor(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Partial<Record<string, number>> = {
      ArrowRight: head + 1,
      ArrowDown: head + 1,
      ArrowLeft: head - 1,
      ArrowUp: head - 1,
      Home: 0,
      End: words.length - 1,
    };
    const to = steps[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (to !== undefined) go(to, event.shiftKey);
    else if (event.key === 'Delete' || event.key === 'Backspace') act({ kind: 'leave-out' });
    else if (event.key === 'Insert' || event.key.toLowerCase() === 'r') act({ kind: 'restore' });
    else if (event.key === 'Enter' || event.key === '[') setAsking(true);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div
        ref={list}
        className="alter-words"
        role="listbox"
        aria-label="Exact words of the quotation"
        aria-multiselectable="true"
        aria-activedescendant={`${id}-${head}`}
        aria-describedby={`${id}-keys`}
        tabIndex={0}
        dir="auto"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          const at = wordAt(event.target);
          if (at !== null) go(at, event.shiftKey);
        }}
        onPointerMove={(event) => {
          const at = event.buttons === 1 ? wordAt(event.target) : null;
          if (at !== null) go(at, true);
        }}
      >
        {words.map((word, index) => (
          <Word
            key={word.start}
            id={`${id}-${index}`}
            word={word}
            index={index}
            selected={index >= first && index <= last}
            active={index === head}
          />
        ))}
      </div>
      <p className="hint" id={`${id}-keys`}>
        Arrow keys go from word to word, with Shift they select. <kbd>Del</kbd> leaves out,{' '}
        <kbd>Enter</kbd> puts in, <kbd>R</kbd> restores.
      </p>
      <div className="alter-actions">
        <button type="button" className="button" onClick={() => act({ kind: 'leave-out' })}>
          Leave out
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          Put in…
        </button>
        <button type="button" className="button" onClick={() => act({ kind: 'restore' })}>
          Restore
        </button>
      </div>
      {asking && <PutIn onStep={act} />}
    </>
  );
}

function PutIn({ onStep }: { readonly onStep: (step: QuoteStep) => void }): ReactNode {
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onStep({ kind: 'put-in', text });
  };
  return (
    <form className="alter-put-in" onSubmit={submit}>
      <input
        aria-label="Words in brackets"
        placeholder="the minister"
        maxLength={2_000}
        // biome-ignore lint/a11y/noAutofocus: the field was asked for by the key just pressed
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button" disabled={text.trim() === ''}>
        In their place
      </button>
      <button
        type="button"
        className="button"
        disabled={text.trim() === ''}
        onClick={() => onStep({ kind: 'put-before', text })}
      >
        Before them
      </button>
    </form>
  );
}

function Word(props: {
  readonly id: string;
  readonly word: DraftWord;
  readonly index: number;
  readonly selected: boolean;
  readonly active: boolean;
}): ReactNode {
  const { word, index } = props;
  return (
    <>
      {word.before}
      {/* The list has the keyboard and says by aria-activedescendant which word is meant. */}
      <span
        id={props.id}
        role="option"
        tabIndex={-1}
        aria-selected={props.selected}
        aria-label={wordName(word)}
        data-word={index}
        data-active={props.active || undefined}
        data-state={typeof word.state === 'string' ? word.state : 'replaced'}
        className="alter-word"
      >
        {word.ahead !== null && <ins>[{word.ahead}] </ins>}
        <span className="alter-word-text">{word.text}</span>
      </span>
    </>
  );
}

function wordName({ text, state, ahead }: DraftWord): string {
  const put = ahead === null ? '' : `, before it ${ahead}`;
  if (state === 'kept') return `${text}${put}`;
  return state === 'left-out'
    ? `${text}, left out${put}`
    : `${text}, in its place ${state.instead}${put}`;
}

function wordAt(target: EventTarget): number | null {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-word]') : null;
  return word === null ? null : Number(word.dataset.word);
}

function Printed({ draft }: { readonly draft: QuoteDraft }): ReactNode {
  return (
    <section className="alter-printed" aria-label="As printed">
      <h3>As printed</h3>
      <p dir="auto" aria-live="polite">
        {draft.printed.map((piece) =>
          piece.kind === 'source' ? (
            piece.text
          ) : (
            <span
              key={piece.place}
              className="alter-piece"
              title={`Left out: ${piece.omitted.trim()}`}
            >
              {piece.text}
            </span>
          ),
        )}
      </p>
    </section>
  );
}
