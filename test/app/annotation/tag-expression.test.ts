import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesTags, parseTagExpression } from '../../../app/annotation/tag-expression.ts';
import { tagTerm } from '../../../app/annotation/tag-names.ts';
import { writeTagExpression } from '../../../app/annotation/write-tag-expression.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { codebookOf } from '../../support/codebooks.ts';

const tags = codebookOf({
  economy: { figure: {}, 'cost overrun': {}, quote: {} },
  people: { quote: {}, Zoë: {} },
  untagged: {},
  'R AND D': {},
  'either/or': {},
  either: { or: {} },
  'the "leak"': {},
  '-minus': {},
});

function names(ids: Iterable<TagId>): string[] {
  return [...ids].map((id) => tags.find((tag) => tag.id === id)?.name ?? '?').sort();
}

/** The names that a term means. */
function meant(text: string): readonly string[] | string {
  const parsed = parseTagExpression(text, tags);
  if (!parsed.ok) return parsed.error.message;
  return parsed.value.kind === 'tag' ? names(parsed.value.matching) : parsed.value.kind;
}

function ids(...paths: string[]): TagId[] {
  return paths.map((path) => {
    const parsed = parseTagExpression(`=${path}`, tags);
    if (!parsed.ok || parsed.value.kind !== 'tag') throw new Error(path);
    return parsed.value.tagIds[0] as TagId;
  });
}

function holds(text: string, ...tagged: string[]): boolean {
  const parsed = parseTagExpression(text, tags);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return matchesTags(parsed.value, ids(...tagged));
}

describe('tag expressions', () => {
  test('G3: a tag means itself and all below it; with = only itself', () => {
    expect(meant('economy')).toEqual(['cost overrun', 'economy', 'figure', 'quote']);
    expect(meant('=economy')).toEqual(['economy']);
  });

  test('G3: case, accents and space do not count; a name with spaces may be bare', () => {
    expect(meant('ZOE')).toEqual(['Zoë']);
    expect(meant('cost   Overrun')).toEqual(['cost overrun']);
    expect(meant('“cost overrun”')).toEqual(['cost overrun']);
  });

  test('G4: of two tags of one name a path tells which', () => {
    expect(meant('quote')).toBe(
      'There are 2 tags “quote”. Write which one: economy/quote, people/quote.',
    );
    expect(holds('people / quote', 'people/quote')).toBe(true);
    expect(holds('people/quote', 'economy/quote')).toBe(false);
    expect(meant('/economy/"quote"')).toEqual(['quote']);
  });

  test('G4: a slash, a parenthesis, a capital AND can be part of a name', () => {
    expect(meant('either/or')).toEqual(['either/or']);
    expect(meant('either/"or"')).toEqual(['or']);
    expect(meant('"R AND D"')).toEqual(['R AND D']);
    expect(meant('"the ""leak"""')).toEqual(['the "leak"']);
    expect(meant('"-minus"')).toEqual(['-minus']);
    expect(meant('R AND D')).toEqual(['R AND D']);
  });

  test('G5: NOT binds before AND, AND before OR', () => {
    expect(holds('economy AND NOT (economy/quote OR figure)', 'cost overrun')).toBe(true);
    expect(holds('economy AND NOT (economy/quote OR figure)', 'economy', 'figure')).toBe(false);
    expect(holds('people OR economy AND figure', 'people')).toBe(true);
    expect(holds('(people OR economy) AND figure', 'people')).toBe(false);
    expect(holds('NOT people AND figure', 'figure')).toBe(true);
    expect(holds('economy -figure', 'economy')).toBe(true);
    expect(holds('economy -figure', 'figure')).toBe(false);
    expect(holds('economy (figure OR people)', 'figure')).toBe(true);
  });

  test('G5: untagged is what has no tag; quoted it is a tag', () => {
    expect(holds('untagged')).toBe(true);
    expect(holds('NOT untagged', 'figure')).toBe(true);
    expect(meant('"untagged"')).toEqual(['untagged']);
  });

  test.each([
    ['', 0, 0, 'Type the name of a tag.'],
    ['economy AND', 8, 11, 'A tag is missing after “AND”. Type its name, or take “AND” away.'],
    ['(figure', 0, 1, 'This parenthesis is not closed. Add one at its end.'],
    ['figure)', 6, 7, 'This parenthesis was never opened. Take it away.'],
    [
      'figure people',
      0,
      13,
      'There is no tag “figure people”. For passages that have both, write figure AND people.',
    ],
    [
      'figure or people',
      0,
      16,
      'There is no tag “figure or people”. Write AND, OR and NOT in capitals.',
    ],
    ['figure AND figur', 11, 16, 'There is no tag “figur”. Did you mean figure?'],
    [
      'AND figure',
      0,
      3,
      'AND stands between two tags. For a tag of that name, put it in quotation marks: "AND".',
    ],
    ['"figure', 0, 7, 'This quotation mark is not closed. Add one at the end of the name.'],
    ['economy/', 7, 8, 'The name of a tag is missing beside this slash.'],
    ['figure AND = x', 11, 14, 'There is no tag “= x”. Look up its name in the codebook.'],
  ])('G6: what is wrong is said with its place: %s', (text, start, end, message) => {
    expect(parseTagExpression(text, tags)).toMatchObject({
      ok: false,
      error: { start, end, message },
    });
  });

  test('G6: deep nesting and long texts are refused, not run into', () => {
    expect(meant(`${'('.repeat(10_000)}figure`)).toContain('longer than 4000');
    expect(meant(`${'('.repeat(1000)}figure`)).toContain('nested too deeply');
    expect(meant(`${'NOT '.repeat(500)}figure`)).toContain('nested too deeply');
  });
});

