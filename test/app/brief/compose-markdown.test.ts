import fc from 'fast-check';
import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as plainText } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { composeMarkdown } from '../../../app/brief/compose-markdown.ts';
import { planBrief } from '../../../app/brief/plan-brief.ts';
import { quotationMarks } from '../../../app/brief/quotation-marks.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { arbitraryBrief } from './arbitrary-brief.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from './brief-fixture.ts';

describe('composeMarkdown', () => {
  test('C4 prints inline and block quotations with a footnote each, and the sources', () => {
    const fixture = new BriefFixture();
    const article = fixture.article('The cost has risen to 4.2 billion crowns.\nNobody paid.', {
      outlet: 'The Harbour Times',
      title: 'Tunnel *costs* rise',
    });
    const figure = annotateWords(fixture, article, '4.2 billion crowns');
    const whole = annotateWords(fixture, article, 'crowns.\nNobody paid.');
    const bundle = fixture.bundle([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Cost' }] },
      paragraph('The ministry says ', inlineCitation(figure), '.'),
      quotationCitation(whole),
    ]);
    expect(composeMarkdown(bundle, fixture.texts)).toBe(
      `# What the premiers said

## Cost

The ministry says “4.2 billion crowns”[^1].

> crowns.
>
> Nobody paid.[^2]

## Sources

- The Harbour Times, “Tunnel \\*costs\\* rise”, 12 May 2024, <https://example.org/1>; article 1, revision sha256:${'a'.repeat(63)}1; quoted in 1, 2.

Every quotation was compared with the text of its revision, to the character, when this file was written. Characters are UTF-16 code units of that text, counted from 0; the second number is the first character after the quotation.

[^1]: The Harbour Times, “Tunnel \\*costs\\* rise”, 12 May 2024, <https://example.org/1>; article 1, annotation 1:1, revision sha256:${'a'.repeat(63)}1, characters 22–40 (UTF-16).

[^2]: The Harbour Times, “Tunnel \\*costs\\* rise”, 12 May 2024, <https://example.org/1>; article 1, annotation 1:2, revision sha256:${'a'.repeat(63)}1, characters 34–54 (UTF-16).
`,
    );
  });

  test('C4 a date that nobody has confirmed is printed as a guess', () => {
    const printed = (change: Partial<ArticleRecord>) => {
      const fixture = new BriefFixture();
      const article = fixture.article('The cost has risen.');
      fixture.articles[0] = { ...article, ...change };
      const figure = annotateWords(fixture, article, 'cost');
      const bundle = fixture.bundle([paragraph(inlineCitation(figure))]);
      return composeMarkdown(bundle, fixture.texts);
    };
    const provenance = { published: { source: 'file-date', confidence: 'guessed' } } as const;
    expect(printed({ provenance })).toContain('“Title 1”, 12 May 2024 (guessed), ');
    const confirmed = { provenance, corrected: { published: '2024-05-12' } };
    expect(printed(confirmed)).toContain('“Title 1”, 12 May 2024, ');
  });

  test('C4 a quotation of a revision that is not the present one says so', () => {
    const fixture = new BriefFixture();
    const article = fixture.article('At least seven were hurt.');
    const figure = annotateWords(fixture, article, 'seven');
    fixture.articles[0] = { ...article, revisionId: 'revision-2' as RevisionId };
    const bundle = fixture.bundle([paragraph(inlineCitation(figure))]);
    expect(composeMarkdown(bundle, fixture.texts)).toContain(
      '“Title 1”, 12 May 2024, revision 1, changed by its source since, ',
    );
  });

  test('C4 prints a claim with its speaker, date, status and evidence', () => {
    const fixture = new BriefFixture();
    const first = fixture.annotate(fixture.article('It costs 4.2 billion.'), 0, 21);
    const second = fixture.annotate(fixture.article('It does not.'), 0, 12);
    const claim = fixture.claim('The tunnel costs 4.2 billion.', [
      [second, 'denies'],
      [first, 'asserts'],
    ]);
    const text = composeMarkdown(fixture.bundle([claimCitation(claim)]), fixture.texts);
    expect(text).toContain(
      `**Claim C1**: The tunnel costs 4.2 billion.\\
Premier Ansel, said on 10 May 2024, disputed.

- Outlet 1 asserts: “It costs 4.2 billion.”[^1]
- Outlet 2 denies: “It does not.”[^2]
`,
    );
  });

  test('C1 an annotation cited twice has one number and one footnote', () => {
    const fixture = new BriefFixture();
    const cited = fixture.annotate(fixture.article('one two'), 0, 3);
    const bundle = fixture.bundle([paragraph(inlineCitation(cited)), quotationCitation(cited)]);
    const tree = parse(composeMarkdown(bundle, fixture.texts));
    expect(all(tree, 'footnoteReference')).toHaveLength(2);
    expect(all(tree, 'footnoteDefinition')).toHaveLength(1);
  });

  test('C3 a brief with a false quotation is not written at all', () => {
    const fixture = new BriefFixture();
    const cited = fixture.annotate(fixture.article('one two'), 0, 3);
    const bundle = fixture.bundle([paragraph(inlineCitation(cited))]);
    const texts = new Map([...fixture.texts.keys()].map((hash) => [hash, 'two one']));
    expect(() => composeMarkdown(bundle, texts)).toThrow(/Citation 1:1 may not be printed/);
  });

  test('C4 a footnote after words that look like an address is not taken for part of it', () => {
    const fixture = new BriefFixture();
    const cited = fixture.annotate(fixture.article('see www.example.org'), 0, 8);
    const tree = parse(composeMarkdown(fixture.bundle([quotationCitation(cited)]), fixture.texts));
    expect(all(tree, 'footnoteReference')).toHaveLength(1);
  });

  test('C2 a list in a quotation in a list item stays a list', () => {
    const list = (content: RichTextNode[]): RichTextNode => ({
      type: 'ordered_list',
      attrs: { order: 7 },
      content: [{ type: 'list_item', content }],
    });
    const fixture = new BriefFixture();
    const cited = fixture.annotate(fixture.article('one two'), 0, 3);
    const inner = { type: 'blockquote', content: [list([quotationCitation(cited)])] };
    const bundle = fixture.bundle([list([paragraph('a'), inner])]);
    const tree = parse(composeMarkdown(bundle, fixture.texts));
    expect(all(tree, 'list').map((node) => node.start)).toEqual([7, 7, null]);
    expect(citedTexts(tree)).toEqual([['1', 'one']]);
  });

  test('A link that is not http, https or mailto loses its address, not its words', () => {
    const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }];
    const fixture = new BriefFixture();
    const bundle = fixture.bundle([paragraph({ type: 'text', text: 'press here', marks })]);
    expect(composeMarkdown(bundle, fixture.texts)).toBe('# What the premiers said\n\npress here\n');
  });

  test('C2 every quotation of any brief comes back from the Markdown byte for byte', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ fixture, bundle }) => {
        const markdown = composeMarkdown(bundle, fixture.texts);
        const cited = citedTexts(parse(markdown));
        const { quotations } = planBrief(bundle, fixture.texts);
        for (const { number, quote } of quotations) {
          const texts = cited.filter(([label]) => label === String(number));
          expect(texts.length).toBeGreaterThan(0);
          for (const [, text] of texts) {
            const [open, close] = quotationMarks(quote);
            const verbatim = text === quote || text.endsWith(`${open}${quote}${close}`);
            expect(
              verbatim,
              `${JSON.stringify(quote)}, not ${JSON.stringify(text)}\n${markdown}`,
            ).toBe(true);
          }
        }
      }),
      { seed: 20240512, numRuns: 300 },
    );
  });

  test('C4 each quotation keeps its footnote, whatever stands around it', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ fixture, bundle }) => {
        const tree = parse(composeMarkdown(bundle, fixture.texts));
        const { quotations } = planBrief(bundle, fixture.texts);
        const definitions = all(tree, 'footnoteDefinition');
        expect(definitions.map((node) => node.identifier)).toEqual(
          quotations.map((quotation) => String(quotation.number)),
        );
        const cited = new Set(all(tree, 'footnoteReference').map((node) => node.identifier));
        expect(cited.size).toBe(quotations.length);
      }),
      { seed: 20240513, numRuns: 300 },
    );
  });

  test('C5 the same brief gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ fixture, bundle }) => {
        const again = structuredClone({ bundle, texts: fixture.texts });
        expect(composeMarkdown(again.bundle, again.texts)).toBe(
          composeMarkdown(bundle, fixture.texts),
        );
      }),
      { seed: 20240514 },
    );
  });
});

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function all<Type extends Nodes['type']>(
  node: Nodes,
  type: Type,
): Extract<Nodes, { type: Type }>[] {
  const found = node.type === type ? [node as Extract<Nodes, { type: Type }>] : [];
  if (!('children' in node)) return found;
  return [...found, ...node.children.flatMap((child) => all(child, type))];
}

/**
 * For each footnote reference, its label and the text of its block up to it. In a block quotation that is all of its
 * paragraphs so far, joined by a line feed each (rule T2).
 */
function citedTexts(block: Parents): [label: string, text: string][] {
  const found: [string, string][] = [];
  let text = '';
  const read = (node: Nodes): void => {
    if (node.type === 'footnoteReference') found.push([node.identifier, text]);
    else if ('children' in node) for (const child of node.children) read(child);
    else text += plainText(node);
  };
  const quoted = block.type === 'blockquote';
  block.children.forEach((child, index) => {
    if (child.type === 'paragraph' || child.type === 'heading' || child.type === 'tableCell') {
      text = quoted && index > 0 ? `${text}\n` : '';
      read(child);
    } else if ('children' in child) found.push(...citedTexts(child));
  });
  return found;
}
