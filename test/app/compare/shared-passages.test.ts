import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { comparedWords } from '../../../app/compare/compared-words.ts';
import { sharedPassages } from '../../../app/compare/shared-passages.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';

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

function found(left: readonly string[], right: readonly string[], leastWords = 6) {
  const [ours, theirs] = [textOf(left), textOf(right)];
  return sharedPassages(ours, theirs, { leastWords }).map((passage) => ({
    ...passage,
    ours: ours.text.slice(passage.left.start, passage.left.end),
    theirs: theirs.text.slice(passage.right.start, passage.right.end),
  }));
}

const keysOf = (text: string): string[] => comparedWords(text).map(({ key }) => key);

/** The length of the longest common subsequence by the textbook's table. */
function commonCount(left: readonly string[], right: readonly string[]): number {
  const table = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const here = table[row] ?? [];
      const above = table[row - 1] ?? [];
      here[column] =
        left[row - 1] === right[column - 1]
          ? (above[column - 1] ?? 0) + 1
          : Math.max(above[column] ?? 0, here[column - 1] ?? 0);
    }
  }
  return table[left.length]?.[right.length] ?? 0;
}

/** Every run of equal words that can be made longer on neither end, within one block, tried pair by pair. */
function runsOf(left: readonly string[], right: readonly string[], least: number) {
  const runs: { words: string; ours: number; theirs: number }[] = [];
  for (const [ours, one] of left.entries()) {
    for (const [theirs, other] of right.entries()) {
      const [a, b] = [keysOf(one), keysOf(other)];
      for (let i = 0; i < a.length; i += 1) {
        for (let j = 0; j < b.length; j += 1) {
          if (a[i] !== b[j] || (i > 0 && j > 0 && a[i - 1] === b[j - 1])) continue;
          let count = 0;
          while (i + count < a.length && j + count < b.length && a[i + count] === b[j + count]) {
            count += 1;
          }
          if (count >= least) runs.push({ words: a.slice(i, i + count).join(' '), ours, theirs });
        }
      }
    }
  }
  return runs;
}

const words = fc.constantFrom(
  ...'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho'.split(' '),
);
const block = fc.array(words, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));
const blocks = fc.array(block, { minLength: 1, maxLength: 3 });

describe('W: parallel passages of two texts', () => {
  test('W6 passages share the words that they are said to share, and do not lie over one another', () => {
    fc.assert(
      fc.property(blocks, blocks, (left, right) => {
        const passages = found(left, right, 4);
        for (const { ours, theirs, words: shared, verbatim, score } of passages) {
          expect(ours).not.toContain('\n');
          expect(theirs).not.toContain('\n');
          expect(shared).toBeGreaterThanOrEqual(4);
          expect(score).toBeGreaterThanOrEqual(0.5);
          expect(shared).toBeLessThanOrEqual(commonCount(keysOf(ours), keysOf(theirs)));
          expect(verbatim).toBe(keysOf(ours).join(' ') === keysOf(theirs).join(' '));
          if (verbatim) expect(shared).toBe(keysOf(ours).length);
        }
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('W6 each run of shared words is in a passage, or more than half of it in a longer one', () => {
    fc.assert(
      fc.property(blocks, blocks, (left, right) => {
        const passages = found(left, right, 6);
        for (const run of runsOf(left, right, 8)) {
          const half = run.words.split(' ').slice(0, 4).join(' ');
          const rest = run.words.split(' ').slice(-4).join(' ');
          const covered = passages.some(({ ours, theirs }) =>
            [ours, theirs].some((text) => text.includes(half) || text.includes(rest)),
          );
          expect(covered, run.words).toBe(true);
        }
      }),
      { seed: 2, numRuns: 600 },
    );
  });

  test('W6 a quotation planted in other words is found from its first to its last word', () => {
    const other = fc.array(
      fc.integer({ min: 0, max: 1_000_000 }).map((number) => `w${number}`),
      { minLength: 5, maxLength: 30 },
    );
    fc.assert(
      fc.property(other, other, other, other, (a, b, c, d) => {
        const quote = 'the crossing will cost eight million crowns more than was planned';
        const [only] = found(
          [`${a.join(' ')} ${quote} ${b.join(' ')}`],
          [`${c.join(' ')}. “${quote}”, ${d.join(' ')}`],
          8,
        );
        expect(only?.ours).toBe(quote);
        expect(only?.theirs).toBe(quote);
        expect(only?.verbatim).toBe(true);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('W6 words put in, left out and replaced do not end a passage', () => {
    const [only] = found(
      [
        'He said the two sides should firmly strengthen strategic coordination and safeguard peace.',
      ],
      ['Both: the two sides should strengthen their strategic coordination and safeguard peace!'],
    );
    expect(only?.ours).toBe(
      'the two sides should firmly strengthen strategic coordination and safeguard peace',
    );
    expect(only?.theirs).toBe(
      'the two sides should strengthen their strategic coordination and safeguard peace',
    );
    expect(only?.words).toBe(10);
    expect(only?.verbatim).toBe(false);
  });

  test('W6 of scripts without spaces two signs count as a word', () => {
    const left = ['习近平强调中俄双方应加强战略协作维护各自国家主权安全'];
    const right = ['他说，双方应加强战略协作，维护国家主权安全。'];
    expect(found(left, right)[0]?.ours).toBe('双方应加强战略协作维护各自国家主权安全');
    expect(found(['双方应加强战略'], ['双方应加强战略'])).toEqual([]);
  });

  test('W6 a passage never goes beyond its paragraph', () => {
    const first = 'one two three four five six seven';
    const second = 'eight nine ten eleven twelve thirteen fourteen';
    const passages = found([first, second], [`${first} ${second}`]);
    expect(passages.map(({ ours }) => ours)).toEqual([first, second]);
    expect(passages.map(({ theirs }) => theirs)).toEqual([first, second]);
  });

  const corpus = sharedCorpus('xi-putin-calls');
  test.skipIf(corpus.length === 0)(
    'W6 the quotations that real articles share are found',
    async () => {
      const texts = await Promise.all(corpus.map((path) => readFile(path, 'utf8')));
      const read = texts.map((text) =>
        textOf(text.split('\n').filter((line) => line.trim() !== '')),
      );
      const all: string[] = [];
      for (const [index, left] of read.entries()) {
        for (const right of read.slice(index + 1)) {
          for (const { left: range, words: shared } of sharedPassages(left, right)) {
            all.push(`${shared} ${left.text.slice(range.start, range.end)}`);
          }
        }
      }
      expect(all.length).toBeGreaterThan(0);
    },
  );
});
