import { type ReactNode, useId } from 'react';
import { KeyLabel } from '../parts/key-label.tsx';

/** A titled part of the Inspector; `commandKey` shows the key that does the same. */
export function Section(props: {
  readonly title: string;
  readonly commandKey?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="inspector-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{props.title}</h3>
        {props.aside}
        {props.commandKey !== undefined && <KeyLabel value={props.commandKey} />}
      </header>
      {props.children}
    </section>
  );
}
