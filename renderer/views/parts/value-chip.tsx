import { ChevronDown } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { CountedValue } from './value-menu.tsx';

const Menu = lazy(() =>
  import('./value-menu.tsx').then(({ ValueMenu }) => ({ default: ValueMenu })),
);

/** A chip that narrows a list to some of the values that its lines have. */
export function ValueChip<Value extends string>(props: {
  readonly title: string;
  /** Asked for when the chip is pressed. */
  readonly values: () => readonly CountedValue[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: string) => string;
  readonly empty: string;
  readonly onChange: (chosen: readonly Value[]) => void;
}): ReactNode {
  const { title, chosen, nameOf } = props;
  const [values, setValues] = useState<readonly CountedValue[] | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [first] = chosen;
  const several = `${title}: ${chosen.length}`;
  const text = first === undefined ? title : chosen.length === 1 ? nameOf(first) : several;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="chip"
        data-on={chosen.length > 0 || undefined}
        aria-haspopup="dialog"
        aria-expanded={values !== null}
        aria-label={chosen.length === 0 ? title : `${title}: ${chosen.map(nameOf).join(', ')}`}
        onClick={() => setValues(props.values())}
      >
        <span className="chip-text">{text}</span>
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      {values !== null && (
        <Suspense fallback={null}>
          <Menu
            title={title}
            values={values}
            chosen={chosen}
            nameOf={nameOf}
            empty={props.empty}
            trigger={button}
            // The values that were chosen are those of this chip.
            onChange={(keys) => props.onChange(keys as readonly Value[])}
            onClose={() => setValues(null)}
          />
        </Suspense>
      )}
    </>
  );
}
