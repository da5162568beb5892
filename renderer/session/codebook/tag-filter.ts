import { redirectExpression } from '../../../app/annotation/redirect-expression.ts';
import { matchesTags, parseTagExpression } from '../../../app/annotation/tag-expression.ts';
import type {
  TagExpression,
  TagExpressionProblem,
} from '../../../app/annotation/tag-expression-node.ts';
import { tagTerm } from '../../../app/annotation/tag-names.ts';
import { writeTagExpression } from '../../../app/annotation/write-tag-expression.ts';
import type { AnnotationId, TagId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import { showsTexts } from '../shown-panes.ts';

/** Says of an annotation whether the tag filter lets it through. */
export type AnnotationFilter = (annotation: AnnotationRecord) => boolean;

/** The tag filter as it is now. */
export interface TagFilter {
  /** As it is shown: what was typed, with the names that the tags have by now. */
  readonly text: string;
  /** `null` where one of its tags is gone: then nothing is filtered. */
  readonly expression: TagExpression | null;
  readonly accepts: AnnotationFilter | null;
}

/** What was understood of the session's filter, for the list of tags that it was worked out with. */
interface Kept extends TagFilter {
  readonly typed: string;
  /** By ids: what was meant when it was typed. */
  readonly meant: TagExpression | null;
  readonly tags: readonly TagRecord[];
  /** What was made since it was typed, and is let through. */
  readonly spared: Set<AnnotationId>;
}

const kept = new WeakMap<Session, Kept>();

/**
 * Lets only annotations through that a tag expression asks for, wherever annotations are listed or drawn; nothing but space
 * takes the filter away. An expression that can't be understood changes nothing; its problem is the answer.
 */
export function setTagFilter(session: Session, text: string): TagExpressionProblem | null {
  const typed = text.trim();
  if (typed === '') {
    clearTagFilter(session);
    return null;
  }
  const parsed = parseTagExpression(typed, session.store.records.list('tag'));
  if (!parsed.ok) return parsed.error;
  session.set({ tagFilter: typed });
  leaveHidden(session);
  return null;
}

/**
 * For tags that are about to be merged: a filter that asks for one of `gone` asks for the one that is left (rule G8). Returns
 * what sets it, to be called after the merge.
 */
export function redirectFilter(
  session: Session,
  gone: ReadonlySet<TagId>,
  survivor: TagId,
): () => void {
  const meant = tagFilter(session) === null ? null : (kept.get(session)?.meant ?? null);
  const next = meant === null ? null : redirectExpression(meant, gone, survivor);
  return () => {
    if (next === null || next === meant) return;
    const text = writeTagExpression(next, session.store.records.list('tag'));
    if (text !== null) session.set({ tagFilter: text });
  };
}

/** Keys in a reader never act on an annotation that it does not draw (rule A22). */
function leaveHidden(session: Session): void {
  const annotation = showsTexts(session.get()) ? session.annotation() : null;
  const accepts = tagFilterOf(session);
  if (annotation !== null && accepts?.(annotation) === false) session.focusAnnotation(null);
}

/** Lets an annotation that is about to be made through the present filter: what one makes one wants to see (rule A22). */
export function spareFromFilter(session: Session, id: AnnotationId): void {
  if (tagFilter(session) !== null) kept.get(session)?.spared.add(id);
}

export function clearTagFilter(session: Session): void {
  session.set({ tagFilter: '' });
}

/** Filters by a tag and those below it; if that is the filter already, it is taken away. */
export function filterByTag(session: Session, tag: TagRecord): void {
  const term = tagTerm(session.store.records.list('tag'), tag);
  if (tagFilter(session)?.text === term) {
    clearTagFilter(session);
    session.say('The tag filter is off.');
    return;
  }
  setTagFilter(session, term);
  session.say(`Filtered by the tag “${tag.name}”.`);
}

/**
 * Says of an annotation whether the tag filter lets it through; `null`: there is no filter. The function stays the same
 * until the filter, or what its tags mean, changes. Cost: nothing, but after a change of the codebook that of reading the
 * filter's text again. Views draw anew on `SessionState.tagFilter` and the list of tags.
 */
export function tagFilterOf(session: Session): AnnotationFilter | null {
  return tagFilter(session)?.accepts ?? null;
}

/**
 * The filter with the text that it is shown by; `null`: there is none. It keeps to the tags that were meant: they may be
 * renamed or moved meanwhile (rule G7). The same object until something of it changes.
 */
export function tagFilter(session: Session): TagFilter | null {
  const typed = session.get().tagFilter;
  if (typed === '' || !session.hasProject) return null;
  const tags = session.store.records.list('tag');
  const before = kept.get(session);
  if (before?.typed === typed && before.tags === tags) return before;
  const now = workOut(typed, tags, before?.typed === typed ? before : null);
  kept.set(session, now);
  return now;
}

function workOut(typed: string, tags: readonly TagRecord[], before: Kept | null): Kept {
  const parsed = parseTagExpression(typed, tags);
  const asTyped = parsed.ok ? parsed.value : null;
  if (before === null || before.meant === null) {
    return make(typed, tags, typed, asTyped, asTyped, before);
  }
  const { meant } = before;
  if (asTyped !== null && asksForSame(asTyped, meant)) {
    return make(typed, tags, typed, meant, asTyped, before);
  }
  const text = writeTagExpression(meant, tags);
  const again = text === null ? null : parseTagExpression(text, tags);
  const expression = again?.ok === true ? again.value : null;
  return make(typed, tags, text ?? before.text, meant, expression, before);
}

function make(
  typed: string,
  tags: readonly TagRecord[],
  text: string,
  meant: TagExpression | null,
  expression: TagExpression | null,
  before: Kept | null,
): Kept {
  const isAsBefore =
    before !== null &&
    before.expression !== null &&
    expression !== null &&
    isSame(before.expression, expression);
  const spared = before?.spared ?? new Set<AnnotationId>();
  const accepts = isAsBefore
    ? before.accepts
    : expression &&
      (({ id, tagIds }: AnnotationRecord) => spared.has(id) || matchesTags(expression, tagIds));
  return { typed, tags, text, meant, expression, accepts, spared };
}

/** Whether two expressions name the same tags in the same way, whatever is below those by now. */
function asksForSame(one: TagExpression, other: TagExpression): boolean {
  return JSON.stringify(one, withoutBelow) === JSON.stringify(other, withoutBelow);
}

function withoutBelow(key: string, value: unknown): unknown {
  return key === 'matching' ? undefined : value;
}

/** Whether two expressions let the same annotations through because they are the same, with the same tags below. */
function isSame(one: TagExpression, other: TagExpression): boolean {
  const withBelow = (key: string, value: unknown): unknown =>
    key === 'matching' && value instanceof Set ? [...value].sort() : value;
  return JSON.stringify(one, withBelow) === JSON.stringify(other, withBelow);
}
