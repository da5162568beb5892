import { citationOf } from '../../../app/brief/cited-ids.ts';
import { accept } from '../../../app/brief/live/accept-changes.ts';
import type { CitationChange } from '../../../app/brief/live/citation-changes.ts';
import { type CitationState, citationState } from '../../../app/brief/live/citation-state.ts';
import { type DifferencePiece, wordDifferences } from '../../../app/compare/word-differences.ts';
import { keepAnnotations, putBack } from '../../../app/reanchor/carry-diffs.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';
import { asOneEdit } from '../writing/brief-outline.ts';

export type { CitationChange, CitationState };

/** How a citation stands to its records now; `null`: it is none. */
export function stateOf(records: RecordSource, citation: RichTextNode): CitationState | null {
  return citationState(records, citation);
}

function isChanged(session: Session, citation: RichTextNode): boolean {
  return citationState(session.store.records, citation)?.kind === 'changed';
}

/** The selected citation prints what its records say now, and that is what the writer wants: one step of undo. */
export function acceptChange(session: Session): void {
  const citation = session.briefEditor?.citations?.selected() ?? null;
  if (citation === null || !isChanged(session, citation)) {
    session.say('Select a citation that has changed first.');
    return;
  }
  const count = update(session, 'selected', 'Accept a changed citation');
  if (count === 0) return;
  session.say('Accepted. The citation prints what its source says now.');
  focusNamed('brief');
}

/** The same for every changed citation of the brief, as one step of undo. */
export function acceptAllChanges(session: Session): void {
  const count = update(session, 'all', 'Accept all changed citations');
  session.say(
    count === 0
      ? 'No citation of this brief has changed.'
      : `Accepted ${count} changed citation${count === 1 ? '' : 's'}. Undo takes that back.`,
  );
}

function update(session: Session, which: 'selected' | 'all', name: string): number {
  const { records } = session.store;
  let count = 0;
  asOneEdit(session, name, () => {
    count =
      session.briefEditor?.citations?.update(which, (citation) =>
        isChanged(session, citation) ? accept(records, citation) : citation,
      ) ?? 0;
    return count > 0;
  });
  return count;
}

/** Selects the next (1) or the changed citation before (-1). */
export function stepChanged(session: Session, direction: 1 | -1): void {
  const found = session.briefEditor?.citations?.step(direction, (citation) => {
    const state = citationState(session.store.records, citation);
    return state?.kind === 'changed' || state?.kind === 'missing';
  });
  if (found !== true) session.say('No citation of this brief has changed.');
  else focusNamed('brief');
}

/** The revision that a changed quotation could be kept on: the one that it came from. `null`: none. */
export function revisionToKeep(records: RecordSource, citation: RichTextNode): number | null {
  const annotation = annotationOf(records, citation);
  if (annotation === null) return null;
  const article = records.get('article', annotation.articleId);
  const isWaiting = article !== null && annotation.passage.revisionId !== article.revisionId;
  const from =
    annotation.carried?.from.revisionId ?? (isWaiting ? annotation.passage.revisionId : null);
  if (from === null || (isWaiting && annotation.keptFrom === article.revisionId)) return null;
  const revision = records.get('revision', from);
  return revision === null ? null : (revision.number ?? 1);
}

/** Puts the annotation of a citation back on the revision that it was made on, and leaves it there. */
export function keepRevision(session: Session, citation: RichTextNode): void {
  const { records, maker } = session.store;
  const annotation = annotationOf(records, citation);
  const number = revisionToKeep(records, citation);
  if (annotation === null || number === null) return;
  const present = (one: AnnotationRecord) =>
    records.get('article', one.articleId)?.revisionId ?? one.passage.revisionId;
  const diff =
    annotation.carried === undefined
      ? keepAnnotations(maker, [annotation], present)
      : putBack(maker, [annotation], present);
  session.store.commit(`Keep revision ${number} in a citation`, diff);
  session.say(`The citation stays with revision ${number}.`);
  focusNamed('brief');
}

function annotationOf(records: RecordSource, citation: RichTextNode): AnnotationRecord | null {
  const cited = citationOf(citation);
  return cited?.kind === 'annotation' ? records.get('annotation', cited.id) : null;
}

/** Before and after of a change, as people read them, with the words that differ. */
export interface ShownChange {
  readonly title: string;
  readonly pieces: readonly DifferencePiece[];
  /** Nothing was there before, or nothing is there now. */
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

const fieldTitles: Readonly<Record<CitationChange['field'], string>> = {
  quote: 'Words',
  revision: 'Revision',
  latest: 'Latest revision of the article',
  outlet: 'Outlet',
  title: 'Title',
  byline: 'Byline',
  published: 'Date',
  url: 'Address',
  section: 'Section',
  language: 'Language',
  wording: 'Wording',
  speaker: 'Speaker',
  saidOn: 'Said on',
  saidUntil: 'Said until',
  place: 'Place',
  status: 'Status',
  evidence: 'Evidence',
};

/** What changed, for the Inspector. Cost: comparing the words. */
export function shownChanges(
  records: RecordSource,
  changes: readonly CitationChange[],
): readonly ShownChange[] {
  return changes.map((change) => {
    const [before, after] = wordsOf(records, change);
    return {
      title: titleOf(records, change),
      pieces: wordDifferences(before ?? '', after ?? ''),
      hasBefore: before !== null,
      hasAfter: after !== null,
    };
  });
}

/** "Evidence 3:10", "Outlet of article 3", "Date". */
function titleOf(records: RecordSource, change: CitationChange): string {
  const title = fieldTitles[change.field];
  if (change.field === 'evidence')
    return `${title} ${labelOf(records, change.annotationId)}`.trim();
  const article = change.of === undefined ? null : records.get('article', change.of);
  if (article === null) return title;
  return change.field === 'latest'
    ? `Latest revision of article ${article.number}`
    : `${title} of article ${article.number}`;
}

function wordsOf(
  records: RecordSource,
  change: CitationChange,
): readonly [string | null, string | null] {
  if (change.field === 'evidence') {
    const said = (words: typeof change.before) =>
      words === null ? null : `${words.stance}: ${words.quote ?? '(deleted)'}`;
    return [said(change.before), said(change.after)];
  }
  if (change.field !== 'revision' && change.field !== 'latest')
    return [change.before, change.after];
  const name = (hash: string | null): string | null => {
    const revision = records.list('revision').find((one) => one.hash === hash);
    return hash === null
      ? null
      : revision === undefined
        ? hash.slice(0, 12)
        : `revision ${revision.number ?? 1}`;
  };
  return [name(change.before), name(change.after)];
}

function labelOf(records: RecordSource, id: AnnotationId): string {
  const annotation = records.get('annotation', id);
  const article = annotation && records.get('article', annotation.articleId);
  return annotation && article ? `${article.number}:${annotation.number}` : '';
}
