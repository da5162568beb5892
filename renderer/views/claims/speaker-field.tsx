import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { findSpeaker, matchSpeakers } from '../../session/claims/speakers.ts';
import { focusArea } from '../../session/focus.ts';
import type { PendingEdit } from '../../session/writing/draft.ts';
import { useRecords, useSession } from '../parts/session-context.ts';

/**
 * Who makes a claim: a field that offers the speakers whose names hold what is typed. Arrows choose among them, Enter takes
 * the chosen one, or what was typed; leaving the field does the same. Escape closes the list, once more takes the typing back.
 */
export function SpeakerField(props: {
  readonly value: string;
  readonly onCommit: (name: string) => void;
  /** For a dialog, which asks when it is done: each letter. */
  readonly onType?: (name: string) => void;
}): ReactNode {
  const session = useSession();
  const id = useId();
  const [text, setText] = useState(props.value);
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  // Both lists keep their identity until one of their records changes.
  useRecords((records) => records.list('speaker'));
  useRecords((records) => records.list('claim'));
  useEffect(() => {
    setText(props.value);
    setOpen(false);
  }, [props.value]);
  const choices = isOpen ? matchSpeakers(session.store.records, text) : [];
  const speakers = session.store.records.list('speaker');
  const isKnown = isOpen && findSpeaker(speakers, text) !== null;
  const type = (next: string): void => {
    setText(next);
    props.onType?.(next);
  };
  const commit = (name: string): void => {
    setOpen(false);
    setMarked(-1);
    type(name);
    if (name.trim() !== props.value) props.onCommit(name.trim());
  };
  const edit = useRef({ pending: false, flush: () => commit(text) });
  edit.current = {
    pending: props.onType === undefined && text.trim() !== props.value,
    flush: () => commit(text),
  };
  useEffect(() => session.noteDrafts());
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
  const mark = (index: number): void => {
    setOpen(true);
    const { length } = matchSpeakers(session.store.records, text);
    setMarked(length === 0 ? -1 : (index + length) % length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        mark(event.key === 'ArrowDown' ? marked + 1 : Math.max(0, marked) - 1);
        return;
      case 'Enter':
        // In a dialog Enter on no chosen name is for the dialog.
        if (props.onType === undefined || marked >= 0) event.preventDefault();
        commit(choices[marked]?.name ?? text);
        return;
      case 'Escape':
        if (isOpen && choices.length > 0) event.stopPropagation();
        else if (text !== props.value && props.onType === undefined) event.stopPropagation();
        else if (props.onType === undefined) focusArea(session, 'desk');
        if (!isOpen || choices.length === 0) type(props.value);
        setOpen(false);
        setMarked(-1);
        return;
      default:
    }
  };
  const hasList = isOpen && choices.length > 0;
  const isNew = isOpen && !isKnown && text.trim() !== '' && marked < 0;
  return (
    <div className="field speaker-field">
      <label htmlFor={id}>Speaker</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={hasList}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={hasList && marked >= 0 ? `${id}-${marked}` : undefined}
        autoComplete="off"
        value={text}
        placeholder="Who says it"
        data-edited={hasList || (props.onType === undefined && text !== props.value) || undefined}
        onChange={(event) => {
          type(event.target.value);
          setOpen(true);
          setMarked(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => commit(text)}
      />
      {(hasList || isNew) && (
        <div className="speaker-popup">
          {hasList && (
            <div id={`${id}-list`} role="listbox" aria-label="Speakers" className="speaker-choices">
              {choices.map(({ name, detail }, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
                <div
                  key={name}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === marked}
                  tabIndex={-1}
                  // The field keeps the focus: losing it would take what was typed for the choice.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => commit(name)}
                >
                  {name}
                  {detail !== '' && <span className="choice-detail">{detail}</span>}
                </div>
              ))}
            </div>
          )}
          {isNew && <p className="hint">Enter makes “{text.trim()}” a speaker.</p>}
        </div>
      )}
    </div>
  );
}
