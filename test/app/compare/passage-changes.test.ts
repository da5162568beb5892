import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedWords } from '../../../app/compare/compared-words.ts';
import { type ChangePiece, passageChanges } from '../../../app/compare/passage-changes.ts';

/** The right passage, made of the left one and the pieces alone: what rule W1 promises. */
function applied(left: string, pieces: readonly ChangePiece[]): string {
  let rest = left;
  let made = '';
  for (const piece of pieces) {
    if (!rest.startsWith(piece.left)) throw new Error(`“${piece.left}” does not stand there.`);
    rest = rest.slice(piece.left.length);
    made += piece.right;
  }
  if (rest !== '') throw new Error(`“${rest}” is left over.`);
  return made;
}

function shown(left: string, right: string): string[] {
  return passageChanges(left, right).map((piece) =>
    piece.kind === 'same'
      ? piece.left
      : `${piece.kind}${piece.move ?? ''}[${piece.left}|${piece.right}]`,
  );
}

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

const keysOf = (text: string): string[] => comparedWords(text).map(({ key }) => key);

const word = fc.constantFrom(
  ...['the', 'The', 'ferry', 'harbour', 'costs', 'of', '8,000', '8000', 'Ünal', 'unal', '船'],
  ...['minister', 'don’t', "don't", '会议', 'x'],
);
const gap = fc.constantFrom(' ', ', ', '. ', ' “', '” ', '\n', ' – ', '');
const passage = fc
  .array(fc.tuple(word, gap), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

describe('W: word by word', () => {
  test('W1 the left passage with the pieces applied is the right one, and turned about', () => {
    fc.assert(
      fc.property(passage, passage, (left, right) => {
        const pieces = passageChanges(left, right);
        expect(applied(left, pieces)).toBe(right);
        expect(pieces.map((piece) => piece.left).join('')).toBe(left);
        for (const { kind, left: ours, right: theirs } of pieces) {
          expect(ours + theirs).not.toBe('');
          if (kind === 'cut') expect(theirs).toBe('');
          if (kind === 'inserted') expect(ours).toBe('');
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('W1 any strings at all', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(any, any, (left, right) => {
        expect(applied(left, passageChanges(left, right))).toBe(right);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test('W3 as many words as can be are shared in order', () => {
    fc.assert(
      fc.property(passage, passage, (left, right) => {
        const shared = passageChanges(left, right)
          .filter(({ kind }) => kind === 'same' || kind === 'slight')
          .map((piece) => keysOf(piece.left).length);
        const count = shared.reduce((sum, one) => sum + one, 0);
        expect(count).toBe(commonCount(keysOf(left), keysOf(right)));
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  test('W5 what is moved stands on both sides, and nothing that could be is left', () => {
    fc.assert(
      fc.property(passage, passage, (left, right) => {
        const pieces = passageChanges(left, right);
        const moves = new Map<number, string[]>();
        for (const { move, left: ours, right: theirs } of pieces) {
          if (move === undefined) continue;
          moves.set(move, [...(moves.get(move) ?? []), keysOf(ours + theirs).join(' ')]);
        }
        for (const sides of moves.values()) {
          expect(sides).toHaveLength(2);
          expect(sides[0]).toBe(sides[1]);
        }
        const over = (side: 'left' | 'right'): Set<string> =>
          new Set(
            pieces
              .filter(({ kind }) => ['cut', 'inserted', 'replaced'].includes(kind))
              .flatMap((piece) => keysOf(piece[side])),
          );
        const theirs = over('right');
        const long = [...over('left')].filter((key) => key.length >= 6 && theirs.has(key));
        expect(long).toEqual([]);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  test('W2 case, accents, apostrophes, full width and grouped digits do not make another word', () => {
    expect(shown('The MINISTER said', 'the minister said')).toEqual([
      'slight[The|the]',
      ' ',
      'slight[MINISTER|minister]',
      ' said',
    ]);
    expect(shown('Erdoğan’s 8,000 km', "Erdogan's ８０００ km")).toEqual([
      "slight[Erdoğan’s|Erdogan's]",
      ' ',
      'slight[8,000|８０００]',
      ' km',
    ]);
  });

  test('W2 another number is another word, and so is one that is divided otherwise', () => {
    expect(shown('about 8,000 tons', 'about 8.000 tons')).toEqual([
      'about ',
      'replaced[8,000|8.000]',
      ' tons',
    ]);
    expect(shown('in 2021', 'in 2022')).toEqual(['in ', 'replaced[2021|2022]']);
  });

  test('W4 other quotation marks and commas are slight, other white space is nothing', () => {
    expect(shown('He said “no limits”, twice', 'He said "no limits" twice')).toEqual([
      'He said',
      'slight[ “| "]',
      'no limits',
      'slight[”, |" ]',
      'twice',
    ]);
    expect(shown('no  limits\nat all', 'no limits at all')).toEqual(['no  limits\nat all']);
  });

  test('W4 the signs around a cut word stay where both passages have them', () => {
    expect(shown('a good ferry', 'a ferry')).toEqual(['a ', 'cut[good |]', 'ferry']);
    expect(shown('a, b c', 'a c')).toEqual(['a', 'cut[, b|]', ' c']);
    expect(shown('a ferry', 'a ferry sank')).toEqual(['a ferry', 'inserted[| sank]']);
    expect(shown('', 'sank')).toEqual(['inserted[|sank]']);
  });

  test('W5 words in another order are moved, not cut and inserted', () => {
    expect(shown('On Thursday the minister spoke', 'the minister spoke on Thursday')).toEqual([
      'moved1[On Thursday |]',
      'the minister spoke',
      'moved1[| on Thursday]',
    ]);
  });

  test('W5 a small word in two places is not moved', () => {
    expect(shown('of a b c', 'a b c of')).toEqual(['cut[of |]', 'a b c', 'inserted[| of]']);
  });
});
