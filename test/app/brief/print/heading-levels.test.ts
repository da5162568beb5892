import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeadingLevels } from '../../../../app/brief/print/heading-levels.ts';
import type { PrintedBlock } from '../../../../app/brief/print/printed-brief.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { BriefFixture, paragraph } from '../brief-fixture.ts';
import { builtInStyle, printed } from './printed-lines.ts';

const chosen = fc.array(fc.constantFrom<(1 | 2 | 3)[]>(1, 2, 3), { maxLength: 30 });

function given(levels: readonly (1 | 2 | 3)[]): number[] {
  const made = new HeadingLevels();
  return levels.map((level) => made.next(level));
}

test('C16 a section of the second level that nothing stands over is one of the first', () => {
  expect(given([2, 3, 3, 2])).toEqual([1, 2, 2, 1]);
  expect(given([1, 3, 3, 2, 3])).toEqual([1, 2, 2, 2, 3]);
  expect(given([3, 2, 1, 2, 3])).toEqual([1, 1, 1, 2, 3]);
  expect(given([1, 2, 3, 1])).toEqual([1, 2, 3, 1]);
});

test('C16 no level is skipped, none is deeper than it was, and what stands below stays below', () => {
  fc.assert(
    fc.property(chosen, (levels) => {
      const printedLevels = given(levels);
      for (const [at, level] of printedLevels.entries()) {
        expect(level).toBeLessThanOrEqual((printedLevels[at - 1] ?? 0) + 1);
        expect(level).toBeLessThanOrEqual(levels[at] ?? 0);
        const before = levels[at - 1];
        if (before === undefined) continue;
        if ((levels[at] ?? 0) > before) expect(level).toBe((printedLevels[at - 1] ?? 0) + 1);
        if (levels[at] === before) expect(level).toBe(printedLevels[at - 1]);
      }
    }),
    { seed: 16, numRuns: 500 },
  );
});

test('C16 a heading in words set off or in a cell counts for what stands there alone', () => {
  const heading = (level: number): RichTextNode => ({
    ...paragraph(`Level ${level}`),
    type: 'heading',
    attrs: { level },
  });
  const { blocks } = printed(
    new BriefFixture(),
    [heading(2), { type: 'blockquote', content: [heading(3)] }, heading(2), heading(3)],
    builtInStyle('ieee'),
  );
  const levelsIn = (found: readonly PrintedBlock[]): number[] =>
    found.flatMap((block) => {
      if (block.kind === 'aside') return levelsIn(block.blocks);
      return block.kind === 'heading' ? [block.level] : [];
    });
  expect(levelsIn(blocks)).toEqual([1, 2, 1, 2]);
});
