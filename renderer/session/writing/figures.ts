import type { DrawnFigure } from '../../../app/brief/figure/drawn-figure.ts';
import type { PictureId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { PictureRecord } from '../../../app/record/records.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { drawFigure, type FigureKind } from './draw-figure.ts';
import { rasterised } from './picture-bytes.ts';

/** A picture that is ready to be put into the brief. */
export interface ReadyFigure extends DrawnFigure {
  readonly of: PictureRecord['of'];
  /** In base64. */
  readonly png: string;
}

/** What the captions of drawn figures begin with. */
export const figureNames: Readonly<Record<PictureRecord['of'], string>> = {
  matrix: 'Who says what',
  graph: 'How the passages hang together',
  timeline: 'What happened when',
  other: '',
};

/** Draws a figure for the brief that is open, and asks for its description and caption. */
export async function askFigure(session: Session, kind: FigureKind): Promise<void> {
  if (session.briefEditor === null) {
    session.say('Open a brief first.');
    return;
  }
  session.say('Drawing…');
  try {
    const figure = await readyFigure(session, kind);
    if (figure === null) return;
    session.say('The figure is drawn.');
    session.openDialog({ kind: 'figure', figure });
  } catch (error) {
    showFailure(session, 'The figure could not be drawn', error);
  }
}

/** Puts a figure at the caret: the picture and its place in the brief are one change. */
export function insertFigure(
  session: Session,
  figure: ReadyFigure,
  description: string,
  caption: string,
): void {
  const editor = session.briefEditor;
  if (editor === null) return;
  session.flushDrafts();
  const picture = newRecord(session.store.maker, 'picture', { ...figure, description });
  session.openBrief.bringRecords([picture]);
  session.openBrief.nameEdit('Insert a figure');
  if (!editor.insertFigure(picture.id, caption)) {
    session.openBrief.takeRecords();
    session.openBrief.takeEditName();
    session.say('A figure can not stand here. Put the caret into the text of the brief.');
    return;
  }
  session.flushDrafts();
  editor.focus();
  session.say('The figure was put in.');
}

/** Draws a figure's picture anew, from what the project says now. */
export async function updateFigure(session: Session, id: PictureId): Promise<void> {
  const picture = session.store.records.get('picture', id);
  if (picture === null || picture.of === 'other') return;
  try {
    const figure = await readyFigure(session, picture.of);
    const present = session.store.records.get('picture', id);
    if (figure === null || present === null) return;
    const { svg, png, width, height, description, drawnFrom } = figure;
    if (present.svg === svg && present.drawnFrom?.digest === drawnFrom?.digest) {
      session.say('The figure shows what the project says already.');
      return;
    }
    const drawn = { svg, png, width, height, description };
    changePicture(
      session,
      present,
      drawnFrom === undefined ? drawn : { ...drawn, drawnFrom },
      'Draw a figure anew',
    );
    session.say('The figure was drawn anew.');
  } catch (error) {
    showFailure(session, 'The figure could not be drawn', error);
  }
}

/** Says in other words what a picture shows. */
export function describeFigure(session: Session, id: PictureId, written: string): void {
  const picture = session.store.records.get('picture', id);
  const description = written.trim();
  if (picture === null || description === picture.description) return;
  changePicture(session, picture, { description }, 'Describe a figure');
}

function changePicture(
  { store }: Session,
  picture: PictureRecord,
  patch: Partial<
    Pick<PictureRecord, 'svg' | 'png' | 'width' | 'height' | 'description' | 'drawnFrom'>
  >,
  name: string,
): void {
  const after = nextRecord(store.maker, picture, patch);
  store.commit(name, { added: [], updated: [[picture, after]], removed: [] });
}

/** `null`: there is nothing to draw, which was said. */
async function readyFigure(session: Session, kind: FigureKind): Promise<ReadyFigure | null> {
  const drawn = await drawFigure(session, kind);
  if (!drawn.ok) {
    session.say(drawn.error.message);
    return null;
  }
  const png = await rasterised(drawn.value);
  if (!png.ok) {
    session.say(png.error.message);
    return null;
  }
  return { ...drawn.value, of: kind, png: png.value };
}
