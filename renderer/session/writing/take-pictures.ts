import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { pictureOfFile } from './picture-bytes.ts';

/** The pictures that came together, while one of them is asked about. */
export interface PictureQueue {
  readonly files: readonly File[];
  /** The index of the one after it. */
  readonly next: number;
  /** Why some could not be taken, a sentence each. */
  readonly refused: readonly string[];
}

/** Takes pictures that were pasted or dropped: each is asked about, one after the other. False: there are none. */
export function takePictures(session: Session, files: readonly File[]): boolean {
  if (files.length === 0) return false;
  void askNextPicture(session, { files, next: 0, refused: [] });
  return true;
}

/**
 * Asks about the next picture that can be taken; when there is none left, tells of all that could not be. Call when the dialog
 * of the one before has gone.
 */
export async function askNextPicture(session: Session, queue: PictureQueue): Promise<void> {
  const refused = [...queue.refused];
  for (let next = queue.next; next < queue.files.length; next += 1) {
    const file = queue.files[next];
    if (file === undefined) break;
    const picture = await pictureOfFile(file).catch((error: unknown) => error as Error);
    if ('ok' in picture && picture.ok) {
      const figure = { ...picture.value, of: 'other' } as const;
      const waiting = { files: queue.files, next: next + 1, refused };
      session.openDialog({ kind: 'figure', figure, queue: waiting });
      return;
    }
    const reason = 'ok' in picture ? picture.error.message : picture.message;
    refused.push(file.name === '' ? reason : `“${file.name}”: ${reason}`);
  }
  tellRefused(session, refused);
}

/** Gives up the pictures that were not asked about yet, and says so. */
export function leavePictures(session: Session, { files, next, refused }: PictureQueue): void {
  const left = files.length - next;
  if (left > 0)
    session.say(`${left === 1 ? 'One picture was' : `${left} pictures were`} left out.`);
  tellRefused(session, refused);
}

function tellRefused(session: Session, refused: readonly string[]): void {
  if (refused.length === 0) return;
  const title =
    refused.length === 1
      ? 'The picture could not be taken'
      : `${refused.length} pictures could not be taken`;
  showFailure(session, title, new Error(refused.join('\n')));
}
