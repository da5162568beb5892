import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';

/**
 * A labelled field whose text is handed over when it is left or Enter is pressed; Escape takes the typing back. What
 * `check` objects to stays in the field with the objection beside it and is not handed over.
 */
export function EditableField(props: {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly multiline?: boolean;
  readonly check?: (text: string) => string | null;
  readonly onCommit: (text: string) => void;
}): ReactNode {
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
  const described = [objection === null ? null : `${id}-objection`, props.describedBy ?? null];
  const shared = {
    id,
    value: text,
    placeholder: props.placeholder,
    'aria-invalid': objection !== null,
    'aria-describedby': described.filter((part) => part !== null).join(' ') || undefined,
    onBlur: commit,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') setText(props.value);
      if (event.key !== 'Enter') return;
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
