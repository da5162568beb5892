import { ArrowDown, ArrowUp } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Asks how two ends relate, and which of them says so of the other. The dialog is closed when `onLink` is called. */
export function LinkEndsForm(props: {
  readonly title: string;
  /** The name of the type that is chosen at first; the first one where there is none of that name. */
  readonly usual: string;
  readonly from: ReactNode;
  readonly to: ReactNode;
  /** `turned`: from what was given as `to`, to what was given as `from`. */
  readonly onLink: (typeId: LinkTypeId, turned: boolean) => void;
}): ReactNode {
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const usual = types.find(({ name }) => name === props.usual) ?? types[0];
  const [typeId, setTypeId] = useState<LinkTypeId | null>(usual?.id ?? null);
  const [turned, setTurned] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    session.closeDialog();
    if (typeId !== null) props.onLink(typeId, turned);
  };
  return (
    <Dialog title={props.title} onClose={() => session.closeDialog()}>
      <form onSubmit={submit}>
        {turned ? props.to : props.from}
        <fieldset className="link-types">
          <legend>How it relates</legend>
          {types.map((type) => (
            <label key={type.id}>
              <input
                type="radio"
                name="type"
                value={type.id}
                checked={type.id === typeId}
                autoFocus={type.id === usual?.id}
                onChange={() => setTypeId(type.id)}
              />
              {type.name}
            </label>
          ))}
        </fieldset>
        {turned ? props.from : props.to}
        <div className="dialog-buttons">
          <button
            type="button"
            className="button quiet link-pair-turn"
            onClick={() => setTurned(!turned)}
          >
            <ArrowDown size={13} aria-hidden="true" />
            <ArrowUp size={13} aria-hidden="true" />
            Turn about
          </button>
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Link
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** One end as a card: whose words they are, and the words, of a long passage the first lines. */
export function LinkEndCard(props: {
  readonly source: string;
  /** "3:10", "C4"; absent: it has none yet. */
  readonly label?: string;
  readonly words: string;
}): ReactNode {
  return (
    <div className="card">
      <div className="card-head">
        <span className="card-source">{props.source}</span>
        {props.label !== undefined && <span className="card-number">{props.label}</span>}
      </div>
      <p className="card-text link-end-words">{props.words}</p>
    </div>
  );
}
