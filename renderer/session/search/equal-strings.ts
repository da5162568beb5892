import type { ConcordanceLine } from '../../../app/host/search.ts';
import type { ArticleId, RevisionId, TagId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import { isWordBoundary } from '../../../app/search/character-class.ts';
import { findableText, findInText, type TextRange } from '../../../app/search/find-in-text.ts';
import { annotationOfPane, selectedPassage } from '../reading/annotate.ts';
import {
  annotateRanges,
  describeAnnotated,
  objectionToCount,
  type RangeToAnnotate,
} from '../reading/annotate-ranges.ts';
import type { Session } from '../session.ts';

/** What is looked for again: words of an annotation, or of a selection, which has no tags. */
export interface EqualSource {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly words: string;
  /** What the places found will be tagged with. */
  readonly tagIds: readonly TagId[];
}

/** A place where the same words stand, in its context. */
export interface EqualString extends RangeToAnnotate {
  readonly before: string;
  readonly after: string;
}

/** What was found. */
export interface EqualStrings {
  readonly items: readonly EqualString[];
  /** `false`: there are more places than are listed. */
  readonly isComplete: boolean;
  /** Why nothing could be looked for, and what to do; `null`: it could. */
  readonly problem: string | null;
}

/** How much of the text around a place is shown, in code units. */
const contextLength = 60;

/** More places than these are neither listed nor highlighted at once. */
const mostListed = 5_000;

/** Lines that are asked for at a time. */
const pageSize = 1_000;

/** Words that the catalogue is asked for: with so many a place is found, the rest is compared in the text. */
const wordsAsked = 40;

/** Opens the list of the places where the words of the selection, or of the annotation before the analyst, stand again. */
export function openEqualStrings(session: Session): void {
  const mounted = session.panes.active();
  const selected = selectedPassage(session);
  const annotation = selected === null ? annotationOfPane(session) : null;
  const passage = selected ?? annotation?.passage ?? null;
  if (mounted === null || passage === null) {
    session.say('Select some words, or put the caret into a highlight, first.');
    return;
  }
  const { text } = mounted.text;
  if (!isWordBoundary(text, passage.start) || !isWordBoundary(text, passage.end)) {
    session.say(
      'This begins or ends inside a word. Take in the whole word first, then look again.',
    );
    return;
  }
  const source = {
    articleId: mounted.article.id,
    revisionId: passage.revisionId,
    words: passage.quote,
    tagIds: annotation?.tagIds ?? [],
  };
  session.openDialog({ kind: 'equal-strings', source });
}

/**
 * Where the words stand as whole words, folded as the find bar folds (rule F1): in the open text, or in the present
 * revision of every article. In order; the place that they were taken from is one of them.
 */
export async function findEqualStrings(
  session: Session,
  source: EqualSource,
  scope: 'article' | 'all',
): Promise<EqualStrings> {
  const problem = objectionTo(source);
  if (problem !== null) return { items: [], isComplete: true, problem };
  return scope === 'article' ? await inArticle(session, source) : await inAll(session, source);
}

/** Highlights the places with the tags of what they were looked for with: one change, one step for undo. */
export async function highlightEqual(
  session: Session,
  source: EqualSource,
  items: readonly EqualString[],
): Promise<string> {
  const objection = objectionToCount(items.length);
  if (objection !== null) return objection;
  const tags = source.tagIds.flatMap((id): TagRecord[] => {
    const tag = session.store.records.get('tag', id);
    return tag === null ? [] : [tag];
  });
  const said = describeAnnotated(await annotateRanges(session, items, tags), tags);
  session.say(said);
  return said;
}

/** Names a place for good. */
export function equalKey({ revisionId, start, end }: EqualString): string {
  return `${revisionId}:${start}:${end}`;
}

/** Which of the places are annotated, by `equalKey`. O(annotations). */
export function knownPlaces(annotations: readonly AnnotationRecord[]): ReadonlySet<string> {
  return new Set(
    annotations.map(({ passage }) => `${passage.revisionId}:${passage.start}:${passage.end}`),
  );
}

function objectionTo({ words }: EqualSource): string | null {
  if (wordsOf(words).length > 0) return null;
  return 'There are no letters or digits in it to look for. Take in a word beside it.';
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}

async function inArticle(session: Session, source: EqualSource): Promise<EqualStrings> {
  const revision = session.store.records.get('revision', source.revisionId);
  if (revision === null) return { items: [], isComplete: true, problem: null };
  const { text } = await session.store.texts.read(revision.hash);
  const place = { articleId: source.articleId, revisionId: revision.id, hash: revision.hash };
  const hits = findWhole(text, source.words);
  const items = hits.slice(0, mostListed).map((hit) => itemOf(place, text, hit, 0));
  return { items, isComplete: hits.length <= mostListed, problem: null };
}

async function inAll(session: Session, source: EqualSource): Promise<EqualStrings> {
  const words = wordsOf(source.words);
  const query = `"${words.slice(0, wordsAsked).join(' ')}"`;
  const items = new Map<string, EqualString>();
  let isComplete = true;
  for (let offset = 0; ; offset += pageSize) {
    const page = await session.host.readConcordance({
      ...{ query, mode: 'words', sort: 'article', offset, limit: pageSize },
    });
    if (page.problem !== null) return { items: [], isComplete, problem: page.problem.message };
    const read = page.lines.map((line) => fromLine(session, source.words, words.length, line));
    for (const item of await Promise.all(read)) {
      if (item !== null) items.set(equalKey(item), item);
    }
    isComplete = page.isComplete;
    if (offset + pageSize >= page.total || page.lines.length === 0) break;
    if (items.size >= mostListed) {
      isComplete = false;
      break;
    }
  }
  return { items: [...items.values()].slice(0, mostListed), isComplete, problem: null };
}

/**
 * The place of a line, if the very words stand there: the catalogue knows no signs between and around words. Long ones
 * reach beyond the line and are compared in the text.
 */
async function fromLine(
  session: Session,
  words: string,
  count: number,
  line: ConcordanceLine,
): Promise<EqualString | null> {
  const { left, hit, right, start, end } = line;
  const isLong = count > wordsAsked || words.length > hit.length + contextLength;
  const around = left + hit + right;
  const text = isLong ? (await session.store.texts.read(line.hash)).text : around;
  const shift = isLong ? 0 : start - left.length;
  const found = findWhole(text, words).find(
    (range) => range.start + shift < end && range.end + shift > start,
  );
  return found === undefined ? null : itemOf(line, text, found, shift);
}

function findWhole(text: string, words: string): readonly TextRange[] {
  return findInText(findableText(text), words, { matchCase: false, wholeWords: true });
}

function itemOf(
  { articleId, revisionId, hash }: Pick<EqualString, 'articleId' | 'revisionId' | 'hash'>,
  text: string,
  { start, end }: TextRange,
  shift: number,
): EqualString {
  return {
    ...{ articleId, revisionId, hash, words: text.slice(start, end) },
    start: (start + shift) as EqualString['start'],
    end: (end + shift) as EqualString['end'],
    before: text.slice(Math.max(0, start - contextLength), start).replaceAll('\n', ' '),
    after: text.slice(end, end + contextLength).replaceAll('\n', ' '),
  };
}
