import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { alignLists } from '../../../app/compare/align-lists.ts';
import {
  type DifferenceRow,
  type TextDifferences,
  textDifferences,
} from '../../../app/compare/text-differences.ts';
import { wordDifferences } from '../../../app/compare/word-differences.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';

function textOf(blocks: readonly string[]): RevisionText {
  let start = 0;
  const made = blocks.map((text): Block => {
    const end = start + text.length;
    const block = {
      kind: 'paragraph',
      start: start as TextOffset,
      end: end as TextOffset,
    } as const;
    start = end + 1;
    return block;
  });
  return { hash: '0'.repeat(64) as RevisionHash, text: blocks.join('\n'), blocks: made };
}

function differences(left: readonly string[], right: readonly string[]): TextDifferences {
  return textDifferences(textOf(left), textOf(right));
}

/** The right text, made of the left one and the differences alone: what rule V1 promises. */
function applied(
  left: readonly string[],
  right: readonly string[],
  rows: readonly DifferenceRow[],
): string[] {
  const made: string[] = [];
  for (const row of rows) {
    if (row.kind === 'same') made.push(...left.slice(row.left, row.left + row.count));
    else if (row.kind === 'changed') made.push(joined(row.pieces, 'cut'));
    else if (row.kind === 'inserted') made.push(right[row.right] ?? '');
  }
  return made;
}

/** The left text, made of the right one and the differences. */
function takenBack(
  left: readonly string[],
  right: readonly string[],
  rows: readonly DifferenceRow[],
): string[] {
  const made: string[] = [];
  for (const row of rows) {
    if (row.kind === 'same') made.push(...right.slice(row.right, row.right + row.count));
    else if (row.kind === 'changed') made.push(joined(row.pieces, 'inserted'));
    else if (row.kind === 'cut') made.push(left[row.left] ?? '');
  }
  return made;
}

function joined(pieces: ReturnType<typeof wordDifferences>, without: 'cut' | 'inserted'): string {
  return pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
}

/** The length of a longest common subsequence, by the table: slow and plain. */
function commonLength(left: readonly number[], right: readonly number[]): number {
  let above = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const row = [0];
    for (const [at, other] of right.entries()) {
      const diagonal = (above[at] ?? 0) + (one === other ? 1 : 0);
      row.push(Math.max(diagonal, above[at + 1] ?? 0, row[at] ?? 0));
    }
    above = row;
  }
  return above[right.length] ?? 0;
}

const seeded = { seed: 20_310_512, numRuns: 400 };
const word = fc.constantFrom(
  'the',
  'call',
  'was',
  'held',
  'on',
  'Monday',
  '中国',
  'не',
  'two',
  ',',
);
const block = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '))
  .filter((text) => text !== '');
const blocks = fc.array(block, { maxLength: 14 });

/** A text and one that came of it by cuts, insertions, changes and moves. */
const edited = fc
  .tuple(blocks, fc.array(fc.tuple(fc.nat(), fc.nat(3), block), { maxLength: 8 }))
  .map(([left, edits]) => {
    const right = [...left];
    for (const [where, what, text] of edits) {
      const at = right.length === 0 ? 0 : where % right.length;
      if (what === 0) right.splice(at, 1);
      else if (what === 1) right.splice(at, 0, text);
      else if (what === 2 && right.length > 0) right[at] = `${right[at]} ${text}`;
      else if (what === 3) right.push(...right.splice(at, 1));
    }
    return [left, right] as const;
  });

