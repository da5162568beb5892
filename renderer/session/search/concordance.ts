import { annotationOfRange } from '../../../app/annotation/add-annotations.ts';
import { addTag } from '../../../app/annotation/annotation-diffs.ts';
import type { ConcordanceLine } from '../../../app/host/search.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import {
  annotateRanges,
  describeAnnotated,
  objectionToCount,
  type RangeToAnnotate,
} from '../reading/annotate-ranges.ts';
import { describeAnnotation } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { readPage } from './search.ts';
import { lineKey, rowAt, type SearchState } from './search-state.ts';

/** Goes to a row; with `extend` everything from where Shift was first held to it is selected. */
export function goToRow(session: Session, index: number, extend = false): void {
  const { search } = session.get();
  const found = search.view === 'articles' ? search.articles : search.lines;
  if (found === null || found.total === 0) return;
  const cursor = Math.max(0, Math.min(index, found.total - 1));
  if (!extend || search.lines === null) {
    session.set({ search: { ...search, cursor, anchor: cursor } });
    inspectLine(session);
    return;
  }
  const selected = new Map<string, ConcordanceLine>();
  const [from, to] = [Math.min(search.anchor, cursor), Math.max(search.anchor, cursor)];
  for (let at = from; at <= to; at += 1) {
    const line = rowAt(search.lines, at);
    if (line !== undefined) selected.set(lineKey(line), line);
  }
  session.set({ search: { ...search, cursor, selected } });
}

/** The Inspector follows the cursor: it shows the highlight of the line, or none. */
function inspectLine(session: Session): void {
  const { lines, cursor } = session.get().search;
  const line = lines === null ? undefined : rowAt(lines, cursor);
  session.focusAnnotation(
    line === undefined ? null : (annotationOfLine(session, line)?.id ?? null),
  );
}

/** Selects a line, or takes it out of the selection. */
export function toggleLine(session: Session, index: number): void {
  const { search } = session.get();
  const line = search.lines === null ? undefined : rowAt(search.lines, index);
  if (line === undefined) return;
  const selected = new Map(search.selected);
  if (!selected.delete(lineKey(line))) selected.set(lineKey(line), line);
  session.set({ search: { ...search, selected, cursor: index, anchor: index } });
}

/** Selects every line that was read. */
export function selectAllLines(session: Session): void {
  const { search } = session.get();
  const lines = [...(search.lines?.pages.values() ?? [])].flat();
  const selected = new Map(lines.map((line) => [lineKey(line), line]));
  session.set({ search: { ...search, selected } });
}

/** `false`: nothing was selected. */
export function clearSelection(session: Session): boolean {
  const { search } = session.get();
  if (search.selected.size === 0) return false;
  session.set({ search: { ...search, selected: new Map() } });
  return true;
}

/** The annotation of just the hit of a line; `null`: it is not annotated. */
export function annotationOfLine(session: Session, line: ConcordanceLine): AnnotationRecord | null {
  return annotationOfRange(session.store.records, line.articleId, line);
}

/** The lines that keys act on: those selected, or the one with the cursor. */
function chosenLines(search: SearchState): readonly ConcordanceLine[] {
  if (search.selected.size > 0) return [...search.selected.values()];
  const line = search.lines === null ? undefined : rowAt(search.lines, search.cursor);
  return line === undefined ? [] : [line];
}

/**
 * Highlights the selected lines, or the one with the cursor. A tag is also put on a highlight that is there already, if
 * it is the only line meant.
 */
export async function highlightLines(session: Session, tag: TagRecord | null): Promise<void> {
  const lines = chosenLines(session.get().search);
  const [first] = lines;
  if (!mayChange(session) || first === undefined) return;
  const known = lines.length === 1 ? annotationOfLine(session, first) : null;
  if (known !== null) {
    tagKnown(session, known, tag);
    return;
  }
  await highlightThese(session, lines, tag);
}

/** Highlights every line of the concordance, those out of sight included: one step for undo. */
export async function highlightAllLines(session: Session, tag: TagRecord | null): Promise<void> {
  const { lines } = session.get().search;
  if (!mayChange(session) || lines === null || lines.total === 0) return;
  const objection = objectionToCount(lines.total);
  if (objection !== null) {
    session.say(objection);
    return;
  }
  for (let page = 0; page * lines.pageSize < lines.total; page += 1) {
    if (session.get().search.lines?.pages.has(page) !== true) {
      await readPage(session, page);
    }
  }
  const now = session.get().search.lines;
  const all = [...(now?.pages.values() ?? [])].flat();
  if (now?.total !== lines.total || all.length < lines.total) {
    session.say('The results changed meanwhile, so nothing was highlighted. Press the key again.');
    return;
  }
  await highlightThese(session, all, tag);
}

/** The number keys: the tag of that key; `null` with a word to the analyst if there is none. */
export function tagOfKey(session: Session, key: number): TagRecord | null {
  const tag = session.store.records.list('tag').find((candidate) => candidate.key === key);
  if (tag === undefined) session.say(`No tag has the key ${key}.`);
  return tag ?? null;
}

async function highlightThese(
  session: Session,
  lines: readonly ConcordanceLine[],
  tag: TagRecord | null,
): Promise<void> {
  if (lines.length > 200)
    session.say(`Highlighting ${lines.length.toLocaleString('en-GB')} lines…`);
  const tags = tag === null ? [] : [tag];
  const done = await annotateRanges(session, lines.map(rangeOfLine), tags);
  const [made] = done.annotations;
  if (done.annotations.length === 1 && made !== undefined && lines.length === 1) {
    session.focusAnnotation(made.id);
    session.say(`Highlighted. ${describeAnnotation(session, made)}`);
  } else session.say(describeAnnotated(done, tags));
}

function rangeOfLine(line: ConcordanceLine): RangeToAnnotate {
  const { articleId, revisionId, hash, start, end, hit } = line;
  return { articleId, revisionId, hash, start, end, words: hit };
}

function tagKnown(session: Session, annotation: AnnotationRecord, tag: TagRecord | null): void {
  if (tag === null || annotation.tagIds.includes(tag.id)) {
    session.say(`This line is highlighted already. ${describeAnnotation(session, annotation)}`);
    return;
  }
  const { store } = session;
  store.commit(`Tag as “${tag.name}”`, addTag(store.maker, annotation, tag.id));
  session.say(`Tagged as “${tag.name}”.`);
}

function mayChange(session: Session): boolean {
  const { readOnly } = session.store.project;
  if (readOnly !== null) session.say(readOnly);
  return readOnly === null;
}
