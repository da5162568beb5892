import type { MatrixCell } from '../../../app/claim/matrix-cell.ts';
import { claimQuery } from '../../../app/claim/significant-words.ts';
import type { SearchMode } from '../../../app/host/search.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, ClaimRecord, SilenceRecord } from '../../../app/record/records.ts';
import { focusNamed } from '../focus.ts';
import { findFromSearch } from '../search/find.ts';
import type { Session } from '../session.ts';
import { matrixShown } from './matrix-shown.ts';
import type { MatrixFound, MatrixPlace, MatrixSide, MatrixState } from './matrix-state.ts';
import { searchArticles } from './search-articles.ts';

export function setMatrix(session: Session, patch: Partial<MatrixState>): void {
  session.set({ matrix: { ...session.get().matrix, ...patch } });
}

/** Puts a cell or a head before the analyst: the Inspector shows it. */
export function goToCell(session: Session, { claimId: row, columnId }: MatrixPlace): void {
  const place: MatrixPlace = { claimId: row, columnId };
  const { matrix, claimId, annotationId } = session.get();
  const isSame = matrix.place.claimId === place.claimId && matrix.place.columnId === place.columnId;
  if (isSame && claimId === null && annotationId === null) return;
  session.flushDrafts();
  session.set({ matrix: { ...matrix, place }, claimId: null, annotationId: null });
}

/** What the cell before the analyst holds; `null`: a head is, or something that is gone. */
export function cellHere(session: Session): {
  readonly claimId: NonNullable<MatrixPlace['claimId']>;
  readonly columnId: string;
  readonly cell: MatrixCell;
} | null {
  const { claimId, columnId } = session.get().matrix.place;
  if (claimId === null || columnId === null) return null;
  const cell = matrixShown(session).cellOf(claimId, columnId);
  return cell === null ? null : { claimId, columnId, cell };
}

/** Enter on a cell: its passages beside the matrix, with the first in its text; where there are none, the search. */
export function openCell(session: Session): void {
  const here = cellHere(session);
  if (here === null) return;
  const first = here.cell.kind === 'evidence' ? here.cell.passages[0] : undefined;
  if (first === undefined) {
    searchCell(session);
    return;
  }
  setMatrix(session, { side: { ...emptySide, ...placeOf(here), shows: 'passages' } });
  showPassage(session, first.annotation);
  focusNamed('matrix-side');
}

/** Shows a passage of a cell in its text beside the matrix; the keyboard stays where it is. */
export function showPassage(session: Session, annotation: AnnotationRecord): void {
  const { start, end, revisionId } = annotation.passage;
  const pane = session.panes.open(annotation.articleId, {
    ...{ stay: true, byItself: true, revisionId },
  });
  session.focusAnnotation(annotation.id);
  session.panes.reveal(pane, { annotationId: annotation.id, start, end });
}

/** Opens a passage of the cell before the analyst beside the matrix, with the keyboard in its text. */
export function showPassageBeside(session: Session, annotation: AnnotationRecord): void {
  const here = cellHere(session);
  if (here === null) return;
  const { side } = session.get().matrix;
  const isSame = side?.claimId === here.claimId && side.columnId === here.columnId;
  if (!isSame) {
    setMatrix(session, { side: { ...emptySide, ...placeOf(here), shows: 'passages' } });
  }
  showPassage(session, annotation);
  focusOfReader(session);
}

/**
 * Opens the articles of the cell's column beside the matrix with a search of them for the words that matter in the claim
 * (rule X9). What was searched there last comes back.
 */
export function searchCell(session: Session): void {
  const here = cellHere(session);
  if (here === null) return;
  const { records } = session.store;
  const claim = records.get('claim', here.claimId);
  const column = matrixShown(session).columnOf(here.columnId);
  const [first] = column?.articleIds ?? [];
  if (claim === null || first === undefined) return;
  const { side } = session.get().matrix;
  const isSame = side?.claimId === here.claimId && side.columnId === here.columnId;
  const silence = here.cell.kind === 'silent' ? here.cell.silences[0] : undefined;
  const { query, mode } = isSame && side.query !== '' ? side : firstSearch(claim, silence);
  setMatrix(session, { side: { ...emptySide, ...placeOf(here), shows: 'search', query, mode } });
  session.focusAnnotation(null);
  session.panes.open(first, { stay: true, byItself: true });
  void runCellSearch(session);
  focusNamed('matrix-side');
}

/** The search of a cell's articles, from what stands beside the matrix. */
export function searchCellOf(session: Session, side: MatrixPlace): void {
  goToCell(session, side);
  searchCell(session);
}

/** Shows the other thing of the cell that stands beside the matrix. */
export function showSide(session: Session, shows: MatrixSide['shows']): void {
  const { side } = session.get().matrix;
  if (side === null || side.shows === shows) return;
  if (shows === 'search') searchCellOf(session, side);
  else setMatrix(session, { side: { ...side, shows } });
}

