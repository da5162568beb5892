import { makePassage } from '../../../app/anchor/passage.ts';
import {
  addAnnotations,
  annotationOfRange,
  type PassagesOf,
} from '../../../app/annotation/add-annotations.ts';
import { setStance } from '../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../app/claim/file-all.ts';
import { emptyDiff, isEmptyDiff, squashDiffs } from '../../../app/record/diff.ts';
import type { ArticleId, EvidenceId } from '../../../app/record/ids.ts';
import type {
  AnnotationRecord,
  EvidenceRecord,
  Passage,
  Stance,
} from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { countOf } from '../article-list.ts';
import { annotationOfPane, selectedPassage } from '../reading/annotate.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import { cellHere, setMatrix } from './matrix-side.ts';

/** What a stance is asked for. */
export type StanceQuestion =
  /** The sentences that are chosen in the search beside the matrix. */
  | { readonly about: 'found' }
  /** A passage of the article beside it. */
  | { readonly about: 'passage'; readonly articleId: ArticleId; readonly passage: Passage }
  /** Evidence that is there. */
  | { readonly about: 'evidence'; readonly evidenceIds: readonly EvidenceId[] };

/** The stance key: asks for the stance of the cell's passages. */
export function askStance(session: Session): void {
  const here = cellHere(session);
  if (!writable(session)) return;
  if (here === null || here.cell.kind !== 'evidence') {
    session.say('There is no passage here that could have a stance. Press E to look for one.');
    return;
  }
  const evidenceIds = here.cell.passages.map(({ evidence }) => evidence.id);
  session.openDialog({ kind: 'matrix-stance', question: { about: 'evidence', evidenceIds } });
}

/** Asks for the stance of the sentences that are chosen; where none is, of the one given. */
export function askToFile(session: Session, index: number): void {
  const { side } = session.get().matrix;
  if (side === null || side.searched?.found[index] === undefined || !writable(session)) return;
  if (side.chosen.size === 0) setMatrix(session, { side: { ...side, chosen: new Set([index]) } });
  session.openDialog({ kind: 'matrix-stance', question: { about: 'found' } });
}

/** The key for it in the text beside the matrix: files what is selected there, or the highlight at the caret. */
export function askToFileSelection(session: Session): void {
  if (!writable(session)) return;
  const mounted = session.panes.active();
  const passage = selectedPassage(session) ?? annotationOfPane(session)?.passage ?? null;
  if (mounted === null || passage === null) {
    session.say(
      'Select the words that speak of the claim first, or put the caret into a highlight.',
    );
    return;
  }
  const question = { about: 'passage', articleId: mounted.article.id, passage } as const;
  session.openDialog({ kind: 'matrix-stance', question });
}

/** Whether a text is read beside the matrix, for a claim of which passages can be filed. */
export function canFileSelection(session: Session): boolean {
  const { view, matrix } = session.get();
  return view === 'claims' && matrix.side !== null && session.panes.active() !== null;
}

/** The answer to a question for a stance: one change, one step of undo. */
export async function giveStance(
  session: Session,
  question: StanceQuestion,
  stance: Stance,
): Promise<void> {
  session.closeDialog();
  if (question.about === 'evidence') changeStances(session, question.evidenceIds, stance);
  else if (question.about === 'passage') {
    const { articleId, passage } = question;
    await filePassages(session, new Map([[articleId, [passage]]]), stance);
  } else await fileFound(session, stance);
}

function changeStances(session: Session, ids: readonly EvidenceId[], stance: Stance): void {
  const { store } = session;
  const evidence = ids.flatMap((id): EvidenceRecord[] => {
    const item = store.records.get('evidence', id);
    return item === null ? [] : [item];
  });
  const diff = evidence
    .map((item) => setStance(store.maker, item, stance))
    .reduce(squashDiffs, emptyDiff);
  if (isEmptyDiff(diff)) return;
  const what =
    evidence.length === 1 ? 'stance' : `stance of ${countOf(evidence.length, 'passage')}`;
  store.commit(`Change ${what} to “${stance}”`, diff);
  session.say(`The stance is “${stance}” now.`);
}

async function fileFound(session: Session, stance: Stance): Promise<void> {
  const { side } = session.get().matrix;
  const searched = side?.searched;
  if (side == null || searched == null) return;
  const { store } = session;
  const passages = new Map<ArticleId, Passage[]>();
  for (const [index, found] of searched.found.entries()) {
    if (!side.chosen.has(index)) continue;
    const revision = store.records.get('revision', found.revisionId);
    const text = revision && (await store.texts.read(revision.hash).catch(() => null));
    if (!session.hasProject || session.store !== store) return;
    if (text == null || text.text.slice(found.start, found.end) !== found.words) {
      session.say('The text has changed meanwhile. Search it again.');
      return;
    }
    const passage = makePassage(text.text, found.revisionId, found.start, found.end);
    const list = passages.get(found.articleId);
    if (list === undefined) passages.set(found.articleId, [passage]);
    else list.push(passage);
  }
  await filePassages(session, passages, stance);
}

/** Makes annotations where there are none yet, files all under the side's claim, takes silences of those articles back. */
async function filePassages(
  session: Session,
  passages: ReadonlyMap<ArticleId, readonly Passage[]>,
  stance: Stance,
): Promise<void> {
  const { store } = session;
  const { side } = session.get().matrix;
  const claim = side === null ? null : store.records.get('claim', side.claimId);
  if (side === null || claim === null) return;
  await keepTexts(session, passages);
  if (!session.hasProject || session.store !== store) return;
  const { records } = store;
  const lists: PassagesOf[] = [];
  const known: AnnotationRecord[] = [];
  for (const [articleId, ofArticle] of passages) {
    const article = records.get('article', articleId);
    if (article === null) continue;
    const fresh: Passage[] = [];
    for (const passage of ofArticle) {
      const there = annotationOfRange(records, articleId, passage);
      if (there === null) fresh.push(passage);
      else known.push(there);
    }
    lists.push({ article, passages: fresh });
  }
  const made = addAnnotations(store.maker, lists, []);
  const all = [...known, ...made.annotations];
  const filed = fileAll(store.maker, records, claim, all, stance);
  const diff = squashDiffs(made.diff, filed);
  if (isEmptyDiff(diff)) {
    session.say('These passages are filed there already.');
    return;
  }
  const what = all.length === 1 ? '' : `${countOf(all.length, 'passage')} `;
  store.commit(`File ${what}as evidence for C${claim.number}`, diff);
  setMatrix(session, { side: { ...side, chosen: new Set() } });
  session.say(`Filed ${what}as evidence for C${claim.number}: ${stance}.`);
}

async function keepTexts(
  session: Session,
  passages: ReadonlyMap<ArticleId, readonly Passage[]>,
): Promise<void> {
  const { records, texts } = session.store;
  for (const list of passages.values()) {
    const revision = records.get('revision', list[0]?.revisionId ?? '');
    const text: RevisionText | null =
      revision === null ? null : await texts.read(revision.hash).catch(() => null);
    if (text !== null) void texts.keep(text);
  }
}
