import { type ReactNode, useId } from 'react';

/** A labelled choice of one out of a few words. */
export function Choice<Option extends string>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Option;
  readonly options: readonly Option[];
  readonly onChange: (value: Option) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={props.hideLabel === true ? 'visually-hidden' : undefined}>
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => option === event.target.value);
          if (chosen !== undefined) props.onChange(chosen);
        }}
      >
        {props.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  );
}
