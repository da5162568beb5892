import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { makeOffsetMap } from '../../../renderer/reader/offset-map.ts';
import { revisionDocument } from '../../../renderer/reader/revision-document.ts';
import { blockNode, sectionsOf } from '../../../renderer/reader/sections.ts';
import { randomRevisions, revisionOf } from './revisions.ts';

const runs = { seed: 11, numRuns: 300 };

describe('makeOffsetMap', () => {
  test('P1 every offset has the position offset + block index + 1, and comes back from it', () => {
    fc.assert(
      fc.property(randomRevisions, ({ text, blocks }) => {
        const map = makeOffsetMap(blocks);
        blocks.forEach((block, index) => {
          for (let offset: number = block.start; offset <= block.end; offset += 1) {
            const pos = map.toPos(offset as TextOffset);
            expect(pos).toBe(offset + index + 1);
            expect(map.toOffset(pos)).toBe(offset);
          }
        });
        expect(map.toOffset(map.toPos(text.length as TextOffset))).toBe(text.length);
      }),
      runs,
    );
  });

  test('P1 the document has the same words at those positions', () => {
    fc.assert(
      fc.property(randomRevisions, (revision) => {
        const map = makeOffsetMap(revision.blocks);
        const document = revisionDocument(revision);
        expect(document.textBetween(0, document.content.size, '\n')).toBe(revision.text);
        for (const { start, end } of revision.blocks) {
          for (let offset: number = start; offset < end; offset += 1) {
            const pos = map.toPos(offset as TextOffset);
            expect(document.textBetween(pos, pos + 1)).toBe(revision.text.charAt(offset));
          }
        }
      }),
      runs,
    );
  });

  test('P1 P2 the same in sections: the words stand at those positions, and every position has an offset', () => {
    const line =
      'The premiers of both coasts used a call on Monday to promise that trains will run. ';
    const revision = revisionOf(
      ['heading', 'A very long text'],
      ...Array.from(
        { length: 60 },
        (_unused, at) =>
          [at % 9 < 4 ? 'list-item' : 'paragraph', line.repeat(1 + (at % 5)).trim()] as const,
      ),
    );
    const document = revisionDocument(revision, true);
    expect(document.childCount).toBeGreaterThan(5);
    const map = makeOffsetMap(revision.blocks, sectionsOf(document));
    let previous = 0;
    for (let pos = 0; pos <= document.content.size; pos += 1) {
      const offset = map.toOffset(pos);
      expect(offset).toBeGreaterThanOrEqual(previous);
      previous = offset;
    }
    expect(previous).toBe(revision.text.length);
    for (const [index, { start, end }] of revision.blocks.entries()) {
      expect(blockNode(document, index)?.textContent).toBe(revision.text.slice(start, end));
      for (let offset: number = start; offset < end; offset += 1) {
        const pos = map.toPos(offset as TextOffset);
        expect(map.toOffset(pos)).toBe(offset);
        expect(document.textBetween(pos, pos + 1)).toBe(revision.text.charAt(offset));
      }
    }
    // A list is never cut from the paragraph that leads to it.
    document.forEach((section, _position, at) => {
      const next = document.maybeChild(at + 1)?.firstChild?.type.name;
      if (section.lastChild?.type.name === 'paragraph') expect(next).not.toBe('list_item');
    });
  });

  test('P2 every position has an offset, never decreasing; those around a block go to its nearer end', () => {
    fc.assert(
      fc.property(randomRevisions, (revision) => {
        const map = makeOffsetMap(revision.blocks);
        const { size } = revisionDocument(revision).content;
        let previous = 0;
        for (let pos = 0; pos <= size; pos += 1) {
          const offset = map.toOffset(pos);
          expect(offset).toBeGreaterThanOrEqual(previous);
          previous = offset;
        }
        expect(map.toOffset(0)).toBe(0);
        expect(map.toOffset(size)).toBe(revision.text.length);
      }),
      runs,
    );
  });

  test('P2 between two blocks lies the end of the earlier', () => {
    const map = makeOffsetMap(revisionOf('one', 'two').blocks);
    expect([4, 5, 6].map((pos) => map.toOffset(pos))).toEqual([3, 3, 4]);
  });

  test('P1 P2 refuses what is no offset or position of the text', () => {
    const map = makeOffsetMap(revisionOf('one', 'two').blocks);
    for (const offset of [-1, 8, 0.5, Number.NaN]) {
      expect(() => map.toPos(offset as TextOffset)).toThrow(RangeError);
    }
    for (const pos of [-1, 11, 1.5]) {
      expect(() => map.toOffset(pos)).toThrow(RangeError);
    }
  });

  test('a text without blocks has one offset and one position', () => {
    const map = makeOffsetMap([]);
    expect(map.toPos(0 as TextOffset)).toBe(0);
    expect(map.toOffset(0)).toBe(0);
  });
});
