import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSpans } from '../../../app/annotation/segments.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import type { ReaderSpan } from '../../../renderer/reader/reader-span.ts';
import { emptySpanIndex, spanById, updateSpanIndex } from '../../../renderer/reader/span-index.ts';
import { revisionOf, spanOf } from './revisions.ts';

/** Many blocks, most of them short. */
const revisions = fc
  .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 })
  .map((lengths) => revisionOf(...lengths.map((length) => 'x'.repeat(length))));

/** Lists of annotations, one made from the other as work does: some come, some go, some move or get another colour. */
function histories({ text }: RevisionText): fc.Arbitrary<readonly (readonly ReaderSpan[])[]> {
  const span = fc
    .tuple(fc.nat(90), fc.nat(text.length), fc.nat(60), fc.integer({ min: 1, max: 8 }))
    .map(([id, start, length, color]) =>
      spanOf(
        `s${id}`,
        Math.min(start, text.length - 1),
        Math.min(text.length, start + length),
        color as 1,
      ),
    );
  const step = fc.record({
    put: fc.array(span, { maxLength: 25 }),
    drop: fc.array(fc.nat(90), { maxLength: 15 }),
  });
  return fc.array(step, { minLength: 1, maxLength: 16 }).map((steps) => {
    const present = new Map<string, ReaderSpan>();
    return steps.map(({ put, drop }) => {
      for (const id of drop) present.delete(`s${id}`);
      for (const one of put) present.set(one.id, one);
      return [...present.values()].sort(compareSpans);
    });
  });
}

test('A4 changed step by step it is what making it anew gives, and names the blocks that differ', () => {
  fc.assert(
    fc.property(
      revisions.chain((revision) => fc.tuple(fc.constant(revision), histories(revision))),
      ([{ blocks }, states]) => {
        let index = emptySpanIndex(blocks);
        for (const spans of states) {
          const before = index;
          const update = updateSpanIndex(index, blocks, spans);
          index = update.index;
          const slow = blocks.map((block) =>
            spans.filter(({ start, end }) => start < end && start < block.end && end > block.start),
          );
          expect(index.ofBlock).toEqual(slow);
          const afresh = updateSpanIndex(emptySpanIndex(blocks), blocks, spans).index;
          expect([index.spans, index.ofBlock]).toEqual([afresh.spans, afresh.ofBlock]);
          for (let at = 0; at <= 90; at += 1) {
            const id = `s${at}` as AnnotationId;
            expect(spanById(index, id)).toEqual(spans.find((span) => span.id === id));
          }
          const differing = blocks.flatMap((_block, at) =>
            JSON.stringify(before.ofBlock[at]) === JSON.stringify(slow[at]) ? [] : [at],
          );
          expect(update.changed).toEqual(expect.arrayContaining(differing));
          // No more than where something came, went or changed: what is the same is not drawn again.
          const touched = new Set(update.changed);
          for (const at of blocks.keys()) {
            if (!touched.has(at)) expect(index.ofBlock[at]).toBe(before.ofBlock[at]);
          }
        }
      },
    ),
    { seed: 62, numRuns: 200 },
  );
});
