import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { findSpeaker, matchSpeakers } from '../../session/claims/speakers.ts';
import { focusArea } from '../../session/focus.ts';
import type { PendingEdit } from '../../session/writing/draft.ts';
import type { ChoiceItem } from '../parts/choice-list.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { OfferedList } from './offered-list.tsx';
import { useOfferedChoices } from './use-offered-choices.ts';

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
  const [text, setText] = useState(props.value);
  const offered = useOfferedChoices(() => speakerChoices(session.store.records, text));
  const { id, isOpen, choices, marked, hide } = offered;
  // Both lists keep their identity until one of their records changes.
  useRecords((records) => records.list('speaker'));
  useRecords((records) => records.list('claim'));
  // A dialog gives each letter back as the value: that closes nothing.
  const typed = useRef(props.value);
  useEffect(() => {
    if (typed.current === props.value) return;
    typed.current = props.value;
    setText(props.value);
    hide();
  }, [props.value, hide]);
  const speakers = session.store.records.list('speaker');
  const isKnown = isOpen && findSpeaker(speakers, text) !== null;
  const type = (next: string): void => {
    typed.current = next;
    setText(next);
    props.onType?.(next);
  };
  const commit = (name: string): void => {
    offered.close();
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
  const onEnter = (event: KeyboardEvent): void => {
    // In a dialog Enter on no chosen name is for the dialog.
    if (props.onType === undefined || marked >= 0) event.preventDefault();
    commit(choices[marked]?.id ?? text);
  };
  const hasList = choices.length > 0;
  const onEscape = (event: KeyboardEvent): void => {
    if (hasList) event.stopPropagation();
    else if (text !== props.value && props.onType === undefined) event.stopPropagation();
    else if (props.onType === undefined) focusArea(session, 'desk');
    if (!hasList) type(props.value);
    offered.close();
  };
  const isNew = isOpen && !isKnown && text.trim() !== '' && marked < 0;
  return (
    <div className="field speaker-field">
      <label htmlFor={id}>Speaker</label>
      <input
        {...offered.attributes}
        value={text}
        placeholder="Who says it"
        data-edited={hasList || (props.onType === undefined && text !== props.value) || undefined}
        onChange={(event) => {
          type(event.target.value);
          offered.open();
        }}
        onKeyDown={(event) => offered.onKeyDown(event, { onEnter, onEscape })}
        onBlur={() => commit(text)}
      />
      {(hasList || isNew) && (
        <div className="speaker-popup">
          {hasList && <OfferedList label="Speakers" offered={offered} onChoose={commit} />}
          {isNew && <p className="hint">Enter makes “{text.trim()}” a speaker.</p>}
        </div>
      )}
    </div>
  );
}

function speakerChoices(records: RecordSource, typed: string): readonly ChoiceItem[] {
  return matchSpeakers(records, typed).map(({ name, detail }) => {
    const line = { id: name, text: name };
    return detail === '' ? line : { ...line, detail };
  });
}
