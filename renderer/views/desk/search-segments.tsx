import { type ReactNode, useId } from 'react';

/** One of a few words, all in sight, as radio buttons side by side. */
export function SearchSegments<Option extends string>(props: {
  readonly label: string;
  readonly value: Option;
  readonly options: readonly (readonly [Option, string])[];
  readonly onChange: (value: Option) => void;
}): ReactNode {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={props.label}>
      {props.options.map(([option, title]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={props.value === option}
            onChange={() => props.onChange(option)}
          />
          <span>{title}</span>
        </label>
      ))}
    </div>
  );
}
