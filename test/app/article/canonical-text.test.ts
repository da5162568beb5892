import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockDraft } from '../../../app/article/block-draft.ts';
import { canonicalBlockText, canonicalText } from '../../../app/article/canonical-text.ts';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { Block, BlockKind } from '../../../app/record/text.ts';

const kinds: readonly BlockKind[] = [
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'caption',
  'table-cell',
];

/** Code units that have gone wrong somewhere: pairs and halves, marks, right-to-left, CJK, controls, odd spaces. */
const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'B', 'é', '1', '.', ' ') },
  fc.constantFrom('😀', '𠮷', '👩‍👩‍👧', '\ud83d', '\ude00', 'e\u0301', '\u0338'),
  fc.constantFrom('ש', 'ל', 'ا', 'ل', '\u200f', '\u202b', '中', '文', 'か', '。'),
  fc.constantFrom('\n', '\r', '\t', '\v', '\f', '\x85', '\u2028', '\u2029'),
  fc.constantFrom('\u00a0', '\u202f', '\u2009', '\u3000', '\u200b', '\u00ad', '\ufeff'),
  fc.constantFrom('\0', '\x07', '\x1b', '\x7f', '\x80', '\x9f', '\ufffe', '\uffff', '\ufffd'),
);
const wildText = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));
const drafts = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), text: wildText }) as fc.Arbitrary<BlockDraft>,
  { maxLength: 12 },
);
const seeded = { seed: 20_310_512, numRuns: 1_000 };

function blockTexts({ text, blocks }: { text: string; blocks: readonly Block[] }): string[] {
  return blocks.map((block) => text.slice(block.start, block.end));
}

/** Rules T4 and T5 once more, one code point at a time: slow, and without a pattern that could be wrong twice. */
function slowBlockText(text: string): string {
  const whiteSpace = [9, 10, 11, 12, 13, 32, 0x85, 0x2028, 0x2029];
  let made = '';
  for (const point of text) {
    const code = point.codePointAt(0) as number;
    if (code >= 0xd800 && code <= 0xdfff) made += '\ufffd';
    else if (whiteSpace.includes(code)) made += made.endsWith(' ') ? '' : ' ';
    else if (code < 32 || (code >= 0x7f && code < 0xa0)) continue;
    else if ([0xfeff, 0xfffe, 0xffff].includes(code)) continue;
    else made += point;
  }
  const isSpace = (at: string | undefined) =>
    at !== undefined && [' ', '\u00a0', '\u202f', '\u2009', '\u3000'].includes(at);
  while (isSpace(made[0])) made = made.slice(1);
  while (isSpace(made.at(-1))) made = made.slice(0, -1);
  return /[^\s\u200b\u00ad\u200f\u202b\u200d]/.test(made) ? made : '';
}

