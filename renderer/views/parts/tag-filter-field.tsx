import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { setTagFilter } from '../../session/codebook/tag-filter.ts';
import { useSession } from './session-context.ts';
import { useTagFilter } from './use-tag-filter.ts';

/**
 * The field for a tag expression. Enter sets the filter, an empty field takes it away, Escape gives back what is set. What
 * can't be understood is said below the field, with its place selected. `onTyped` is told each text.
 */
export function TagFilterField(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  readonly onTyped?: (text: string) => void;
  readonly onSet?: () => void;
}): ReactNode {
  const session = useSession();
  const id = useId();
  const set = useTagFilter()?.text ?? '';
  const [text, setText] = useState(set);
  const [objection, setObjection] = useState<string | null>(null);
  useEffect(() => {
    setText(set);
    setObjection(null);
  }, [set]);
  const commit = (field: HTMLInputElement): void => {
    const problem = setTagFilter(session, text);
    setObjection(problem?.message ?? null);
    if (problem !== null) {
      field.setSelectionRange(problem.start, problem.end);
      return;
    }
    session.say(
      text.trim() === '' ? 'The tag filter is off.' : `Filtered by tags: ${text.trim()}.`,
    );
    props.onSet?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      commit(event.currentTarget);
    } else if (event.key === 'Escape' && text !== set) {
      event.preventDefault();
      event.stopPropagation();
      setText(set);
      setObjection(null);
    }
  };
  return (
    <div className="field">
      <label htmlFor={id} className={props.hideLabel === true ? 'visually-hidden' : undefined}>
        {props.label}
      </label>
      <input
        id={id}
        type="text"
        spellCheck={false}
        autoComplete="off"
        data-focus-name="tag-filter"
        // biome-ignore lint/a11y/noAutofocus: the field was asked for by the command that opened its dialog
        autoFocus={props.autoFocus}
        placeholder="Filter by tags, e.g. economy AND NOT quote"
        value={text}
        aria-invalid={objection !== null}
        aria-describedby={objection === null ? undefined : `${id}-objection`}
        onChange={(event) => {
          const typed = event.target.value;
          setText(typed);
          setObjection(null);
          props.onTyped?.(typed);
        }}
        onKeyDown={onKeyDown}
      />
      {objection !== null && (
        <p className="objection" id={`${id}-objection`} role="alert">
          {objection}
        </p>
      )}
    </div>
  );
}
