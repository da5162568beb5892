import { type ReactNode, useId } from 'react';
import { CommandButton } from '../parts/command-button.tsx';

/** A titled part of the Inspector; `command` is offered in its head, with its key. */
export function Section(props: {
  readonly title: string;
  readonly command?: { readonly id: string; readonly title: string };
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="inspector-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{props.title}</h3>
        {props.aside}
        {props.command !== undefined && <CommandButton {...props.command} />}
      </header>
      {props.children}
    </section>
  );
}