describe('canonicalText', () => {
  test('T1 T2 T3 joins blocks by one line feed each and says where they stand', () => {
    const made = canonicalText([
      { kind: 'heading', text: 'Tunnel 😀' },
      { kind: 'paragraph', text: ' ' },
      { kind: 'heading', level: 3, text: 'Cost' },
      { kind: 'list-item', level: 2, text: '4.2 billion' },
    ]);
    expect(made).toEqual({
      text: 'Tunnel 😀\nCost\n4.2 billion',
      blocks: [
        { kind: 'heading', start: 0, end: 9, level: 1 },
        { kind: 'heading', start: 10, end: 14, level: 3 },
        { kind: 'list-item', start: 15, end: 26 },
      ],
    });
  });

  test('T1 nothing at all has no block', () => {
    expect(canonicalText([])).toEqual({ text: '', blocks: [] });
    expect(canonicalText([{ kind: 'paragraph', text: '\u00a0\u200b\ufeff\n' }]).blocks).toEqual([]);
  });

  test('T1 T2 whatever the drafts hold, the text is canonical and no visible draft is lost', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        const made = canonicalText(list);
        expect(isCanonical(made)).toBe(made.blocks.length > 0);
        expect(made.text.split('\n').length).toBe(Math.max(1, made.blocks.length));
        const visible = list.filter((draft) => slowBlockText(draft.text) !== '');
        expect(made.blocks.map((block) => block.kind)).toEqual(visible.map((draft) => draft.kind));
      }),
      seeded,
    );
  });

  test('T4 T5 agrees with the rules applied one code point at a time', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        expect(canonicalBlockText(text)).toBe(slowBlockText(text));
      }),
      seeded,
    );
  });

  test('T4 T5 holds no control character, no half of a pair, no double or outer white space', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        for (const block of blockTexts(canonicalText(list))) {
          expect(block).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/);
          expect(block).not.toMatch(/\p{Surrogate}| {2}|^\p{White_Space}|\p{White_Space}$/u);
        }
      }),
      seeded,
    );
  });

  test('T5 making a canonical text canonical changes nothing', () => {
    fc.assert(
      fc.property(drafts, (list) => {
        const made = canonicalText(list);
        const texts = blockTexts(made);
        const again = canonicalText(
          made.blocks.map((block, index) => ({ ...block, text: texts[index] ?? '' })),
        );
        expect(again).toEqual(made);
      }),
      seeded,
    );
  });

  test('T4 keeps the spaces that the source set, between words', () => {
    expect(canonicalBlockText('\u00a0« une\u202ftraversée\u00a0» \t 31\u2009km\u3000')).toBe(
      '« une\u202ftraversée\u00a0» 31\u2009km',
    );
  });

  test('T5 composes and decomposes nothing', () => {
    expect(canonicalBlockText('e\u0301 é ﬁ')).toBe('e\u0301 é ﬁ');
  });

  test('T5 a control character between two halves makes no pair of them', () => {
    expect(canonicalBlockText('\ud83d\0\ude00')).toBe('\ufffd\ufffd');
  });
});

describe('isCanonical', () => {
  const at = (start: number, end: number, more: Partial<Block> = {}): Block => ({
    kind: 'paragraph',
    start: start as TextOffset,
    end: end as TextOffset,
    ...more,
  });

  test('T2 accepts what the rules make', () => {
    expect(isCanonical({ text: 'ab\nc', blocks: [at(0, 2), at(3, 4)] })).toBe(true);
    expect(isCanonical({ text: 'a  b', blocks: [at(0, 4)] })).toBe(true);
  });

  test.each<[string, string, Block[]]>([
    ['without blocks', '', []],
    ['with an empty block', 'a\n', [at(0, 1), at(2, 2)]],
    ['with a line feed in a block', 'a\nb', [at(0, 3)]],
    ['with a gap', 'a\nb\nc', [at(0, 1), at(4, 5)]],
    ['with blocks out of order', 'a\nb', [at(2, 3), at(0, 1)]],
    ['that goes on after the last block', 'a\nb', [at(0, 1)]],
    ['that ends before the last block', 'a', [at(0, 2)]],
    ['with half a pair', 'a\ud83d', [at(0, 2)]],
    ['with a heading without level', 'a', [at(0, 1, { kind: 'heading' })]],
    ['with a heading of level 7', 'a', [at(0, 1, { kind: 'heading', level: 7 })]],
    ['with a level on a paragraph', 'a', [at(0, 1, { level: 1 })]],
  ])('T1 T2 refuses a text %s', (_name, text, blocks) => {
    expect(isCanonical({ text, blocks })).toBe(false);
  });
});

test('T4, T5: what is canonical as it stands is what it would become', () => {
  // A bell is dropped first, and has a text looked at more closely that is otherwise plain.
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const sign = String.fromCharCode(unit);
    for (const text of [sign, `a${sign}b`, `${sign}b`, `a${sign}`]) {
      if (canonicalBlockText(text) !== canonicalBlockText(`\x07${text}`)) {
        expect.fail(`U+${unit.toString(16)} in ${JSON.stringify(text)}`);
      }
    }
  }
});

test('T4, T5: a block of millions of words is what its pieces are, and needs little memory', () => {
  const part = 'a\u0000 \u0000 b\ud83d\ude00\ud83d é\t\n\ufeff c  中文\u00a0 d ';
  const long = part.repeat(150_000);
  expect(canonicalBlockText(long)).toBe(`${canonicalBlockText(part)} `.repeat(150_000).trimEnd());
  // What there is to look beyond from every place: nothing to part it at.
  expect(canonicalBlockText(' \u0000'.repeat(1_500_000))).toBe('');
  expect(canonicalBlockText(`a${' \u0000'.repeat(1_500_000)}b`)).toBe('a b');
});
