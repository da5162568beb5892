import { makePassage } from '../../../app/anchor/passage.ts';
import {
  addAnnotations,
  annotatedRanges,
  type PassagesOf,
  rangeKey,
} from '../../../app/annotation/add-annotations.ts';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, Passage, TagRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import type { Session } from '../session.ts';

/** A place that is to be annotated, with the words that must stand there. */
export interface RangeToAnnotate {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly hash: RevisionHash;
  readonly start: TextOffset;
  readonly end: TextOffset;
  readonly words: string;
}

/** What became of the places. */
export interface RangesAnnotated {
  readonly annotations: readonly AnnotationRecord[];
  /** Ranges that were annotated already. */
  readonly known: number;
  /** Texts that could not be read, and words that do not stand where they should. */
  readonly failed: number;
}

/** How many ranges may be annotated at once: more are no reading any more, and a change has its bounds. */
const mostAtOnce = 5_000;

/** What to tell the analyst who wants more annotated than may be at once; `null`: it may be. */
export function objectionToCount(count: number): string | null {
  if (count <= mostAtOnce) return null;
  return `At most ${mostAtOnce.toLocaleString('en-GB')} passages are highlighted at once. Narrow the search first.`;
}

/** How many texts are asked for at a time. */
const together = 16;

/**
 * Annotates each range exactly (rule F3), with tags if any are given: one change, one step for undo. Ranges that are
 * annotated already are left out. Reads each article's text once. Does nothing if the project is left meanwhile.
 */
export async function annotateRanges(
  session: Session,
  ranges: readonly RangeToAnnotate[],
  tags: readonly TagRecord[],
): Promise<RangesAnnotated> {
  const { store } = session;
  // Until all records are here nobody knows which places are annotated already.
  await store.whenComplete();
  const passages = new Map<ArticleId, Passage[]>();
  const texts: RevisionText[] = [];
  let failed = 0;
  const groups = [...groupByText(ranges)];
  for (let at = 0; at < groups.length; at += together) {
    const some = groups.slice(at, at + together);
    const read = await Promise.all(some.map(([hash]) => store.texts.read(hash).catch(() => null)));
    if (!session.hasProject || session.store !== store) return nothing;
    for (const [index, [, ofText]] of some.entries()) {
      const text = read[index] ?? null;
      if (text !== null) texts.push(text);
      for (const { articleId, revisionId, start, end, words } of ofText) {
        if (text === null || text.text.slice(start, end) !== words) failed += 1;
        else {
          const list = passages.get(articleId) ?? [];
          passages.set(articleId, list);
          list.push(makePassage(text.text, revisionId, start, end));
        }
      }
    }
  }
  // Looked up only now: records may have changed while the texts were read.
  const lists: PassagesOf[] = [];
  let known = 0;
  for (const [articleId, all] of passages) {
    const article = store.records.get('article', articleId);
    const taken = annotatedRanges(store.records, articleId);
    const fresh = all.filter((passage) => !taken.has(rangeKey(passage)));
    if (article === null) failed += all.length;
    else {
      known += all.length - fresh.length;
      lists.push({ article, passages: fresh });
    }
  }
  const { annotations, diff } = addAnnotations(
    store.maker,
    lists,
    tags.map(({ id }) => id),
  );
  if (annotations.length > 0) {
    store.commit(changeName(annotations.length, tags), diff);
    for (const text of texts) void store.texts.keep(text);
  }
  return { annotations, known, failed };
}

const nothing: RangesAnnotated = { annotations: [], known: 0, failed: 0 };

/** "Highlighted 12 passages as “figure”. 3 were highlighted already." */
export function describeAnnotated(done: RangesAnnotated, tags: readonly TagRecord[]): string {
  const { annotations, known, failed } = done;
  const made =
    annotations.length === 0
      ? 'Nothing was highlighted.'
      : `Highlighted ${passagesOf(annotations.length)}${asTags(tags)}.`;
  const already = known === 0 ? '' : ` ${known} ${were(known)} highlighted already.`;
  const missed =
    failed === 0 ? '' : ` ${failed} could not be found in ${failed === 1 ? 'its' : 'their'} text.`;
  return `${made}${already}${missed}`;
}

function changeName(count: number, tags: readonly TagRecord[]): string {
  return `Highlight${count === 1 ? '' : ` ${passagesOf(count)}`}${asTags(tags)}`;
}

/** " as “figure”, “quote”"; nothing without a tag. */
function asTags(tags: readonly TagRecord[]): string {
  return tags.length === 0 ? '' : ` as ${tags.map(({ name }) => `“${name}”`).join(', ')}`;
}

function passagesOf(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'passage' : 'passages'}`;
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function groupByText(
  ranges: readonly RangeToAnnotate[],
): ReadonlyMap<RevisionHash, readonly RangeToAnnotate[]> {
  const groups = new Map<RevisionHash, RangeToAnnotate[]>();
  for (const range of ranges) {
    const group = groups.get(range.hash);
    if (group === undefined) groups.set(range.hash, [range]);
    else group.push(range);
  }
  return groups;
}
