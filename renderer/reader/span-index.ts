import { compareSpans } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { blockIndexAt } from './offset-map.ts';
import { type ReaderSpan, sameSpan } from './reader-span.ts';

/** The annotations of a revision by the blocks they reach into. An immutable value. */
export interface SpanIndex {
  /** As they were given. */
  readonly spans: readonly ReaderSpan[];
  /** Per block, in the order of `compareSpans`. */
  readonly ofBlock: readonly (readonly ReaderSpan[])[];
  /** By id: of an earlier index, and what has changed since. `null`: it is gone. */
  readonly known: ReadonlyMap<AnnotationId, ReaderSpan>;
  readonly since: ReadonlyMap<AnnotationId, ReaderSpan | null>;
}

const none: readonly ReaderSpan[] = [];

/** After so many changes all are listed anew: copying these costs less than a hundredth of a millisecond, 10,000 one. */
const mostSince = 250;

/** The index of no annotations. */
export function emptySpanIndex(blocks: readonly Block[]): SpanIndex {
  const nothing = new Map<AnnotationId, never>();
  return { spans: none, ofBlock: blocks.map(() => none), known: nothing, since: nothing };
}

/** The annotation with an id, if it is there. O(1). */
export function spanById(index: SpanIndex, id: AnnotationId | null): ReaderSpan | undefined {
  if (id === null) return undefined;
  const changed = index.since.get(id);
  return changed === undefined ? index.known.get(id) : (changed ?? undefined);
}

/**
 * The index of `spans`, whose ids must be unique, and the blocks whose spans differ from those of `index`, in ascending
 * order. Comparing costs O(spans), the less the more of the list begins and ends as before; the rest depends on the
 * differences and their blocks alone.
 */
export function updateSpanIndex(
  index: SpanIndex,
  blocks: readonly Block[],
  spans: readonly ReaderSpan[],
): { readonly index: SpanIndex; readonly changed: readonly number[] } {
  const { gone, come } = differences(index.spans, spans);
  const comeIn = new Map<number, ReaderSpan[]>();
  const changed = new Set<number>();
  for (const span of come) {
    for (const block of blocksOfSpan(blocks, span)) {
      changed.add(block);
      const list = comeIn.get(block);
      if (list === undefined) {
        comeIn.set(block, [span]);
      } else {
        list.push(span);
      }
    }
  }
  const goneIds = new Set<AnnotationId>();
  for (const span of gone) {
    goneIds.add(span.id);
    for (const block of blocksOfSpan(blocks, span)) {
      changed.add(block);
    }
  }
  const ofBlock = index.ofBlock.slice();
  for (const block of changed) {
    const kept = (ofBlock[block] ?? none).filter((span) => !goneIds.has(span.id));
    ofBlock[block] = kept.concat(comeIn.get(block) ?? none).sort(compareSpans);
  }
  return {
    index: { spans, ofBlock, ...knownAfter(index, spans, gone, come) },
    changed: [...changed].sort((left, right) => left - right),
  };
}

function knownAfter(
  { known, since }: SpanIndex,
  spans: readonly ReaderSpan[],
  gone: readonly ReaderSpan[],
  come: readonly ReaderSpan[],
): Pick<SpanIndex, 'known' | 'since'> {
  if (since.size + gone.length + come.length > mostSince) {
    return { known: new Map(spans.map((span) => [span.id, span])), since: new Map() };
  }
  const changes = new Map(since);
  for (const { id } of gone) changes.set(id, null);
  for (const span of come) changes.set(span.id, span);
  return { known, since: changes };
}

/** The spans of the old list that the new one does not have as they were, and the other way round. */
function differences(
  old: readonly ReaderSpan[],
  next: readonly ReaderSpan[],
): { readonly gone: readonly ReaderSpan[]; readonly come: readonly ReaderSpan[] } {
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && areSame(old[start], next[start])) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && areSame(old[old.length - 1 - end], next[next.length - 1 - end])) {
    end += 1;
  }
  const oldById = new Map<AnnotationId, ReaderSpan>();
  for (const span of old.slice(start, old.length - end)) {
    oldById.set(span.id, span);
  }
  const come: ReaderSpan[] = [];
  for (const span of next.slice(start, next.length - end)) {
    if (areSame(oldById.get(span.id), span)) {
      oldById.delete(span.id);
    } else {
      come.push(span);
    }
  }
  return { gone: [...oldById.values()], come };
}

function areSame(left: ReaderSpan | undefined, right: ReaderSpan | undefined): boolean {
  // Nearly all are the very same.
  if (left === right) return left !== undefined;
  return left !== undefined && right !== undefined && sameSpan(left, right);
}

/** The indexes of the blocks that a span has at least one code unit in, ascending. */
export function* blocksOfSpan(
  blocks: readonly Block[],
  span: Pick<ReaderSpan, 'start' | 'end'>,
): Generator<number> {
  if (span.start >= span.end) {
    return;
  }
  let index = blockIndexAt(blocks, span.start);
  for (let block = blocks[index]; block && block.start < span.end; block = blocks[index]) {
    if (block.end > span.start) {
      yield index;
    }
    index += 1;
  }
}
