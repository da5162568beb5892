import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBlocks } from '../../../app/brief/merge-blocks.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';

const block = (words: string): RichTextNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
});
const blocks = (words: string): RichTextNode[] => words.split(' ').filter(Boolean).map(block);
const merged = (base: string, mine: string, theirs: string) => {
  const found = mergeBlocks(blocks(base), blocks(mine), blocks(theirs));
  const words = found.blocks.map((one) => one.content?.[0]?.text ?? '');
  return `${words.join(' ')} | ${found.conflicts}`;
};

describe('I29 two versions of a document', () => {
  it.each([
    ['a b c', 'a B c', 'a b c d', 'a B c d | 0'],
    ['a b c', 'a b c', 'x a b c', 'x a b c | 0'],
    ['a b c', 'a b', 'a b c', 'a b | 0'],
    ['a b c', 'A b c', 'a b', 'A b | 0'],
    ['a b c', 'a B c', 'a X c', 'a B X c | 1'],
    ['a b c', 'a B c', 'a B c', 'a B c | 0'],
    ['a b c', 'a c', 'a X c', 'a X c | 1'],
    ['a b c', 'a B c', 'a c', 'a B c | 0'],
    ['', 'a', 'b', 'a b | 0'],
    ['a', '', 'a b', 'b | 0'],
    ['a b', 'a B', 'a b c', 'a B c | 0'],
    ['a b', 'a B', 'a x b', 'a x B | 0'],
    ['a b', 'a B', 'a x X y', 'a B x X y | 1'],
    ['a b c', 'a B c', 'c a b', 'c a B | 0'],
  ])('%j: %j and %j', (base, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toBe(expected);
  });

  it('nothing that either of them wrote is lost, what only one changed is as that one has it', () => {
    const words = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    const edited = fc.array(fc.constantFrom(...'abcdefghWXYZ'), { maxLength: 8 });
    fc.assert(
      fc.property(words, edited, edited, (base, mine, theirs) => {
        const [one, two, three] = [base, mine, theirs].map((list) => list.map(block));
        if (!one || !two || !three) throw new Error('no blocks');
        const { blocks: found } = mergeBlocks(one, two, three);
        const said = new Set(found.map((node) => node.content?.[0]?.text));
        const written = [...mine, ...theirs].filter((word) => !base.includes(word));
        for (const word of written) expect(said.has(word)).toBe(true);
        expect(mergeBlocks(one, one, three).blocks).toEqual(three);
        expect(mergeBlocks(one, two, one).blocks).toEqual(two);
        expect(mergeBlocks(one, two, two)).toEqual({ blocks: two, conflicts: 0 });
      }),
      { seed: 29, numRuns: 1_000 },
    );
  });

  it('no block stands there more often than in one of the versions, and none goes that all of them have', () => {
    const counted = (words: readonly (string | undefined)[], word: string): number =>
      words.filter((one) => one === word).length;
    fc.assert(
      fc.property(versions, ({ base, mine, theirs }) => {
        const { blocks: found } = mergeBlocks(base.map(block), mine.map(block), theirs.map(block));
        const words = found.map((node) => node.content?.[0]?.text);
        for (const word of new Set([...base, ...mine, ...theirs])) {
          const counts = [base, mine, theirs].map((list) => counted(list, word));
          const count = counted(words, word);
          expect(count, word).toBeLessThanOrEqual(Math.max(1, ...counts));
          if (counts.every((one) => one > 0)) expect(count, word).toBeGreaterThan(0);
        }
      }),
      { seed: 12, numRuns: 4_000 },
    );
  });
});

/** One edit of a document: a block is moved, written anew, taken out, put in, or set down twice. */
type Edit = readonly [kind: 'move' | 'write' | 'remove' | 'add' | 'copy', at: number, to: number];

const edits = fc.array(
  fc.tuple(
    fc.constantFrom('move', 'move', 'move', 'write', 'remove', 'add', 'copy'),
    fc.nat(9),
    fc.nat(9),
  ) as fc.Arbitrary<Edit>,
  { maxLength: 4 },
);

function editedBy(base: readonly string[], list: readonly Edit[], signs: string): string[] {
  const words = [...base];
  for (const [index, [kind, at, to]] of list.entries()) {
    const place = words.length === 0 ? 0 : at % words.length;
    const target = to % (words.length + 1);
    const word = words[place];
    if (kind === 'add') words.splice(target, 0, signs[index] ?? '?');
    else if (word === undefined) continue;
    else if (kind === 'copy') words.splice(target, 0, word);
    else if (kind === 'write') words[place] = `${word}${signs[index]}`;
    else {
      words.splice(place, 1);
      if (kind === 'move') words.splice(Math.min(target, words.length), 0, word);
    }
  }
  return words;
}

/** A document, and what two people made of it. */
const versions = fc.tuple(fc.nat(8), edits, edits).map(([count, mine, theirs]) => {
  const base = [...'abcdefgh'].slice(0, count);
  return { base, mine: editedBy(base, mine, 'WXYZ'), theirs: editedBy(base, theirs, 'STUV') };
});
