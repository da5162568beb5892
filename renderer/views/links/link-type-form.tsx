import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { LinkTypeDraft } from '../../../app/link/link-types.ts';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { LinkLine, LinkTypeRecord, TagColor } from '../../../app/record/records.ts';
import { linkLines, linkTypeDraft } from '../../session/links/link-parts.ts';
import { changeLinkType, makeLinkType } from '../../session/links/link-type-edits.ts';
import { useSession } from '../parts/session-context.ts';
import { LinkLineSample } from './link-line-sample.tsx';

const colors: readonly (readonly [TagColor | null, string])[] = [
  [null, 'none'],
  [1, 'yellow'],
  [2, 'green'],
  [3, 'blue'],
  [4, 'red'],
  [5, 'violet'],
  [6, 'orange'],
  [7, 'teal'],
  [8, 'grey'],
];

/** What a type of link says and how it is drawn; `null`: a new one. Nothing changes before it is saved. */
export function LinkTypeForm(props: {
  readonly type: LinkTypeRecord | null;
  readonly onMade: (id: LinkTypeId) => void;
}): ReactNode {
  const session = useSession();
  const { type } = props;
  const [draft, setDraft] = useState<LinkTypeDraft>(() => linkTypeDraft(type));
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const change = (patch: Partial<LinkTypeDraft>): void => {
    setDraft({ ...draft, ...patch });
    setFault(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (type !== null) {
      setFault(changeLinkType(session, type, draft));
      return;
    }
    const made = makeLinkType(session, draft);
    if (typeof made === 'string') setFault(made);
    else props.onMade(made.id);
  };
  const described = fault === null ? undefined : `${id}-fault`;
  return (
    <form className="link-type-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-name`}>Name</label>
        <input
          id={`${id}-name`}
          value={draft.name}
          placeholder="repeats"
          aria-describedby={described}
          onChange={(event) => change({ name: event.target.value })}
        />
      </div>
      <label className="link-type-check">
        <input
          type="checkbox"
          checked={draft.symmetric}
          onChange={(event) => change({ symmetric: event.target.checked })}
        />
        Reads the same from both ends
      </label>
      {!draft.symmetric && (
        <div className="field">
          <label htmlFor={`${id}-inverse`}>Name from the other end</label>
          <input
            id={`${id}-inverse`}
            value={draft.inverseName}
            placeholder="is repeated by"
            aria-describedby={described}
            onChange={(event) => change({ inverseName: event.target.value })}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-description`}>Description</label>
        <textarea
          id={`${id}-description`}
          rows={2}
          value={draft.description}
          placeholder="When to use it, and when not"
          onChange={(event) => change({ description: event.target.value })}
        />
      </div>
      <fieldset className="tag-colors">
        <legend>Colour</legend>
        {colors.map(([color, name]) => (
          <label key={name}>
            <input
              type="radio"
              name={`${id}-color`}
              checked={draft.color === color}
              onChange={() => change({ color })}
            />
            {color !== null && <span className="dot" data-color={color} />}
            {name}
          </label>
        ))}
      </fieldset>
      <fieldset className="tag-colors link-type-lines">
        <legend>Line</legend>
        {linkLines.map((line: LinkLine) => (
          <label key={line}>
            <input
              type="radio"
              name={`${id}-line`}
              checked={draft.line === line}
              onChange={() => change({ line })}
            />
            <LinkLineSample type={{ ...draft, line, color: draft.color ?? undefined }} />
            {line}
          </label>
        ))}
      </fieldset>
      {fault !== null && (
        <p className="objection" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
      <div className="dialog-buttons">
        <button type="submit" className="button primary">
          {type === null ? 'Add type' : 'Save'}
        </button>
      </div>
    </form>
  );
}
