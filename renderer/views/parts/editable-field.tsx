import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { focusArea } from '../../session/focus.ts';
import type { PendingEdit } from '../../session/writing/draft.ts';
import { useSession } from './session-context.ts';

/**
 * A labelled field whose text is handed over when it is left or Enter is pressed; Escape takes the typing back, once
 * more it leaves the field for the Desk. What
 * `check` objects to stays in the field with the objection beside it and is not handed over.
 */
export function EditableField(props: {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly multiline?: boolean;
  /** For the first field of a dialog: it has the focus, with all of its text selected. */
  readonly autoFocus?: boolean;
  /** For commands that put the focus here, see `focusNamed`. */
  readonly focusName?: string;
  readonly check?: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
}): ReactNode {
  const session = useSession();
  const id = useId();
  const [text, setText] = useState(props.value);
  const [objection, setObjection] = useState<string | null>(null);
  useEffect(() => {
    setText(props.value);
    setObjection(null);
  }, [props.value]);
  const commit = (): void => {
    const trimmed = text.trim();
    const found = props.check?.(trimmed) ?? null;
    setObjection(found);
    if (found === null && trimmed !== props.value) props.onCommit(trimmed);
  };
  const edit = useRef({ pending: false, flush: commit });
  edit.current.flush = commit;
  edit.current.pending = text.trim() !== props.value && objection === null;
  useEffect(() => {
    session.noteDrafts();
  });
  // A view may go while a field in it has the focus, and a window may close: what was typed is handed over first.
  useEffect(() => {
    const pending: PendingEdit = {
      get pending() {
        return edit.current.pending;
      },
      flush: () => {
        if (edit.current.pending) edit.current.flush();
      },
    };
    session.drafts.add(pending);
    return () => {
      pending.flush();
      session.drafts.delete(pending);
      session.noteDrafts();
    };
  }, [session]);
  const described = [objection === null ? null : `${id}-objection`, props.describedBy ?? null];
  const shared = {
    id,
    'data-focus-name': props.focusName,
    // A dialog leaves Escape to a field that has something to take back, see `Dialog`.
    'data-edited': text !== props.value || objection !== null || undefined,
    autoFocus: props.autoFocus,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (props.autoFocus === true) event.currentTarget.select();
    },
    value: text,
    placeholder: props.placeholder,
    'aria-invalid': objection !== null,
    'aria-describedby': described.filter((part) => part !== null).join(' ') || undefined,
    onBlur: commit,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        // The first press takes the typing back, the next one leaves.
        if (text === props.value && objection === null) focusArea(session, 'desk');
        else event.stopPropagation();
        setText(props.value);
        setObjection(null);
      }
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
      event.preventDefault();
      commit();
    },
  };
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {props.multiline === true ? (
        <textarea rows={3} {...shared} onChange={(event) => setText(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => setText(event.target.value)} />
      )}
      {objection !== null && (
        <p className="objection" id={`${id}-objection`} role="alert">
          {objection}
        </p>
      )}
    </div>
  );
}
