import type { ReactNode } from 'react';

/**
 * The field that narrows a list: Escape empties it, the down arrow goes to the list. `around` selects the element that both
 * stand in.
 */
export function FilterField(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly around: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, placeholder, value, around, onChange } = props;
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.preventDefault();
          onChange('');
        }
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        event.currentTarget
          .closest(around)
          ?.querySelector<HTMLElement>('[role="grid"], [role="tree"]')
          ?.focus();
      }}
    />
  );
}
