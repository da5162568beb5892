import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatrixCell } from '../../../../app/claim/matrix-cell.ts';
import type { MatrixColumn } from '../../../../app/claim/matrix-columns.ts';
import type { MatrixRow } from '../../../../app/claim/matrix-rows.ts';
import { readMatrixView } from '../../../../app/claim/matrix-view.ts';
import {
  filledEdge,
  gridPlaceOf,
  placeAt,
} from '../../../../renderer/session/matrix/matrix-grid.ts';
import type { MatrixShown } from '../../../../renderer/session/matrix/matrix-shown.ts';

/** A matrix of which `x` is filled. */
function shownOf(lines: readonly string[]): MatrixShown {
  const rows = lines.map((_, index) => ({ claim: { id: `r${index}` } }) as unknown as MatrixRow);
  const columns = [...(lines[0] ?? '')].map(
    (_, index) => ({ id: `c${index}` }) as unknown as MatrixColumn,
  );
  const numberOf = (id: string): number => Number(id.slice(1));
  return {
    ...{ rows, columns, everyColumn: columns },
    columnOf: (id) => columns[numberOf(id)] ?? null,
    rowIndexOf: (id) => (numberOf(id) < rows.length ? numberOf(id) : -1),
    columnIndexOf: (id) => (numberOf(id) < columns.length ? numberOf(id) : -1),
    cellOf: (claimId, columnId) => {
      const isFilled = lines[numberOf(claimId)]?.[numberOf(columnId)] === 'x';
      return { kind: isFilled ? 'silent' : 'unchecked', silences: [] } as unknown as MatrixCell;
    },
  };
}

const right = { rows: 0, columns: 1 } as const;
const left = { rows: 0, columns: -1 } as const;
const down = { rows: 1, columns: 0 } as const;

describe('going about in the matrix', () => {
  test('X10: to the end of a run, over a gap to the next filled cell, to the last of all', () => {
    const shown = shownOf(['xxx..x..']);
    const goTo = (column: number, step: typeof right | typeof left): number =>
      filledEdge(shown, { row: 0, column }, step).column;
    expect(goTo(0, right)).toBe(2);
    expect(goTo(2, right)).toBe(5);
    expect(goTo(5, right)).toBe(7);
    expect(goTo(7, left)).toBe(5);
    expect(goTo(-1, right)).toBe(0);
    expect(goTo(0, left)).toBe(-1);
  });

  test('X10: the same as looking at every cell of a line', () => {
    const line = fc.string({ unit: fc.constantFrom('x', '.'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(line, fc.nat(11), (text, start) => {
        const at = Math.min(start, text.length - 1);
        const shown = shownOf([...text]);
        const found = filledEdge(shown, { row: at, column: 0 }, down).row;
        const rest = text.slice(at + 1);
        const run = /^x+/.exec(rest)?.[0].length ?? 0;
        const next = rest.indexOf('x');
        const end = text.length - 1;
        const wanted = text[at] === 'x' && run > 0 ? at + run : next < 0 ? end : at + 1 + next;
        expect(found).toBe(wanted);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('a place that is not shown any more is the nearest that there is', () => {
    const shown = shownOf(['..', '..']);
    const gone = { claimId: 'r7', columnId: 'c7' } as unknown as Parameters<typeof gridPlaceOf>[1];
    expect(gridPlaceOf(shown, gone, { row: 5, column: 1 })).toEqual({ row: 1, column: 1 });
    expect(placeAt(shown, { row: 9, column: -1 })).toEqual({ claimId: 'r1', columnId: null });
  });

  test('a setting of whatever kind is read', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const view = readMatrixView(value);
        expect(readMatrixView(JSON.parse(JSON.stringify(view)))).toEqual(view);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
