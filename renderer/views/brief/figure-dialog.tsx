import { type FormEvent, type ReactNode, useState } from 'react';
import { figureNames, insertFigure, type ReadyFigure } from '../../session/writing/figures.ts';
import {
  askNextPicture,
  leavePictures,
  type PictureQueue,
} from '../../session/writing/take-pictures.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Asks how a picture is described and captioned before it is put into the brief; of several, of one after the other. */
export function FigureDialog(props: {
  readonly figure: ReadyFigure;
  readonly queue: PictureQueue | null;
}): ReactNode {
  const { figure, queue } = props;
  const session = useSession();
  const [description, setDescription] = useState(figure.description);
  const [caption, setCaption] = useState(figureNames[figure.of]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    session.closeDialog();
    insertFigure(session, figure, description.trim(), caption.trim());
    if (queue !== null) void askNextPicture(session, queue);
  };
  const skip = (): void => {
    session.closeDialog();
    if (queue !== null) void askNextPicture(session, queue);
  };
  const leave = (): void => {
    session.closeDialog();
    if (queue !== null) leavePictures(session, queue);
  };
  const all = queue?.files.length ?? 1;
  const title = all < 2 ? 'Insert a figure' : `Insert a figure: picture ${queue?.next} of ${all}`;
  return (
    <Dialog wide title={title} onClose={leave}>
      <form className="figure-form" onSubmit={submit}>
        <img
          className="figure-preview"
          alt={description}
          src={`data:image/png;base64,${figure.png}`}
        />
        <label className="field">
          <span>Caption</span>
          <input
            autoFocus
            maxLength={2_000}
            value={caption}
            onChange={(event) => setCaption(event.target.value)}
          />
        </label>
        <label className="field">
          <span>Description, for those who do not see it</span>
          <textarea
            rows={2}
            required
            maxLength={2_000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
          {queue !== null && queue.next < all ? (
            <button type="button" className="button" onClick={skip}>
              Skip this one
            </button>
          ) : null}
          <button type="submit" className="button primary" disabled={description.trim() === ''}>
            Insert
          </button>
        </div>
      </form>
    </Dialog>
  );
}
