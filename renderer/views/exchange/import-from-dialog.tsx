import { type ReactNode, useState } from 'react';
import { formatsFor, importFrom } from '../../session/exchange/exchange.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';
import { FormatList } from './format-list.tsx';

const formats = formatsFor('imports');
/** No format's id. */
const recognised = 'recognised';

/** Asks from which program something is to come. */
export function ImportFromDialog(): ReactNode {
  const session = useSession();
  const [id, setId] = useState(recognised);
  const start = (what: 'file' | 'folder'): void => {
    session.closeDialog();
    void importFrom(session, { format: id === recognised ? null : id, what });
  };
  return (
    <Dialog title="Import from another program" wide onClose={() => session.closeDialog()}>
      <form
        className="exchange-form"
        onSubmit={(event) => {
          event.preventDefault();
          start('file');
        }}
      >
        <p>
          All that comes is one step of undo. What the project has already stays as it is; a file
          that can’t be read changes nothing.
        </p>
        <FormatList
          label="Format"
          formats={formats}
          direction="imports"
          first={{
            id: recognised,
            title: 'Recognise the format',
            hint: 'The file’s own beginning says what it is.',
          }}
          value={id}
          onChange={setId}
        />
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="button" className="button" onClick={() => start('folder')}>
            Choose folder…
          </button>
          <button type="submit" className="button primary">
            Choose file…
          </button>
        </div>
      </form>
    </Dialog>
  );
}
