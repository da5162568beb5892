import type { ReactNode } from 'react';
import type { OfferedChoices } from './use-offered-choices.ts';

/** The lines that a field offers; the marked one is in sight. The keys are the field's. */
export function OfferedList(props: {
  readonly label: string;
  readonly offered: OfferedChoices;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { id, choices, marked } = props.offered;
  return (
    <div id={`${id}-list`} role="listbox" aria-label={props.label} className="speaker-choices">
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
        <div
          key={choice.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          tabIndex={-1}
          ref={(line) => {
            if (index === marked) line?.scrollIntoView({ block: 'nearest' });
          }}
          // The field keeps the focus: losing it would close the list before the click, or take what was typed for the choice.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(choice.id)}
        >
          {choice.text}
          {choice.detail !== undefined && <span className="choice-detail">{choice.detail}</span>}
        </div>
      ))}
    </div>
  );
}
