import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPages } from '../../../../app/brief/paper/fill-pages.ts';
import type { FilledPage, FootNote, PageUnit } from '../../../../app/brief/paper/page-units.ts';

const room = { height: 100, gap: 4 };

/** Lines of ten, one under the other; `marks`: which notes each has; `penalties`: by line. */
function lines(
  count: number,
  marks: Readonly<Record<number, readonly number[]>> = {},
  penalties: Readonly<Record<number, 1 | 2 | 3>> = {},
): PageUnit[] {
  return Array.from({ length: count }, (_, index) => ({
    start: index * 10,
    end: index * 10 + 10,
    notes: marks[index] ?? [],
    penalty: penalties[index] ?? 0,
    repeated: 0,
  }));
}

function note(height: number): FootNote {
  return {
    height,
    cuts: Array.from({ length: Math.max(0, height / 10 - 3) }, (_, at) => at * 10 + 20),
  };
}

function texts(pages: readonly FilledPage[]): (readonly [number, number])[] {
  return pages.map(({ first, last }) => [first, last]);
}

describe('C25 pages with notes at their foot', () => {
  test('a page ends before the line whose note has no room', () => {
    const pages = fillPages(lines(12, { 0: [0], 8: [1] }), [note(20), note(10)], room);
    expect(texts(pages)).toEqual([
      [0, 6],
      [7, 11],
    ]);
    expect(pages.map(({ pieces }) => pieces)).toEqual([
      [{ note: 0, from: 0, to: 20 }],
      [{ note: 1, from: 0, to: 10 }],
    ]);
  });

  test('a long note begins on the page of its mark and goes on at the foot of the next one', () => {
    const pages = fillPages(lines(12, { 5: [0] }), [note(60)], room);
    expect(pages[0]?.pieces).toEqual([{ note: 0, from: 0, to: 20 }]);
    expect(pages[1]?.pieces).toEqual([{ note: 0, from: 20, to: 60 }]);
    expect(texts(pages)).toEqual([
      [0, 6],
      [7, 11],
    ]);
  });

  test('a heading goes to the page of what is under it', () => {
    const pages = fillPages(lines(15, {}, { 10: 3 }), [], room);
    expect(texts(pages)).toEqual([
      [0, 8],
      [9, 14],
    ]);
  });

  test('notes that are left when the text has ended have pages of their own', () => {
    const pages = fillPages(lines(1, { 0: [0] }), [note(250)], room);
    expect(texts(pages)).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(pages.map(({ page }) => page)).toEqual([0, 1, 2]);
  });

  test('the heads of a table take their room on each page', () => {
    const rows = lines(12).map((unit) => ({ ...unit, repeated: 30 }));
    expect(texts(fillPages(rows, [], room))).toEqual([
      [0, 6],
      [7, 11],
    ]);
  });

  test('text that is higher than a page takes as many as it needs, and its notes stand on the last of them', () => {
    const [unit] = lines(1, { 0: [0] });
    if (unit === undefined) throw new Error('No line.');
    const [page] = fillPages([{ ...unit, end: 250 }], [note(10)], room);
    expect(page).toEqual({ page: 2, first: 0, last: 0, pieces: [{ note: 0, from: 0, to: 10 }] });
  });

  test('whatever the text and its notes: nothing is lost, doubled or out of order, no page is overfull, and notes begin on the page of their marks', () => {
    const unit = fc.record({
      lines: fc.integer({ min: 1, max: 3 }),
      penalty: fc.constantFrom(0, 0, 0, 1, 2, 3),
      notes: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 60 }), (drawn) => {
        const notes: FootNote[] = [];
        let at = 0;
        const units = drawn.map((one): PageUnit => {
          const start = at;
          at += one.lines * 10;
          const own = one.notes.map((height) => notes.push(note(height * 10)) - 1);
          return { start, end: at, notes: own, penalty: one.penalty as 0, repeated: 0 };
        });
        const pages = fillPages(units, notes, room);
        const placed = pages.flatMap(({ first, last }) =>
          units.slice(first, Math.max(first, last + 1)),
        );
        expect(placed).toEqual(units);
        const pieces = pages.flatMap((page) => page.pieces.map((piece) => ({ ...piece, page })));
        expect(pieces.map(({ note: index }) => index)).toEqual(
          pieces.map(({ note: index }) => index).sort((one, other) => one - other),
        );
        for (const [index, { height }] of notes.entries()) {
          const own = pieces.filter((piece) => piece.note === index);
          expect(own[0]?.from).toBe(0);
          expect(own.at(-1)?.to).toBe(height);
          for (const [next, piece] of own.slice(1).entries())
            expect(piece.from).toBe(own[next]?.to);
          expect(new Set(own.map(({ page }) => page)).size).toBe(own.length);
        }
        for (const { first, last, pieces: own } of pages) {
          const text = last < first ? 0 : (units[last]?.end ?? 0) - (units[first]?.start ?? 0);
          const below = own.reduce((sum, { from, to }) => sum + to - from, 0);
          expect(text + below + (own.length === 0 ? 0 : room.gap)).toBeLessThanOrEqual(room.height);
        }
        // Only behind notes of earlier pages a note waits, and where one unit has more of them than a page holds.
        for (const { page, first, last, pieces: own } of pages) {
          const marked = units.slice(first, Math.max(first, last + 1)).flatMap((one) => one.notes);
          const carried = own.some((piece) => !marked.includes(piece.note));
          if (carried || first === last) continue;
          for (const index of marked) {
            expect(pieces.find((piece) => piece.note === index)?.page.page).toBe(page);
          }
        }
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });
});
