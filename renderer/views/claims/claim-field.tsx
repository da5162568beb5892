import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { claimNamed } from '../../session/claims/match-claims.ts';
import { useRecords } from '../parts/session-context.ts';
import { claimChoices } from './claim-choices.ts';
import { OfferedList } from './offered-list.tsx';
import { useOfferedChoices } from './use-offered-choices.ts';

/**
 * A claim that is there, for a dialog: a field that offers the claims whose number or wording holds what is typed. Arrows
 * choose among them, Enter takes the marked one, or the first for what was typed; an empty field is no claim. A number or
 * wording that was typed is taken when the field is left or the form is sent; what names no claim holds the form up.
 */
export function ClaimField(props: {
  readonly label: string;
  /** What an empty field stands for. */
  readonly placeholder: string;
  readonly value: ClaimId | null;
  readonly onChange: (claimId: ClaimId | null) => void;
}): ReactNode {
  const claims = useRecords((records) => records.list('claim'));
  const present = claims.find((claim) => claim.id === props.value);
  /** `null`: nothing was typed since the last choice. */
  const [typed, setTyped] = useState<string | null>(null);
  const offered = useOfferedChoices(() => claimChoices(claims, typed ?? ''));
  const { id, isOpen, choices, marked } = offered;
  const input = useRef<HTMLInputElement>(null);
  const [isLeft, setLeft] = useState(false);
  const written = (typed ?? '').trim();
  const named = claimNamed(claims, written);
  const problem =
    written === '' || named !== null
      ? ''
      : `“${written}” names no claim. Choose one from the list, or empty this field.`;
  const hasList = choices.length > 0;
  const hasProblem = problem !== '' && isLeft && !isOpen;
  const take = (claimId: string | null): void => {
    props.onChange(claimId as ClaimId | null);
    close();
  };
  const close = (): void => {
    setTyped(null);
    offered.close();
  };
  const takeNamed = (): void => {
    if (named !== null) take(named.id);
  };
  // The browser holds a form up that has a field with a problem, and says it there.
  useEffect(() => input.current?.setCustomValidity(problem), [problem]);
  useEffect(() => {
    const form = input.current?.form;
    // Before the form does what it is for.
    const onSubmit = (): void => flushSync(takeNamed);
    form?.addEventListener('submit', onSubmit);
    return () => form?.removeEventListener('submit', onSubmit);
  });
  const onEnter = (event: KeyboardEvent): void => {
    const first = typed !== null && typed !== '' ? choices[0] : undefined;
    const chosen = choices[marked] ?? named ?? first;
    // Enter with nothing to choose is for the dialog; what finds no claim is for nobody.
    if (chosen !== undefined || (typed ?? '') !== '') event.preventDefault();
    if (chosen !== undefined) take(chosen.id);
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (isOpen) event.stopPropagation();
    close();
  };
  return (
    <div className="field speaker-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        ref={input}
        {...offered.attributes}
        value={typed ?? (present === undefined ? '' : inWords(present))}
        placeholder={props.placeholder}
        data-edited={isOpen || undefined}
        onChange={(event) => {
          const { value } = event.target;
          setTyped(value);
          offered.open();
          setLeft(false);
          if (value === '') props.onChange(null);
        }}
        onKeyDown={(event) => offered.onKeyDown(event, { onEnter, onEscape })}
        aria-invalid={hasProblem || undefined}
        aria-describedby={hasProblem ? `${id}-problem` : undefined}
        onBlur={(event) => {
          offered.hide();
          setLeft(true);
          if (written === '') close();
          // What is drawn otherwise then would slip from under the press of the button; the form takes it.
          else if (!isSubmit(event.relatedTarget)) takeNamed();
        }}
      />
      {hasProblem && (
        <p className="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {isOpen && (
        <div className="speaker-popup">
          {hasList ? (
            <OfferedList label="Claims" offered={offered} onChoose={take} />
          ) : (
            <p className="hint">No claim has these words.</p>
          )}
        </div>
      )}
    </div>
  );
}

function isSubmit(element: EventTarget | null): boolean {
  return element instanceof HTMLButtonElement && element.type === 'submit';
}

function inWords({ number, wording }: ClaimRecord): string {
  return `C${number}: ${wording}`;
}
