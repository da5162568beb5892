import type { PassageMarksOptions } from '../../reader/passage-marks.ts';
import type { PassageMark } from '../../reader/place-marks.ts';
import type { MountedReader } from '../reading/panes.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import { askParallels } from './ask-parallels.ts';
import { marksOf } from './marks-of.ts';
import type { ParallelMark } from './parallel-marks.ts';
import { markInWords } from './parallel-words.ts';
import { setParallels } from './set-parallels.ts';
import { openMark } from './show-parallels.ts';

/** The panes of the reader: the comparison has its own way to show pairs. */
const marked: readonly Pane['id'][] = ['first', 'second'];

/** Keeps the marks of a reader as the project and the program's findings say. Returns what ends it. */
export function followMarks(
  session: Session,
  pane: Pane['id'],
  mounted: MountedReader,
): () => void {
  if (!marked.includes(pane)) return () => undefined;
  let drawn: readonly ParallelMark[] = [];
  const draw = (): void => {
    if (!session.hasProject) return;
    const next = marksOf(session, mounted);
    if (next === drawn || (next.length === 0 && drawn.length === 0)) return;
    drawn = next;
    mounted.reader.setMarks(next.map(passageMark));
  };
  const { views } = session;
  const stops = [
    views.follow(session.store.records.subscribe, draw, 'behind-frame'),
    views.follow(session.state.subscribe, draw, 'behind-frame'),
  ];
  draw();
  void askParallels(session, mounted.article.id);
  return () => {
    for (const stop of stops) stop();
  };
}

function passageMark({ id, start, end, lane, articles, verbatim }: ParallelMark): PassageMark {
  return { id, start, end, lane, count: articles, varied: !verbatim };
}

/** What the marks of a pane's reader say and do. */
export function passagesOf(session: Session, pane: Pane['id']): PassageMarksOptions {
  const find = (id: string): ParallelMark | undefined =>
    marksOf(session, session.panes.mountedIn(pane)).find((mark) => mark.id === id);
  return {
    title: 'Parallel passages beside the text',
    describe(id) {
      const mark = find(id);
      return mark === undefined ? '' : markInWords(mark);
    },
    onOpen(id) {
      const mark = find(id);
      if (mark === undefined) return;
      // Whoever clicked is reading: when the dialog closes the keyboard is in the text, not on a sign or on nothing.
      const isByKey = document.activeElement?.matches('button:focus-visible') === true;
      if (!isByKey) session.panes.focus(pane);
      openMark(session, pane, mark);
    },
    onFocus(id) {
      const key = find(id)?.pairs[0]?.key;
      if (key !== undefined) setParallels(session, { at: key });
    },
    onKey: (event) => session.panes.handleKey(event),
  };
}