describe('differences of two texts', () => {
  test('V1: what is cut and inserted makes the one text of the other, both ways', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(blocks, blocks)), ([left, right]) => {
        const { rows } = differences(left, right);
        expect(applied(left, right, rows)).toEqual(right);
        expect(takenBack(left, right, rows)).toEqual(left);
      }),
      seeded,
    );
  });

  test('V1: inside a block the words that stay are the same on both sides', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        (left, right) => {
          for (const [one, other] of [
            [left, right],
            [left, `${left} ${right}`],
          ] as const) {
            const pieces = wordDifferences(one, other);
            expect(joined(pieces, 'inserted')).toBe(one);
            expect(joined(pieces, 'cut')).toBe(other);
          }
        },
      ),
      seeded,
    );
  });

  test('V2: as many items stay as there are in a longest common subsequence', () => {
    const list = fc.array(fc.nat(6), { maxLength: 24 });
    fc.assert(
      fc.property(list, list, (left, right) => {
        const runs = alignLists(left, right);
        let before = { left: 0, right: 0 };
        let count = 0;
        for (const run of runs) {
          expect(run.left).toBeGreaterThanOrEqual(before.left);
          expect(run.right).toBeGreaterThanOrEqual(before.right);
          expect(left.slice(run.left, run.left + run.count)).toEqual(
            right.slice(run.right, run.right + run.count),
          );
          before = { left: run.left + run.count, right: run.right + run.count };
          count += run.count;
        }
        expect(count).toBe(commonLength(left, right));
      }),
      seeded,
    );
  });

  test('V2: a changed paragraph stands beside what became of it', () => {
    const left = [
      'Leaders spoke on Thursday',
      'The two presidents spoke by telephone on Thursday, the ministry said.',
      'Nothing else was made known of the call.',
    ];
    const right = [
      'Leaders spoke on Thursday',
      'A new paragraph about quite another thing altogether.',
      'The two presidents spoke by telephone on Friday, the ministry of trade said.',
      'Nothing else was made known of the call.',
    ];
    const { rows, counts } = differences(left, right);
    expect(rows).toEqual([
      { kind: 'same', left: 0, right: 0, count: 1 },
      { kind: 'inserted', right: 1, movedFrom: null },
      {
        kind: 'changed',
        left: 1,
        right: 2,
        pieces: [
          { kind: 'same', text: 'The two presidents spoke by telephone on ' },
          { kind: 'cut', text: 'Thursday' },
          { kind: 'inserted', text: 'Friday' },
          { kind: 'same', text: ', the ministry' },
          { kind: 'inserted', text: ' of trade' },
          { kind: 'same', text: ' said.' },
        ],
      },
      { kind: 'same', left: 2, right: 3, count: 1 },
    ]);
    expect(counts).toEqual({ same: 2, changed: 1, cut: 0, inserted: 1, moved: 0 });
  });

  test('V2: words replaced side by side are one replacement', () => {
    expect(wordDifferences('He will not go there', 'He may well go there')).toEqual([
      { kind: 'same', text: 'He ' },
      { kind: 'cut', text: 'will not' },
      { kind: 'inserted', text: 'may well' },
      { kind: 'same', text: ' go there' },
    ]);
  });

  test('V2: one word replaced by two is one replacement; two insertions cut nothing', () => {
    expect(wordDifferences('It will be', 'It are to be')).toEqual([
      { kind: 'same', text: 'It ' },
      { kind: 'cut', text: 'will' },
      { kind: 'inserted', text: 'are to' },
      { kind: 'same', text: ' be' },
    ]);
    const kinds = wordDifferences('one two', 'a one b two c').map(({ kind }) => kind);
    expect(kinds).not.toContain('cut');
  });

  test('V3: a paragraph that stands elsewhere is moved, neither cut nor inserted', () => {
    const paragraph = 'The readout did not mention the price of gas.';
    const { rows, counts } = differences(
      ['One first paragraph.', paragraph, 'And a second paragraph.', 'At last a third one.'],
      ['One first paragraph.', 'And a second paragraph.', 'At last a third one.', paragraph],
    );
    expect(counts).toEqual({ same: 3, changed: 0, cut: 0, inserted: 0, moved: 1 });
    expect(rows).toContainEqual({ kind: 'cut', left: 1, movedTo: 3 });
    expect(rows).toContainEqual({ kind: 'inserted', right: 3, movedFrom: 1 });
  });

  test('V4: the similarity is 1 for the same text, 0 for texts without a word in common, the same both ways', () => {
    expect(differences(['One text.'], ['One text.']).similarity).toBe(1);
    expect(differences([], []).similarity).toBe(1);
    expect(differences(['Alpha beta'], ['Gamma delta']).similarity).toBe(0);
    fc.assert(
      fc.property(edited, ([left, right]) => {
        const { similarity } = differences(left, right);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        if (left.join('\n') === right.join('\n')) expect(similarity).toBe(1);
      }),
      seeded,
    );
  });

  test('V1: holds for long texts of which every paragraph is changed, turned about, or foreign', () => {
    const left = Array.from({ length: 2_000 }, (_, index) =>
      Array.from(
        { length: 60 },
        (_, word) => `w${(index * index * 31 + word * word * 17 + index * word * 13) % 4_999}`,
      ).join(' '),
    );
    const changed = left.map((text, index) => text.replace(/ w/, ` x${index} w`));
    const foreign = left.map((text) => text.replaceAll('w', 'z'));
    for (const right of [changed, [...left].reverse(), foreign]) {
      const { rows } = differences(left, right);
      expect(applied(left, right, rows)).toEqual(right);
      expect(takenBack(left, right, rows)).toEqual(left);
    }
    expect(differences(left, changed).counts.changed).toBe(2_000);
    expect(differences(left, foreign).counts.inserted).toBe(2_000);
  });
});