/** Puts the keyboard into the text beside the matrix. */
export function focusOfReader(session: Session): void {
  session.panes.focus(session.get().activePane);
}

/** Another query: what was found is not what it finds; nothing can be confirmed until it was searched. */
export function changeCellQuery(session: Session, query: string): void {
  const { side } = session.get().matrix;
  if (side === null || side.query === query) return;
  setMatrix(session, {
    side: { ...side, query, searched: null, problem: null, chosen: new Set() },
  });
}

/** Whether the query is words or one regular expression: another one finds something else. */
export function changeCellSearchMode(session: Session, mode: SearchMode): void {
  const { side } = session.get().matrix;
  if (side === null || side.mode === mode) return;
  setMatrix(session, {
    side: { ...side, mode, searched: null, problem: null, chosen: new Set() },
  });
}

/** What showed the silence of a cell, or the words that matter in its claim. */
function firstSearch(
  claim: ClaimRecord,
  silence: SilenceRecord | undefined,
): Pick<MatrixSide, 'query' | 'mode'> {
  if (silence === undefined || silence.search === '') {
    return { query: claimQuery(claim.wording), mode: 'words' };
  }
  return { query: silence.search, mode: silence.mode ?? 'words' };
}

/** Searches the articles of the side's column. Of several requests the last one counts. */
export async function runCellSearch(session: Session): Promise<void> {
  const { side } = session.get().matrix;
  const column = side === null ? null : matrixShown(session).columnOf(side.columnId);
  if (side === null || column === null) return;
  const { store } = session;
  const asked: MatrixSide = { ...side, searching: true, problem: null };
  setMatrix(session, { side: asked });
  const result = await searchArticles(session, asked.query, asked.mode, column.articleIds);
  if (!session.hasProject || session.store !== store) return;
  const now = session.get().matrix.side;
  const isLate =
    now === null ||
    now.claimId !== asked.claimId ||
    now.columnId !== asked.columnId ||
    now.query !== asked.query ||
    now.mode !== asked.mode;
  if (isLate) return;
  if (!result.ok) {
    setMatrix(session, { side: { ...now, searching: false, problem: result.problem } });
    return;
  }
  const { searched } = result;
  setMatrix(session, {
    side: { ...now, searching: false, searched, chosen: new Set() },
  });
  const count = searched.found.length + searched.more;
  session.say(
    count === 0
      ? 'Nothing was found. Press M to confirm that the article is silent.'
      : `${count} ${count === 1 ? 'sentence' : 'sentences'} found.`,
  );
  const [first] = searched.found;
  const pane = first === undefined ? session.get().activePane : showFoundSentence(session, first);
  findFromSearch(session, pane, asked.query, asked.mode);
}

/** Shows a sentence that was found in its text; the keyboard stays where it is. */
export function showFoundSentence(session: Session, found: MatrixFound) {
  const { articleId, revisionId, start, end } = found;
  const pane = session.panes.open(articleId, { stay: true, byItself: true, revisionId });
  session.panes.reveal(pane, { annotationId: null, start, end });
  return pane;
}

/** Closes what stands beside the matrix. `false`: nothing did. */
export function closeSide(session: Session): boolean {
  const { matrix, find } = session.get();
  if (matrix.side === null) return false;
  const { language } = find ?? {};
  if (language === 'query' || (language === 'pattern' && matrix.side.mode === 'pattern')) {
    session.set({ find: null });
  }
  session.set({ matrix: { ...matrix, side: null }, annotationId: null });
  focusNamed('matrix');
  return true;
}

/** From the text beside the matrix to the cell that it stands for. `false`: no text stands beside it. */
export function backToMatrix(session: Session): boolean {
  const { view, matrix } = session.get();
  if (view !== 'claims' || matrix.side === null) return false;
  goToCell(session, matrix.side);
  focusNamed('matrix');
  return true;
}

/** Puts a sentence among those that are to be filed, or takes it out. */
export function toggleFound(session: Session, index: number): void {
  const { side } = session.get().matrix;
  if (side === null) return;
  const chosen = new Set(side.chosen);
  if (!chosen.delete(index)) chosen.add(index);
  setMatrix(session, { side: { ...side, chosen } });
}

/** The articles of the side's column. */
export function articlesOfSide(session: Session, side: MatrixSide): readonly ArticleId[] {
  return matrixShown(session).columnOf(side.columnId)?.articleIds ?? [];
}

const emptySide = {
  query: '',
  mode: 'words',
  searched: null,
  searching: false,
  problem: null,
  chosen: new Set<number>(),
} as const;

function placeOf<Place extends { claimId: unknown; columnId: unknown }>({
  claimId,
  columnId,
}: Place) {
  return { claimId, columnId } as Pick<Place, 'claimId' | 'columnId'>;
}
