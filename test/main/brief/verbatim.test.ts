import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { writeHtml } from '../../../app/brief/write/write-html.ts';
import { writeMarkdown } from '../../../app/brief/write/write-markdown.ts';
import { writeText } from '../../../app/brief/write/write-text.ts';
import { writeDocx } from '../../../main/services/brief/docx/write-docx.ts';
import { arbitraryPrinted, citedIn } from '../../app/brief/write/arbitrary-printed.ts';
import { readDocx } from '../support/read-docx.ts';

/** What is used of linkedom's nodes: tests in Node are compiled without the DOM's types. */
interface ParsedNode {
  readonly textContent: string | null;
  querySelector(selector: string): ParsedNode | null;
  querySelectorAll(selector: string): Iterable<ParsedNode>;
}

const appendix = { appendix: true } as const;

test('C2 every quotation comes back from the HTML byte for byte', () => {
  fc.assert(
    fc.property(arbitraryPrinted, (brief) => {
      const window: unknown = parseHTML(writeHtml(brief, appendix));
      const { document } = window as { readonly document: ParsedNode };
      const found = [...document.querySelectorAll('blockquote[data-annotation], .quotation')];
      const expected = citedIn(brief.blocks).map((passage) => brief.passages[passage]?.quote);
      expect(found.map(({ textContent }) => textContent)).toEqual(expected);
      for (const [index, { quote }] of brief.passages.entries()) {
        expect(document.querySelector(`#passage-${index + 1} mark`)?.textContent).toBe(quote);
      }
      expect(document.querySelector('h1')?.textContent).toBe(brief.title);
    }),
    { seed: 20240601, numRuns: 150 },
  );
});

test('C2 every quotation comes back from the DOCX byte for byte, and every part is sound XML', () => {
  fc.assert(
    fc.property(arbitraryPrinted, (brief) => {
      const { commented } = readDocx(writeDocx(brief, appendix));
      const expected = citedIn(brief.blocks).map((passage) => brief.passages[passage]?.quote);
      expect(commented.map(({ words }) => words)).toEqual(expected);
    }),
    { seed: 20240602, numRuns: 150 },
  );
});

test('C2 every quotation comes back from the Markdown byte for byte', () => {
  fc.assert(
    fc.property(arbitraryPrinted, (brief) => {
      const markdown = writeMarkdown(brief, { appendix: false });
      const tree = fromMarkdown(markdown, {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      });
      const texts = blockTexts(tree);
      for (const passage of citedIn(brief.blocks)) {
        const { quote = '' } = brief.passages[passage] ?? {};
        expect(
          texts.some((text) => text.includes(quote)),
          `${JSON.stringify(quote)} in\n${markdown}`,
        ).toBe(true);
      }
    }),
    { seed: 20240603, numRuns: 150 },
  );
});

test('C2 every quotation stands in the plain text line by line', () => {
  fc.assert(
    fc.property(arbitraryPrinted, (brief) => {
      const text = trimmed(writeText(brief, { appendix: false, wrap: null }));
      for (const passage of citedIn(brief.blocks)) {
        const { quote = '' } = brief.passages[passage] ?? {};
        // In a table each row is one line.
        const isThere = text.includes(trimmed(quote)) || text.includes(quote.replaceAll('\n', ' '));
        expect(isThere, `${JSON.stringify(quote)} in\n${text}`).toBe(true);
      }
    }),
    { seed: 20240604, numRuns: 150 },
  );
});

test('C5 the same brief gives the same bytes in every format', () => {
  fc.assert(
    fc.property(arbitraryPrinted, (brief) => {
      const again = structuredClone(brief);
      expect(writeHtml(again, appendix)).toBe(writeHtml(brief, appendix));
      expect(writeMarkdown(again, appendix)).toBe(writeMarkdown(brief, appendix));
      const wrapped = { appendix: true, wrap: 72 };
      expect(writeText(again, wrapped)).toBe(writeText(brief, wrapped));
      expect(writeDocx(again, appendix)).toEqual(writeDocx(brief, appendix));
    }),
    { seed: 20240605, numRuns: 60 },
  );
});

/** What lines are set in by is not of their words. */
function trimmed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^ +/, ''))
    .join('\n');
}

/** The words of each block; those of a block quotation as one, its paragraphs joined by a line feed (rule T2). */
function blockTexts(root: Root): string[] {
  const found: string[] = [];
  const walk = (node: Parents): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      found.push(plain(node));
      return;
    }
    if (node.type === 'blockquote') {
      found.push(node.children.map(plain).join('\n'));
    }
    for (const child of node.children) if ('children' in child) walk(child);
  };
  walk(root);
  return found;
}

function plain(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'text') return node.value;
  if (node.type === 'html') return node.value === '<br>' ? '\n' : '';
  return 'children' in node ? node.children.map(plain).join('') : '';
}
