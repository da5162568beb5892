import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { PendingEdit } from '../../session/writing/draft.ts';
import { useSession } from '../parts/session-context.ts';

/**
 * The name of a tag, typed in its line. Enter and leaving the field hand it over, Escape gives up; what is objected to stays
 * in the field with the objection below. `onEnd` says whether the keyboard goes back to the tree.
 */
export function NameField(props: {
  readonly label: string;
  readonly name: string;
  readonly check: (name: string) => string | null;
  readonly onName: (name: string) => void;
  readonly onEnd: (toTree: boolean) => void;
}): ReactNode {
  const session = useSession();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const [text, setText] = useState(props.name);
  const [objection, setObjection] = useState<string | null>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const latest = useRef({ pending: false, flush: () => {} });
  latest.current = { pending: text.trim() !== props.name, flush: () => commit(false) };
  // The window may be closed in the middle of a name: it is handed over first.
  useEffect(() => {
    const draft: PendingEdit = {
      get pending() {
        return !isOver.current && latest.current.pending;
      },
      flush: () => {
        if (!isOver.current && latest.current.pending) latest.current.flush();
      },
    };
    session.drafts.add(draft);
    return () => {
      session.drafts.delete(draft);
      session.noteDrafts();
    };
  }, [session]);
  useEffect(() => {
    session.noteDrafts();
  });
  const end = (toTree: boolean): void => {
    isOver.current = true;
    props.onEnd(toTree);
  };
  const commit = (toTree: boolean): void => {
    const name = text.trim();
    if (name === props.name || (name === '' && !toTree)) {
      end(toTree);
      return;
    }
    const found = props.check(name);
    setObjection(found);
    // Who went elsewhere is not called back: a name that may not be is given up, which is said.
    if (found !== null && toTree) return;
    isOver.current = true;
    if (found === null) props.onName(name);
    else session.say(`The name “${name}” was not taken. ${found}`);
    props.onEnd(toTree);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      end(true);
    }
  };
  return (
    <span className="tag-name-field">
      <input
        ref={field}
        aria-label={props.label}
        aria-invalid={objection !== null}
        aria-describedby={objection === null ? undefined : id}
        placeholder="Name"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setObjection(null);
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => {
          if (!isOver.current) commit(false);
        }}
      />
      {objection !== null && (
        <span className="objection" id={id} role="alert">
          {objection}
        </span>
      )}
    </span>
  );
}