/** An expression of the oracle: what it means is worked out tag by tag, by walking up from each. */
type Asked =
  | { readonly kind: 'tag'; readonly tag: number; readonly exact: boolean }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'not'; readonly inner: Asked }
  | { readonly kind: 'and' | 'or'; readonly left: Asked; readonly right: Asked };

const oddNames = fc.constantFrom(
  ...['a', 'A', 'b', 'á', 'a b', 'AND', 'or', 'NOT', 'untagged', '-', '=', '(a)', 'a/b', '/', '"'],
  ...['b"c', '“x”', '-a', '=a', 'a AND b', 'ß', 'SS', 'й', 'и', '東京', 'a  b'],
);

const codebooks = fc
  .array(fc.tuple(oddNames, fc.nat(), fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((list) => {
    const made: TagRecord[] = [];
    for (const [name, parent, isTop] of list) {
      const [tag] = codebookOf({ [name]: {} });
      if (tag === undefined) throw new Error('No tag.');
      const id = `tag-${made.length}` as TagId;
      const parentId = isTop ? null : (made[parent % Math.max(1, made.length)]?.id ?? null);
      made.push({ ...tag, id, name, parentId });
    }
    return made;
  });

const asked: fc.Arbitrary<Asked> = fc.letrec<{ node: Asked }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ kind: fc.constant('tag' as const), tag: fc.nat(), exact: fc.boolean() }),
    fc.constant({ kind: 'untagged' as const }),
    fc.record({ kind: fc.constant('not' as const), inner: tie('node') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      left: tie('node'),
      right: tie('node'),
    }),
  ),
})).node;

function written(node: Asked, list: readonly TagRecord[], minus: boolean): string {
  switch (node.kind) {
    case 'untagged':
      return 'UNtagged';
    case 'tag':
      return `${node.exact ? '=' : ''}${tagTerm(list, tagAt(list, node.tag))}`;
    case 'not':
      return `${minus ? '-' : 'NOT '}(${written(node.inner, list, minus)})`;
    default: {
      const between = node.kind === 'or' ? ' OR ' : minus ? ' ' : ' AND ';
      return `(${written(node.left, list, minus)})${between}(${written(node.right, list, minus)})`;
    }
  }
}

function tagAt(list: readonly TagRecord[], index: number): TagRecord {
  const tag = list[index % list.length];
  if (tag === undefined) throw new Error('No tag.');
  return tag;
}

function pathOf(list: readonly TagRecord[], tag: TagRecord): TagRecord[] {
  const parent = list.find(({ id }) => id === tag.parentId);
  return parent === undefined ? [tag] : [...pathOf(list, parent), tag];
}

function isTrue(node: Asked, list: readonly TagRecord[], tagged: readonly TagRecord[]): boolean {
  switch (node.kind) {
    case 'untagged':
      return tagged.length === 0;
    case 'not':
      return !isTrue(node.inner, list, tagged);
    case 'and':
      return isTrue(node.left, list, tagged) && isTrue(node.right, list, tagged);
    case 'or':
      return isTrue(node.left, list, tagged) || isTrue(node.right, list, tagged);
    case 'tag': {
      // Tags with the same path to the letter can't be told apart in writing.
      const path = (tag: TagRecord): string => JSON.stringify(pathOf(list, tag).map((t) => t.name));
      const wanted = path(tagAt(list, node.tag));
      return tagged.some((tag) => {
        const way = node.exact ? [tag] : pathOf(list, tag);
        return way.some((step) => path(step) === wanted);
      });
    }
  }
}

describe('tag expressions against a slow oracle', () => {
  const inputs = [
    codebooks,
    asked,
    fc.boolean(),
    fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 8 }),
  ] as const;

  test('G3 to G5: what is written is understood as it was meant, whatever the tags are called', () => {
    fc.assert(
      fc.property(...inputs, (list, node, minus, taggings) => {
        const text = written(node, list, minus);
        const parsed = parseTagExpression(text, list);
        if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
        for (const indexes of taggings) {
          const tagged = [...new Set(indexes.map((index) => tagAt(list, index)))];
          const idsOf = tagged.map(({ id }) => id);
          expect(matchesTags(parsed.value, idsOf), text).toBe(isTrue(node, list, tagged));
        }
      }),
      { seed: 20310512, numRuns: 1500 },
    );
  });

  test('G7: written anew it means the same', () => {
    fc.assert(
      fc.property(...inputs, (list, node, minus, taggings) => {
        const parsed = parseTagExpression(written(node, list, minus), list);
        if (!parsed.ok) throw new Error(parsed.error.message);
        const text = writeTagExpression(parsed.value, list);
        const again = parseTagExpression(text ?? '', list);
        if (!again.ok) throw new Error(`${text}: ${again.error.message}`);
        for (const indexes of taggings) {
          const idsOf = indexes.map((index) => tagAt(list, index).id);
          expect(matchesTags(again.value, idsOf)).toBe(matchesTags(parsed.value, idsOf));
        }
      }),
      { seed: 20310513, numRuns: 800 },
    );
  });

  test('G6: any text at all is understood or answered with a problem inside it', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc
        .array(fc.oneof(oddNames, fc.constantFrom(' ', '(', ')', '/', '-', '=', 'OR', 'NOT')), {
          maxLength: 12,
        })
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(codebooks, text, (list, typed) => {
        const parsed = parseTagExpression(typed, list);
        if (parsed.ok) return;
        const { start, end, message } = parsed.error;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(typed.length);
        expect(message).toMatch(/[.?]$/);
      }),
      { seed: 20310514, numRuns: 2000 },
    );
  });
});
