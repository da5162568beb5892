import { type ReactNode, useState } from 'react';
import { exportTo, formatsFor } from '../../session/exchange/exchange.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';
import { FormatList } from './format-list.tsx';

const formats = formatsFor('exports');

/** Asks in which format the project is to go to another program. */
export function ExportToDialog(): ReactNode {
  const session = useSession();
  const [id, setId] = useState(session.get().exchange.exportFormat ?? formats[0]?.id ?? '');
  const [options, setOptions] = useState<Readonly<Record<string, boolean>>>({});
  const format = formats.find((one) => one.id === id);
  return (
    <Dialog title="Export to another program" wide onClose={() => session.closeDialog()}>
      <form
        className="exchange-form"
        onSubmit={(event) => {
          event.preventDefault();
          session.closeDialog();
          void exportTo(session, { format: id, options });
        }}
      >
        <p>What a format has no place for is named in the report, with where it stands.</p>
        <FormatList
          label="Format"
          formats={formats}
          direction="exports"
          value={id}
          onChange={(next) => {
            setId(next);
            setOptions({});
          }}
        />
        {format?.choices.map((choice) => (
          <label key={choice.id} className="exchange-choice">
            <input
              type="checkbox"
              checked={options[choice.id] ?? choice.initial}
              onChange={(event) => setOptions({ ...options, [choice.id]: event.target.checked })}
            />
            {choice.title}
          </label>
        ))}
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Export…
          </button>
        </div>
      </form>
    </Dialog>
  );
}
