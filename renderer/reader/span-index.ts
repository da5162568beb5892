import { compareSpans } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { blockIndexAt } from './offset-map.ts';
import { type ReaderSpan, sameSpan } from './reader-span.ts';

/** The annotations of a revision by id and by the blocks they reach into. An immutable value. */
export interface SpanIndex {
  readonly byId: ReadonlyMap<AnnotationId, ReaderSpan>;
  /** Per block, in the order of `compareSpans`. */
  readonly ofBlock: readonly (readonly ReaderSpan[])[];
}

const none: readonly ReaderSpan[] = [];

/** The index of no annotations. */
export function emptySpanIndex(blocks: readonly Block[]): SpanIndex {
  return { byId: new Map(), ofBlock: blocks.map(() => none) };
}

/**
 * The index of `spans`, and the blocks whose spans differ from those of `index`, in ascending order. Of spans that share
 * an id the last counts. Comparing costs O(spans); the rest depends on the differences and their blocks alone.
 */
export function updateSpanIndex(
  index: SpanIndex,
  blocks: readonly Block[],
  spans: readonly ReaderSpan[],
): { readonly index: SpanIndex; readonly changed: readonly number[] } {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const added = new Map<number, ReaderSpan[]>();
  const changed = new Set<number>();
  for (const span of byId.values()) {
    const old = index.byId.get(span.id);
    if (old === undefined || !sameSpan(old, span)) {
      for (const block of blocksOfSpan(blocks, span)) {
        changed.add(block);
        const list = added.get(block);
        if (list === undefined) {
          added.set(block, [span]);
        } else {
          list.push(span);
        }
      }
    }
  }
  for (const old of index.byId.values()) {
    const now = byId.get(old.id);
    if (now === undefined || !sameSpan(old, now)) {
      for (const block of blocksOfSpan(blocks, old)) {
        changed.add(block);
      }
    }
  }
  const ofBlock = index.ofBlock.slice();
  for (const block of changed) {
    const kept = (ofBlock[block] ?? none).filter((old) => {
      const now = byId.get(old.id);
      return now !== undefined && sameSpan(old, now);
    });
    ofBlock[block] = kept.concat(added.get(block) ?? none).sort(compareSpans);
  }
  return { index: { byId, ofBlock }, changed: [...changed].sort((left, right) => left - right) };
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
