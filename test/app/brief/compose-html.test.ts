import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { composeHtml } from '../../../app/brief/compose-html.ts';
import { planBrief } from '../../../app/brief/plan-brief.ts';
import type { BriefBundle } from '../../../app/record/brief-bundle.ts';
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

function tunnelBrief() {
  const fixture = new BriefFixture();
  const article = fixture.article('The cost has risen to 4.2 billion crowns.\nNobody paid.', {
    outlet: 'The Harbour Times',
    title: 'Tunnel <costs> & "rise"',
  });
  const figure = annotateWords(fixture, article, '4.2 billion crowns');
  const whole = annotateWords(fixture, article, 'crowns.\nNobody paid.');
  const claim = fixture.claim('It costs 4.2 billion.', [[figure, 'asserts']]);
  const bundle = fixture.bundle(
    [
      paragraph('They say ', inlineCitation(figure)),
      quotationCitation(whole),
      claimCitation(claim),
    ],
    'Costs & <b>sums</b>',
  );
  return { fixture, figure, whole, bundle };
}

/** What is used of linkedom's nodes: tests in Node are compiled without the DOM's types. */
interface ParsedNode {
  readonly id: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): ParsedNode | null;
  querySelectorAll(selector: string): Iterable<ParsedNode> & { readonly length: number };
}

function parsed(html: string): ParsedNode {
  const window: unknown = parseHTML(html);
  return (window as { readonly document: ParsedNode }).document;
}

function documentOf(bundle: BriefBundle, fixture: BriefFixture): ParsedNode {
  return parsed(composeHtml(bundle, fixture.texts));
}

describe('composeHtml', () => {
  test('C4 a block quotation is verbatim and says where it stands', () => {
    const { fixture, bundle, whole } = tunnelBrief();
    const quotation = documentOf(bundle, fixture).querySelector('figure blockquote');
    expect(quotation?.textContent).toBe('crowns.\nNobody paid.');
    expect(quotation?.getAttribute('cite')).toBe('https://example.org/1');
    expect(quotation?.getAttribute('data-annotation')).toBe(whole.id);
    expect(quotation?.getAttribute('data-revision')).toBe(`sha256:${'a'.repeat(63)}1`);
    expect(quotation?.getAttribute('data-start')).toBe('34');
    expect(quotation?.getAttribute('data-end')).toBe('54');
    expect(quotation?.getAttribute('lang')).toBe('en');
  });

  test('C4 each source note shows the passage in its context, with hash and offsets', () => {
    const { fixture, bundle } = tunnelBrief();
    const document = documentOf(bundle, fixture);
    const note = document.querySelector('#source-1');
    expect(note?.querySelector('.passage')?.textContent).toBe(
      'The cost has risen to 4.2 billion crowns.\nNobody paid.',
    );
    expect(note?.querySelector('mark')?.textContent).toBe('4.2 billion crowns');
    expect(note?.querySelector('.place')?.textContent).toBe(
      `article 1, annotation 1:1, revision sha256:${'a'.repeat(63)}1, characters 22–40 (UTF-16)`,
    );
    expect(note?.querySelector('.source')?.textContent).toContain(
      'The Harbour Times, “Tunnel <costs> & "rise"”, 12 May 2024, https://example.org/1',
    );
  });

  test('C4 citations lead to their source notes and back', () => {
    const { fixture, bundle } = tunnelBrief();
    const document = documentOf(bundle, fixture);
    const leads = [...document.querySelectorAll('[role="doc-noteref"]')];
    expect(leads.map((lead) => lead.getAttribute('href'))).toEqual([
      '#source-1',
      '#source-2',
      '#source-1',
    ]);
    const back = [...document.querySelectorAll('[role="doc-backlink"]')];
    expect(back.map((link) => link.getAttribute('href'))).toEqual([
      '#cite-1-1',
      '#cite-1-2',
      '#cite-2-1',
    ]);
    expect(leads.map((lead) => lead.id)).toEqual(['cite-1-1', 'cite-2-1', 'cite-1-2']);
  });

  test('C4 a claim prints with wording, speaker, date, status, evidence', () => {
    const { fixture, bundle } = tunnelBrief();
    const claim = documentOf(bundle, fixture).querySelector('section.claim');
    expect(claim?.querySelector('.wording')?.textContent).toBe('Claim C1 It costs 4.2 billion.');
    expect(claim?.querySelector('.about')?.textContent).toBe(
      'Premier Ansel, said on 10 May 2024, disputed',
    );
    expect(claim?.querySelector('.stance')?.textContent).toContain('asserts · The Harbour Times');
    expect(claim?.querySelector('blockquote')?.textContent).toBe('4.2 billion crowns');
  });

  test('The file stands alone: title, language, character set, no script, nothing to fetch', () => {
    const { fixture, bundle } = tunnelBrief();
    const html = composeHtml(bundle, fixture.texts);
    expect(html.startsWith('<!doctype html><html lang="en"><head><meta charset="utf-8">')).toBe(
      true,
    );
    const document = parsed(html);
    expect(document.querySelector('title')?.textContent).toBe('Costs & <b>sums</b>');
    expect(document.querySelectorAll('script, img, link, iframe, [src], [style]')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import|\son\w+=/);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
  });

  test('An unsafe address of an article is printed, not linked', () => {
    const fixture = new BriefFixture();
    const article = fixture.article('one two', { url: 'javascript:alert(1)' });
    const bundle = fixture.bundle([quotationCitation(fixture.annotate(article, 0, 3))]);
    const html = composeHtml(bundle, fixture.texts);
    expect(html).not.toMatch(/(?:href|cite)="javascript/);
    expect(html).toContain('javascript:alert(1)');
  });

  test('C3 a brief with a false quotation is not written at all', () => {
    const { fixture, bundle } = tunnelBrief();
    const texts = new Map([...fixture.texts.keys()].map((hash) => [hash, 'something else']));
    expect(() => composeHtml(bundle, texts)).toThrow(/may not be printed/);
  });

  test('C2 every quotation and every word of any brief comes back from the HTML', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ fixture, bundle }) => {
        const document = documentOf(bundle, fixture);
        for (const quotation of planBrief(bundle, fixture.texts).quotations) {
          const { annotationId, quote, number } = quotation;
          const places = [...document.querySelectorAll(`[data-annotation="${annotationId}"]`)];
          expect(places.length).toBeGreaterThan(0);
          for (const place of places) expect(place.textContent).toBe(quote);
          const mark = document.querySelector(`#source-${number} mark`);
          expect(mark?.textContent).toBe(quote);
        }
        expect(document.querySelector('h1')?.textContent).toBe(bundle.brief.title);
        const main = document.querySelector('main')?.textContent ?? '';
        for (const text of ownTexts(bundle.brief.content)) expect(main).toContain(text);
      }),
      { seed: 20240512, numRuns: 200 },
    );
  });

  test('C5 the same brief gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryBrief, ({ fixture, bundle }) => {
        const again = structuredClone({ bundle, texts: fixture.texts });
        expect(composeHtml(again.bundle, again.texts)).toBe(composeHtml(bundle, fixture.texts));
      }),
      { seed: 20240514 },
    );
  });
});

function ownTexts(node: RichTextNode): string[] {
  const own = node.text === undefined ? [] : [node.text];
  return [...own, ...(node.content ?? []).flatMap(ownTexts)];
}
