import { type FormEvent, type ReactNode, useState } from 'react';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { LinkTypeRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { removeLinkType } from '../../session/links/link-type-edits.ts';
import { relationReadings } from '../../session/links/relation-readings.ts';
import { useSession } from '../parts/session-context.ts';

/** Asks what becomes of the links of a type that is removed: gone with it, or of another type, which is merging. */
export function RemoveLinkType(props: {
  readonly type: LinkTypeRecord;
  readonly types: readonly LinkTypeRecord[];
  readonly count: number;
  /** The type to go on with: the one that took the links, its own if nothing was done; `null`: it is gone. */
  readonly onDone: (id: LinkTypeId | null) => void;
}): ReactNode {
  const session = useSession();
  const { type, types, count } = props;
  const readings = relationReadings(types.filter(({ id }) => id !== type.id));
  const [moves, setMoves] = useState(count > 0 && readings.length > 0);
  const [reading, setReading] = useState(0);
  const chosen = readings[reading];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!moves || chosen === undefined) {
      removeLinkType(session, type, { kind: 'remove' });
      props.onDone(null);
      return;
    }
    removeLinkType(session, type, { kind: 'move', to: chosen.typeId, reverse: !chosen.starts });
    props.onDone(chosen.typeId);
  };
  const links = countOf(count, 'link');
  return (
    <form className="link-type-form" onSubmit={submit}>
      <h3>Remove “{type.name}”</h3>
      {count === 0 && <p>No link is of this type.</p>}
      {count > 0 && (
        <fieldset className="link-fate">
          <legend>What becomes of its {links}</legend>
          <label>
            <input
              type="radio"
              name="fate"
              checked={moves}
              disabled={readings.length === 0}
              onChange={() => setMoves(true)}
            />
            {count === 1 ? 'It takes another type' : 'They take another type'}
          </label>
          <select
            aria-label="The other type"
            disabled={!moves}
            value={reading}
            onChange={(event) => setReading(Number(event.target.value))}
          >
            {readings.map(({ text, starts }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two types may read the same from one end
              <option key={index} value={index}>
                {starts ? text : `${text} (turned round)`}
              </option>
            ))}
          </select>
          <label>
            <input type="radio" name="fate" checked={!moves} onChange={() => setMoves(false)} />
            {count === 1 ? 'It is removed with it' : 'They are removed with it'}
          </label>
        </fieldset>
      )}
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={() => props.onDone(type.id)}>
          Cancel
        </button>
        <button type="submit" className="button primary">
          {moves && count > 0 ? `Merge ${links}` : count > 0 ? `Remove it and ${links}` : 'Remove'}
        </button>
      </div>
    </form>
  );
}
