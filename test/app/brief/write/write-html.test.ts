import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { PrintedBrief } from '../../../../app/brief/print/printed-brief.ts';
import { writeHtml } from '../../../../app/brief/write/write-html.ts';
import {
  everyKindOfBlock,
  headed,
  passageOf,
  printedBrief,
  quoted,
  says,
  words,
} from '../../../support/printed-brief.ts';

/** What is used of linkedom's nodes: tests in Node are compiled without the DOM's types. */
interface ParsedNode {
  readonly id: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): ParsedNode | null;
  querySelectorAll(selector: string): Iterable<ParsedNode>;
}

function documentOf(
  brief: PrintedBrief,
  options: Partial<Parameters<typeof writeHtml>[1]> = {},
): ParsedNode {
  const window: unknown = parseHTML(writeHtml(brief, { appendix: true, ...options }));
  return (window as { readonly document: ParsedNode }).document;
}

describe('writeHtml', () => {
  test('C4 a block quotation is verbatim and says where it stands', () => {
    const quotation = documentOf(everyKindOfBlock()).querySelector('figure.cited blockquote');
    expect(quotation?.textContent).toBe('crowns.\nNobody paid.');
    expect(quotation?.getAttribute('cite')).toBe('https://example.org/1');
    expect(quotation?.getAttribute('data-annotation')).toBe('annotation-1-2');
    expect(quotation?.getAttribute('data-revision')).toBe(`sha256:${'a'.repeat(63)}1`);
    expect(quotation?.getAttribute('data-start')).toBe('22');
    expect(quotation?.getAttribute('data-end')).toBe('42');
    expect(quotation?.getAttribute('lang')).toBe('en');
  });

  test('C4 each passage is shown in its context, with source, hash and offsets', () => {
    const passage = documentOf(everyKindOfBlock()).querySelector('#passage-1');
    expect(passage?.querySelector('.passage')?.textContent).toBe(
      'The cost has risen to 4.2 billion crowns What came after.',
    );
    expect(passage?.querySelector('mark')?.textContent).toBe('4.2 billion crowns');
    expect(passage?.querySelector('.source')?.textContent).toBe(
      '1:1 Outlet 1, “Title 1”, 12 May 2024, https://example.org/1',
    );
    expect(passage?.querySelector('.place')?.textContent).toBe(
      `article 1, annotation 1:1, revision sha256:${'a'.repeat(63)}1, characters 22–40 (UTF-16)`,
    );
  });

  test('C4 citations lead to their passages and back, marks to their notes and back', () => {
    const document = documentOf(everyKindOfBlock());
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
    const inner = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      (link.getAttribute('href') ?? '').slice(1),
    );
    expect(inner.filter((id) => !ids.has(id))).toEqual([]);
    const cited = [...document.querySelectorAll('a.cited')];
    expect(cited.map((link) => link.getAttribute('href'))).toEqual([
      '#passage-1',
      '#passage-2',
      '#passage-1',
      '#passage-3',
      '#passage-4',
      '#passage-1',
    ]);
    const back = [...document.querySelectorAll('#passage-1 [role="doc-backlink"]')];
    expect(back.map((link) => link.getAttribute('href'))).toEqual([
      '#cite-1-1',
      '#cite-1-2',
      '#cite-1-3',
    ]);
    const marks = [...document.querySelectorAll('[role="doc-noteref"]')];
    expect(marks.map((mark) => mark.getAttribute('href'))).toEqual([
      '#note-1',
      '#note-2',
      '#note-3',
    ]);
    const notes = [...document.querySelectorAll('.notes li [role="doc-backlink"]')];
    expect(notes.map((link) => link.getAttribute('href'))).toEqual([
      '#note-mark-1',
      '#note-mark-2',
      '#note-mark-3',
    ]);
  });

  test('every id is given once', () => {
    const ids = [...documentOf(everyKindOfBlock()).querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('without the appendix each passage is there for its link, and for paper it is not', () => {
    const screen = documentOf(everyKindOfBlock(), { appendix: false });
    expect(screen.querySelector('.passages #passage-1 mark')?.textContent).toBe(
      '4.2 billion crowns',
    );
    expect(screen.querySelector('#sources')).toBeNull();
    const paper = documentOf(everyKindOfBlock(), { appendix: false, paper: true });
    expect(paper.querySelector('#passage-1')).toBeNull();
  });

  test('C25 on paper each footnote stands behind the block that marks it, with its number, and leads back to its mark', () => {
    const brief = printedBrief(
      [
        headed(1, 'One'),
        says('a', { kind: 'note', number: 1 }),
        headed(1, 'Two'),
        says('b', { kind: 'note', number: 2 }),
        says('c'),
      ],
      {
        notes: [
          { number: 1, blocks: [says('first')], passages: [] },
          { number: 2, blocks: [{ kind: 'aside', blocks: [says('second')] }], passages: [] },
        ],
      },
    );
    const order = (paper: boolean): (string | null)[] =>
      [...documentOf(brief, { paper }).querySelectorAll('h2, main > p, li, aside')]
        .map(({ textContent }) => textContent?.replace(/\W/g, '') ?? null)
        .filter((text) => text !== 'One1' && text !== null);
    expect(order(true)).toEqual(['One', 'a1', '1first', 'Two', 'b2', '2second', 'c']);
    const paper = documentOf(brief, { paper: true });
    const notes = [...paper.querySelectorAll('[role="doc-footnote"]')];
    expect(notes.map(({ id }) => id)).toEqual(['note-1', 'note-2']);
    const back = notes.map((note) =>
      note.querySelector('[role="doc-backlink"]')?.getAttribute('href'),
    );
    expect(back).toEqual(['#note-mark-1', '#note-mark-2']);
    for (const mark of back) expect(paper.querySelector(mark ?? '')).not.toBeNull();
    const endnotes = documentOf({ ...brief, noteForm: 'endnotes' }, { paper: true });
    expect(endnotes.querySelector('.footnote')).toBeNull();
    expect(endnotes.querySelectorAll('[role="doc-endnotes"] > ol > li')).toHaveLength(2);
    expect(order(false)).toEqual(['One', 'a1', 'Two', 'b2', 'c', 'Notes', 'first', 'second']);
  });

  test('the file stands alone: title, language, character set, no script, nothing to fetch', () => {
    const html = writeHtml(
      { ...everyKindOfBlock(), title: 'Costs & <b>sums</b>' },
      { appendix: true },
    );
    expect(html.startsWith('<!doctype html><html lang="en"><head><meta charset="utf-8">')).toBe(
      true,
    );
    const window: unknown = parseHTML(html);
    const { document } = window as { readonly document: ParsedNode };
    expect(document.querySelector('title')?.textContent).toBe('Costs & <b>sums</b>');
    expect([...document.querySelectorAll('script, link, iframe, object, embed')]).toEqual([]);
    const sources = [...document.querySelectorAll('[src]')];
    expect(sources.every((node) => node.getAttribute('src')?.startsWith('data:'))).toBe(true);
    expect(html).not.toMatch(/url\(|@import/);
  });

  test('an unsafe address of an article is printed, not linked', () => {
    const passage = passageOf('1:1', 'one', { url: 'javascript:alert(1)' });
    const brief = printedBrief(
      [{ kind: 'quotation', passage: 0, runs: quoted('one'), credit: [words('Outlet')] }],
      { passages: [passage] },
    );
    const html = writeHtml(brief, { appendix: true });
    expect(html).not.toMatch(/(?:href|cite)="javascript/);
    expect(html).toContain('javascript:alert(1)');
  });
});
