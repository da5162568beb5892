import { describe, expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { CitationMarks } from '../../../renderer/editor/citation-marks.ts';
import type { CitationTarget } from '../../../renderer/editor/citation-source.ts';
import { settled } from '../reader/press.ts';
import {
  claim,
  doc,
  inline,
  mountedEditor,
  p,
  quotation,
  type TestCitations,
  text,
  tunnelCitations,
} from './mounted-editor.ts';

const whole: RichTextNode = { type: 'article_citation', attrs: { articleId: 'report' } };

function footnote(...content: RichTextNode[]): RichTextNode {
  return { type: 'footnote', content };
}

/** The tunnel's records, marked as a style would. */
function marked(place: CitationMarks['place']) {
  const known = new Map<string, string>();
  const arranged: string[][] = [];
  const marks: CitationMarks = {
    place,
    textOf: (cluster: readonly CitationTarget[]) =>
      known.get(cluster.map(({ id }) => id).join('+')) ?? null,
    arrange: (clusters) =>
      arranged.push(clusters.map((cluster) => cluster.map(({ id }) => id).join('+'))),
  };
  const source: TestCitations & { marks?: () => CitationMarks } = tunnelCitations();
  source.marks = () => marks;
  source.articles.set('report', {
    label: '9',
    name: '“Report”',
    line: '“Report”',
    language: null,
  });
  return { source, known, arranged };
}

function shown(dom: HTMLElement): (string | null)[] {
  return [...dom.querySelectorAll('.citation-number, .footnote-number')].map(
    (element) => element.textContent,
  );
}

describe('C14 marks of citations on the screen', () => {
  test('in a style with notes each place has its own, in one sequence with footnotes', () => {
    const content = doc(
      p('They ', inline('cost'), ' and', footnote(text('mine')), ' ', inline('cost'), '.'),
      claim('sum'),
      quotation('date'),
    );
    const { dom } = mountedEditor('brief', content, { citations: marked('notes').source });
    expect(shown(dom)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('citations with nothing between them have one mark, at the last of them', () => {
    const content = doc(
      p(inline('cost'), inline('date'), ' ', whole, ' x ', inline('cost'), ' ', inline('date')),
    );
    const { dom } = mountedEditor('brief', content, { citations: marked('notes').source });
    expect(shown(dom)).toEqual(['1', '2', '3']);
    expect(dom.querySelector('.article-citation .citation-number')?.textContent).toBe('1');
  });

  test('what a footnote cites has no note of its own', () => {
    const content = doc(p('a', footnote(text('See '), inline('cost')), ' ', inline('date')));
    const { dom } = mountedEditor('brief', content, { citations: marked('notes').source });
    expect(shown(dom)).toEqual(['1', '2']);
  });

  test('in other styles what the style writes stands in the text, once it is known', async () => {
    const { source, known, arranged } = marked('text');
    const content = doc(p(inline('cost'), footnote(text('x'))), quotation('date'), p(whole));
    const { dom, editor } = mountedEditor('brief', content, { citations: source });
    expect(shown(dom)).toEqual(['…', '1', '…', '…']);
    expect(arranged.at(-1)).toEqual(['cost', 'date', 'report']);
    known.set('cost', '(Reyl, 2024)').set('date', '(Fenn, 2023)').set('report', '[3]');
    source.changed();
    await settled();
    expect(shown(dom)).toEqual(['(Reyl, 2024)', '1', '(Fenn, 2023)', '[3]']);
    expect(dom.querySelector('.citation')?.getAttribute('aria-label')).toContain(
      'Citation (Reyl, 2024): “4.2 billion crowns”',
    );
    expect(JSON.stringify(editor.content())).not.toContain('Reyl');
  });

  test('what is cited together has one mark in the text, at the last of it, as it is printed', () => {
    const { source, known, arranged } = marked('text');
    known.set('cost+date+report', '(Reyl, 2024, para. 4; Fenn, 2023)').set('cost', '(Reyl, 2024)');
    const content = doc(
      p('So ', inline('cost'), inline('date'), ' ', whole, ' and ', inline('cost')),
      claim('sum'),
    );
    const { dom } = mountedEditor('brief', content, { citations: source });
    expect(arranged.at(-1)?.slice(0, 2)).toEqual(['cost+date+report', 'cost']);
    expect(shown(dom).slice(0, 2)).toEqual(['(Reyl, 2024, para. 4; Fenn, 2023)', '(Reyl, 2024)']);
  });

  test('C15 words of the style stand for a whole article alone, unless it begins its line or has a number', () => {
    const { source, known } = marked('text');
    known.set('report', '(Report, n.d.)');
    const content = doc(p('See ', whole), p(whole, ' says'), p(' ', whole));
    const shownAlone = (dom: HTMLElement): boolean[] =>
      [...dom.querySelectorAll('.article-citation')].map((one) => one.matches('[data-alone]'));
    const first = mountedEditor('brief', content, { citations: source });
    expect(shownAlone(first.dom)).toEqual([true, false, false]);
    known.set('report', '[3]');
    const second = mountedEditor('brief', content, { citations: source });
    expect(shownAlone(second.dom)).toEqual([false, false, false]);
  });
});
