import fc from 'fast-check';
import type { BriefBundle } from '../../../app/record/brief-bundle.ts';
import type { RichTextMark, RichTextNode } from '../../../app/record/rich-text.ts';
import { BriefFixture, claimCitation, inlineCitation, quotationCitation } from './brief-fixture.ts';

/** What may break an escape: HTML and Markdown signs, links, entities, other planes, right to left, joiners. */
const traps = fc.constantFrom(
  ...'<>&"\'`*_~[]()#+-.!|\\:;=^$%{}@/“”‘’… \u00a0',
  '&amp;',
  '&#x41;',
  '</p>',
  '<script>',
  '<!--',
  ']]>',
  '**',
  '1. ',
  '- ',
  '> ',
  '# ',
  '---',
  '[^1]',
  '[a](b)',
  '![x](y)',
  'https://example.org/a_b?c=d&e',
  'www.example.org',
  'a@example.org',
  '😀',
  '𝔘',
  'שלום',
  'العربية',
  'é',
  '\u200d',
  '\u202b',
  '漢字',
);

const words = fc.oneof(
  traps,
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.lorem({ maxCount: 2 }),
);

/** A canonical text: rules T2, T4 and T5. */
export const canonicalText: fc.Arbitrary<string> = fc
  .array(fc.array(words, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((blocks) =>
    blocks
      .map((block) => tidy(block.join('')))
      .filter((block) => block !== '')
      .join('\n'),
  )
  .filter((text) => text.length > 1);

/** One line of somebody's own words. */
const ownWords: fc.Arbitrary<string> = fc
  .array(words, { minLength: 1, maxLength: 8 })
  .map((parts) => tidy(parts.join('')))
  .filter((text) => text !== '');

/** A fixture with a few articles, annotations anywhere in them but inside a character, and claims. */
const records: fc.Arbitrary<BriefFixture> = fc
  .record({
    articles: fc.array(fc.record({ text: canonicalText, title: ownWords }), {
      minLength: 1,
      maxLength: 3,
    }),
    places: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
    claims: fc.array(fc.tuple(ownWords, fc.array(fc.nat(), { maxLength: 3 })), { maxLength: 3 }),
  })
  .map(({ articles, places, claims }) => {
    const fixture = new BriefFixture();
    for (const { text, title } of articles) fixture.article(text, { title, outlet: title });
    for (const [which, from, length] of places) {
      const article = pick(fixture.articles, which);
      const text = [...fixture.texts.values()][article.number - 1] ?? '';
      const edges = [...characterEdges(text)];
      const first = from % (edges.length - 1);
      const last = first + 1 + (length % (edges.length - first - 1));
      fixture.annotate(article, edges[first] ?? 0, edges[last] ?? text.length);
    }
    for (const [wording, evidence] of claims) {
      fixture.claim(
        wording,
        evidence.map((which) => [pick(fixture.annotations, which), 'reports']),
      );
    }
    return fixture;
  });

const marks: fc.Arbitrary<RichTextMark[]> = fc.subarray<RichTextMark>([
  { type: 'link', attrs: { href: 'https://example.org/a_(b)?c=%20&d' } },
  { type: 'em' },
  { type: 'strong' },
]);

function inlineNode(fixture: BriefFixture): fc.Arbitrary<RichTextNode> {
  const marked = (node: RichTextNode) =>
    marks.map((chosen) => (chosen.length === 0 ? node : { ...node, marks: chosen }));
  return fc.oneof(
    { weight: 4, arbitrary: ownWords.chain((text) => marked({ type: 'text', text })) },
    { weight: 1, arbitrary: fc.constant({ type: 'hard_break' }) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...fixture.annotations)
        .chain((item) => marked(inlineCitation(item))),
    },
  );
}

function blocks(fixture: BriefFixture): fc.Arbitrary<RichTextNode[]> {
  const inline = fc.array(inlineNode(fixture), { maxLength: 5 });
  const citations = [
    ...fixture.annotations.map(quotationCitation),
    ...fixture.claims.map(claimCitation),
  ];
  return fc.letrec<{ block: RichTextNode; flow: RichTextNode[] }>((tie) => ({
    flow: fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      inline.map((content) => ({ type: 'paragraph', content })),
      fc.constantFrom(...citations),
      fc
        .tuple(inline, fc.constantFrom(1, 2, 3))
        .map(([content, level]) => ({ type: 'heading', attrs: { level }, content })),
      tie('flow').map((content) => ({ type: 'blockquote', content })),
      table(inline, citations),
      fc
        .tuple(fc.array(tie('flow'), { minLength: 1, maxLength: 3 }), fc.option(fc.nat(9)))
        .map(([items, order]) => ({
          type: order === null ? 'bullet_list' : 'ordered_list',
          ...(order === null ? {} : { attrs: { order } }),
          content: items.map((content) => ({ type: 'list_item', content })),
        })),
    ),
  })).flow;
}

/** A table with heads above, beside or nowhere, and now and then a cell over two columns or rows. */
function table(
  inline: fc.Arbitrary<RichTextNode[]>,
  citations: readonly RichTextNode[],
): fc.Arbitrary<RichTextNode> {
  const inCell = fc.array(
    fc.oneof(
      inline.map((content) => ({ type: 'paragraph', content })),
      fc.constantFrom(...citations),
    ),
    { minLength: 1, maxLength: 2 },
  );
  const cell = fc
    .tuple(fc.constantFrom('table_cell', 'table_header'), inCell, fc.constantFrom(1, 1, 1, 2))
    .chain(([type, content, colspan]) =>
      fc
        .constantFrom(1, 1, 1, 2)
        .map((rowspan) => ({ type, attrs: { colspan, rowspan, colwidth: null }, content })),
    );
  const row = fc
    .array(cell, { minLength: 1, maxLength: 3 })
    .map((content) => ({ type: 'table_row', content }));
  return fc
    .array(row, { minLength: 1, maxLength: 3 })
    .map((content) => ({ type: 'table', content }));
}

/** A brief of every kind of node, with its records and texts. All its citations may be printed. */
export const arbitraryBrief: fc.Arbitrary<{ fixture: BriefFixture; bundle: BriefBundle }> =
  records.chain((fixture) =>
    fc
      .tuple(blocks(fixture), ownWords)
      .map(([content, title]) => ({ fixture, bundle: fixture.bundle(content, title) })),
  );

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r \u2028\u2029\u1680\u2000-\u200a\u205f\u3000]+/g, ' ')
    .replace(/[\p{Cc}\ufeff]/gu, '')
    .replace(/^ +| +$/g, '');
}

function* characterEdges(text: string): Generator<number> {
  let offset = 0;
  yield offset;
  for (const character of text) {
    offset += character.length;
    yield offset;
  }
}

function pick<Item>(items: readonly Item[], which: number): Item {
  const item = items[which % items.length];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}
