import type { TextDifferences } from '../../../app/compare/text-differences.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { listArticle } from '../article-list.ts';
import { instantWords, sourceWords } from '../corpus/source-words.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';
import { compareTexts } from './compare-texts.ts';
import { countDifferences, describeDifference, differenceItems } from './difference-items.ts';
import { numberOf, openRevision, revisionsOf } from './revisions.ts';

/** Two revisions that are read against each other: of one article, or of two (near duplicates). */
export interface DifferenceSides {
  /** The older one, or the one that the other is measured by. */
  readonly left: RevisionId;
  readonly right: RevisionId;
}

/** What the view `difference` shows. */
export interface DifferencesShown {
  readonly sides: DifferenceSides;
  readonly compared: ComparedTexts | null;
  /** Why there is nothing to see; `null`: nothing went wrong. */
  readonly failure: string | null;
  /** The difference that the analyst is at, counted from 0; `null`: none yet. */
  readonly at: number | null;
}

/** Two texts with their differences. */
export interface ComparedTexts {
  readonly left: RevisionText;
  readonly right: RevisionText;
  readonly differences: TextDifferences;
  /** How many places differ: rows in a row count once. */
  readonly total: number;
}

/** One of the two texts, as the head names it. */
export interface SideHead {
  readonly title: string;
  /** Outlet and date of the article. */
  readonly source: string;
  /** "Revision 1 of 3, 12 May 2031, 09:14, story.html (web page)". */
  readonly revision: string;
}

/** The comparison that a session's window waits for. */
const running = new WeakMap<Session, AbortController>();

/** Shows the differences of two texts in the Desk. */
export function openDifferences(session: Session, sides: DifferenceSides): void {
  session.flushDrafts();
  const shown: DifferencesShown = { sides, compared: null, failure: null, at: null };
  session.set({ view: 'difference', differences: shown, claimId: null });
  focusNamed('differences');
  running.get(session)?.abort();
  const abort = new AbortController();
  running.set(session, abort);
  void compare(session, sides, abort.signal);
}

/** Lets go of two texts whose view is left: they may be long. */
export function dropDifferences(session: Session): void {
  if (session.get().view === 'difference') return;
  running.get(session)?.abort();
  if (session.get().differences !== null) session.set({ differences: null });
}

/** Goes back to the reader. */
export function closeDifferences(session: Session): void {
  session.set({ view: 'read' });
  session.panes.focus(session.get().activePane);
}

/** Goes to the next (1) or previous (-1) difference, and says it. */
export function stepDifference(session: Session, direction: 1 | -1): void {
  const shown = session.get().differences;
  if (session.get().view !== 'difference' || shown?.compared == null) return;
  const { compared, at } = shown;
  if (compared.total === 0) {
    session.say('The two texts are the same.');
    return;
  }
  const wanted = at === null ? (direction === 1 ? 0 : compared.total - 1) : at + direction;
  if (wanted < 0 || wanted >= compared.total) {
    session.say(direction === 1 ? 'That was the last difference.' : 'That was the first one.');
    return;
  }
  session.set({ differences: { ...shown, at: wanted } });
  const items = differenceItems(compared.differences, compared.left, compared.right, new Set());
  session.say(
    `Difference ${wanted + 1} of ${compared.total}. ${describeDifference(items, wanted)}`,
  );
}

/** Turns the two sides about. */
export function swapSides(session: Session): void {
  const sides = session.get().differences?.sides;
  if (sides !== undefined) openDifferences(session, { left: sides.right, right: sides.left });
}

/** Opens one of the two texts in the reader. */
export function openSide(session: Session, revisionId: RevisionId): void {
  const revision = session.store.records.get('revision', revisionId);
  if (revision !== null) openRevision(session, revision);
}

/** What the head says of a side; `null`: the revision is gone. */
export function sideHead(session: Session, revisionId: RevisionId): SideHead | null {
  const { records } = session.store;
  const revision = records.get('revision', revisionId);
  const article = revision === null ? null : records.get('article', revision.articleId);
  if (revision === null || article === null) return null;
  const { outlet, date, metadata } = listArticle(article);
  const count = revisionsOf(records, article.id).length;
  return {
    title: metadata.title,
    source: [outlet ?? 'Outlet not stated', date ?? 'no date'].join(' · '),
    revision: [
      `Revision ${numberOf(revision)} of ${count}`,
      instantWords(revision.createdAt),
      sourceWords(revision),
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

/** "3 paragraphs changed, 1 cut, 2 inserted, 1 moved." */
export function countsInWords({ counts }: TextDifferences): string {
  const named = [
    [counts.changed, 'changed'],
    [counts.cut, 'cut'],
    [counts.inserted, 'inserted'],
    [counts.moved, 'moved'],
  ] as const;
  const parts = named
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count.toLocaleString('en-GB')} ${name}`);
  return parts.length === 0 ? 'No differences' : `Paragraphs: ${parts.join(', ')}`;
}

/** "94 % the same"; only the very same is called 100 %. */
export function similarityInWords(similarity: number): string {
  const percent = similarity === 1 ? 100 : Math.min(99.9, Math.floor(similarity * 1000) / 10);
  return `${percent} % the same`;
}

async function compare(
  session: Session,
  sides: DifferenceSides,
  signal: AbortSignal,
): Promise<void> {
  const settle = (patch: Partial<DifferencesShown>): void => {
    const shown = session.get().differences;
    if (!signal.aborted && shown?.sides === sides) {
      session.set({ differences: { ...shown, ...patch } });
    }
  };
  try {
    const [left, right] = await Promise.all([
      textOf(session, sides.left),
      textOf(session, sides.right),
    ]);
    const differences = await compareTexts(left, right, signal);
    const total = countDifferences(differences);
    settle({ compared: { left, right, differences, total } });
    if (!signal.aborted) {
      session.say(`${countsInWords(differences)}. ${similarityInWords(differences.similarity)}.`);
    }
  } catch (error) {
    settle({ failure: error instanceof Error ? error.message : String(error) });
  }
}

function textOf(session: Session, revisionId: RevisionId): Promise<RevisionText> {
  const revision = session.store.records.get('revision', revisionId);
  if (revision === null) throw new Error('The revision is gone: its import was undone.');
  return session.store.texts.read(revision.hash);
}
