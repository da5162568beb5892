import { describe, expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { clickOn } from '../reader/press.ts';
import {
  doc,
  heading,
  inline,
  list,
  mountedEditor,
  p,
  paste,
  selectText,
  text,
  tunnelCitations,
} from './mounted-editor.ts';
import pages from './pasted/apple-pages.txt?raw';
import docsTable from './pasted/google-docs-table.txt?raw';
import outlook from './pasted/outlook.txt?raw';
import webPage from './pasted/web-page.txt?raw';
import wordOnline from './pasted/word-online.txt?raw';
import wordReviewed from './pasted/word-reviewed.txt?raw';
import { tunnelReferences } from './test-references.ts';

function pasted(html: string, kind: 'note' | 'brief' = 'brief') {
  const references = tunnelReferences();
  const { editor, dom } = mountedEditor(kind, null, { citations: tunnelCitations(), references });
  editor.focus();
  paste(dom, { 'text/html': html, 'text/plain': 'not used' });
  return { content: editor.content(), said: references.said };
}

function cell(type: 'table_cell' | 'table_header', spans: object, ...content: RichTextNode[]) {
  return { type, attrs: { colspan: 1, rowspan: 1, colwidth: null, ...spans }, content };
}

function table(...rows: RichTextNode[][]): RichTextNode {
  return { type: 'table', content: rows.map((content) => ({ type: 'table_row', content })) };
}

function footnote(words: string): RichTextNode {
  return { type: 'footnote', content: [text(words)] };
}

describe('I7 What is pasted keeps its blocks and its words', () => {
  test('a table of one column, or that holds another, is none: each block within stays a block', () => {
    expect(pasted(outlook).content).toEqual(
      doc(
        p(
          text('From:', 'strong'),
          ' Press Office',
          { type: 'hard_break' },
          text('Sent:', 'strong'),
          ' 12 May 2026',
        ),
        heading(2, 'What it costs'),
        p('First paragraph.'),
        p('Second paragraph.'),
        list('bullet_list', [p('one'), list('bullet_list', [p('inner')])], [p('two')]),
        table(
          [cell('table_cell', {}, p('Outlet')), cell('table_cell', {}, p('Sum'))],
          [cell('table_cell', {}, p('Ledger')), cell('table_cell', {}, p('4.2'))],
        ),
        p('Kind regards'),
        p('Anna Fenn'),
      ),
    );
  });

  test('so are the boxes of Google Docs; its comments are no notes, its ticks are signs', () => {
    const { content, said } = pasted(docsTable);
    expect(content).toEqual(
      doc(
        heading(2, 'Key points'),
        p('First point.'),
        list('ordered_list', [p('one')]),
        p('Last point.'),
        list('bullet_list', [p('☑ done')]),
        p('See it.'),
      ),
    );
    expect(said).toEqual([
      'Pasted without 1 picture, 1 comment. Paste or drop a picture by itself to make it a figure.',
    ]);
  });

  test('a note, which holds no figures, is not told how to make one', () => {
    expect(pasted(docsTable, 'note').said).toEqual([
      'Pasted without 1 picture, 1 comment. Pictures have their place in briefs.',
    ]);
  });

  test('of Word under review the state with all changes taken comes, without comments and hidden words, and it is said', () => {
    const { content, said } = pasted(wordReviewed);
    const third = list(
      'ordered_list',
      [p('third'), list('ordered_list', [p('inner')])],
      [p('fourth')],
    );
    expect(content).toEqual(
      doc(
        heading(1, '2. What it costs'),
        p('It costs twelve crowns, he said. “Enough,” it’s\u00a0said.'),
        { ...third, attrs: { order: 3 } },
        table(
          [cell('table_header', { colspan: 2 }, p('Head over both'))],
          [cell('table_cell', { rowspan: 2 }, p('left')), cell('table_cell', {}, p('a'), p('b'))],
          [cell('table_cell', {}, p())],
          [cell('table_cell', {}, p('below')), cell('table_cell', {}, p('c'))],
        ),
      ),
    );
    expect(said).toEqual([
      'Pasted without 1 picture, 1 comment, 1 deleted passage, 1 hidden passage. Paste or drop a picture by itself to make it a figure.',
    ]);
  });

  test("the lists of Word's web program are lists within lists, its headings headings", () => {
    expect(pasted(wordOnline).content).toEqual(
      doc(
        heading(1, 'What it costs'),
        list('bullet_list', [p('one'), list('bullet_list', [p('inner')])], [p('two')]),
      ),
    );
  });

  test('Pages: paragraphs, lists, a table of one column', () => {
    expect(pasted(pages).content).toEqual(
      doc(
        p(text('The tunnel', 'strong')),
        p('It costs 4.2\u00a0billion. “Much,” he said.'),
        list('bullet_list', [p('first'), list('bullet_list', [p('inner')])], [p('second')]),
        p('Only one'),
        p('column'),
        p('in two rows'),
      ),
    );
  });

  test('a web page: every block apart, lines of code too, notes in their places, signs that are pictures', () => {
    const { content, said } = pasted(webPage);
    const next = { type: 'link', attrs: { href: 'https://example.org/next' } };
    expect(content).toEqual(
      doc(
        heading(1, 'Tunnel dearer'),
        p('Tomas Reyl'),
        p(
          'It costs twelve crowns, he she said 🙂 twice.',
          footnote('Readout, 12 May.'),
          ' Again.',
          footnote('Readout, 12 May.'),
        ),
        p('More'),
        p('Hidden until asked.'),
        p('Cost'),
        p('Price'),
        p('What is paid.'),
        p('line one', { type: 'hard_break' }, '  line two'),
        p('The tunnel in May.'),
        p('Centred'),
        p(text('Next', next)),
        p('first', { type: 'hard_break' }, 'second'),
      ),
    );
    expect(said).toEqual([
      'Pasted without 1 picture, 1 deleted passage, 1 hidden passage. Paste or drop a picture by itself to make it a figure.',
    ]);
  });

  test('in a note, lines of a cell and notes stay apart', () => {
    const html =
      '<table><tr><td><p>one</p><p>two</p></td><td>three<sup><a href="#n" id="m">1</a></sup></td></tr></table><div id="n0"><a id="n" href="#m">1</a>words <p>of the note</p> after</div>';
    expect(pasted(html, 'note').content).toEqual(
      doc(p('one / two | three (words of the note after)')),
    );
    const own = '<p data-pm-slice="1 1 []">sum<span data-footnote="">its note</span>.</p>';
    expect(pasted(own, 'note').content).toEqual(doc(p('sum (its note).')));
  });

  test('words of a note beside its paragraphs are kept, and its lists and tables as lines', () => {
    const html =
      '<p>Sum<a href="#n" name="m"><sup>1</sup></a>.</p><div id="f1">See <p class="x"><a name="n" href="#m">1</a> first</p> between <ul><li>item</li></ul><table><tr><td>a</td><td>b</td></tr></table></div>';
    const lines = ['See', 'first', 'between', 'item', 'a | b'];
    const content = lines.flatMap((line, index) =>
      index === 0 ? [text(line)] : [{ type: 'hard_break' }, text(line)],
    );
    expect(pasted(html).content).toEqual(doc(p('Sum', { type: 'footnote', content }, '.')));
  });

  test('a picture that only counts its readers is none', () => {
    expect(
      pasted('<p>one<img width="1" height="1" src="https://x.example/y.gif"></p>').said,
    ).toEqual([]);
  });
});

describe('I7 Where only some of it may stand, the words stay and what is lost is said', () => {
  const rich = [
    '<h2 data-pm-slice="0 0 []">Head</h2><p>One<span data-footnote="">its note</span>.</p>',
    '<ul><li><p>item</p></li></ul>',
    '<blockquote data-citation="quotation" data-citation-id="cost">“4.2”</blockquote>',
    '<blockquote data-citation="claim" data-citation-id="sum">Claim</blockquote>',
    '<table class="brief-table"><tr><td><p>a</p></td><td><p>b</p></td></tr></table>',
    '<figure data-picture-id="one"><figcaption>Words</figcaption></figure><p>End</p>',
  ].join('');

  function citations() {
    const source = tunnelCitations();
    source.pictures.set('one', { svg: '<svg/>', width: 1, height: 1, description: 'A' });
    return source;
  }

  test('in a footnote', async () => {
    const references = tunnelReferences();
    const { editor, dom } = mountedEditor('brief', doc(p('x', footnote('n'))), {
      citations: citations(),
      references,
    });
    await clickOn(dom.querySelector('.footnote') ?? dom);
    const field = dom.querySelector<HTMLElement>('.footnote-text');
    if (field === null) throw new Error('The footnote has no field.');
    paste(field, { 'text/html': rich });
    expect(editor.content()).toEqual(
      doc(
        p('x', {
          type: 'footnote',
          content: [
            text('nHead One (its note). item '),
            inline('cost'),
            text(
              ' Claim C4: The tunnel opens in 2032. (Premier Ansel · 10 May 2024 · disputed) a | b Words End',
            ),
          ],
        }),
      ),
    );
    expect(references.said).toEqual(['Pasted without 1 picture: none can stand here.']);
    paste(field, { 'text/html': '<p class=MsoNormal>y<del>z</del><o:p></o:p></p>' });
    expect(references.said).toContain('Pasted without 1 deleted passage.');
  });

  test.each(['cell', 'caption', 'heading', 'item'])('in a %s', async (place) => {
    const at: Record<string, RichTextNode> = {
      cell: table([cell('table_cell', {}, p('here')), cell('table_cell', {}, p('z'))]),
      caption: { type: 'figure', attrs: { pictureId: 'one' }, content: [text('here')] },
      heading: heading(1, 'here'),
      item: list('bullet_list', [p('here')]),
    };
    const references = tunnelReferences();
    const { editor, dom } = mountedEditor('brief', doc(at[place] ?? p(), p('after')), {
      citations: citations(),
      references,
    });
    await selectText(dom, 'here', 4);
    paste(dom, { 'text/html': rich });
    const written = JSON.stringify(editor.content());
    for (const words of [
      'Head',
      'One',
      'its note',
      '"item"',
      '"a"',
      '"b"',
      'Words',
      'End',
      '"z"',
    ]) {
      if (words !== '"z"' || place === 'cell') expect(written, words).toContain(words);
    }
    expect(written).toContain('"annotationId":"cost"');
    expect(written).toContain('"claimId":"sum"');
    expect(written).toContain('"pictureId":"one"');
  });
});
