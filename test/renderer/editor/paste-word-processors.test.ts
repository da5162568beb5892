import { describe, expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import {
  doc,
  heading,
  list,
  mountedEditor,
  p,
  paste,
  text,
  tunnelCitations,
} from './mounted-editor.ts';
import docs from './pasted/google-docs.txt?raw';
import libreOffice from './pasted/libre-office.txt?raw';
import word from './pasted/word.txt?raw';

function pasted(html: string, kind: 'note' | 'brief' = 'brief') {
  const { editor, dom } = mountedEditor(kind, null, { citations: tunnelCitations() });
  editor.focus();
  paste(dom, { 'text/html': html, 'text/plain': 'not used' });
  return editor.content();
}

function footnote(...content: RichTextNode[]): RichTextNode {
  return { type: 'footnote', content };
}

function table(...rows: string[][]): RichTextNode {
  const cell = (words: string): RichTextNode => ({
    type: 'table_cell',
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [p(words)],
  });
  return {
    type: 'table',
    content: rows.map((row) => ({ type: 'table_row', content: row.map(cell) })),
  };
}

describe('Pasting from word processors', () => {
  test('I7 LibreOffice: headings, lists, tables, footnotes and endnotes, no empty paragraphs', () => {
    expect(pasted(libreOffice)).toEqual(
      doc(
        heading(1, 'What it costs'),
        p(
          'The ministry',
          footnote(text('Written answer of 12 May.')),
          ' put it at “4.2\u00a0billion”.',
        ),
        list('bullet_list', [p('first'), list('bullet_list', [p('inner')])], [p('second')]),
        table(['Outlet', 'Sum'], ['Ledger', '4.2']),
        heading(2, 'When'),
        p('End note', footnote(text('Second note.')), ' here.'),
      ),
    );
  });

  test('I7 Word: titles, headings of its own styles, lists, footnotes with their marks taken away', () => {
    expect(pasted(word)).toEqual(
      doc(
        heading(1, 'The tunnel'),
        heading(2, 'What it costs'),
        p(
          'The ministry',
          footnote(text('Written answer, '), text('12 May', 'em'), text('.')),
          ' put it at 4.2\u00a0billion.',
        ),
        list('ordered_list', [p('first')], [p('second')]),
        table(['Outlet', 'Sum'], ['Ledger', '4.2']),
      ),
    );
  });

  test('I7 Google Docs: lists within lists, footnotes, bold that is only a style', () => {
    expect(pasted(docs)).toEqual(
      doc(
        heading(1, 'The tunnel'),
        p('It ', text('costs', 'strong'), footnote(text('Written answer.')), ' much.'),
        list('bullet_list', [p('first'), list('bullet_list', [p('inner')])], [p('second')]),
      ),
    );
  });

  test('I7 in a note, which has no footnotes, their words stand in brackets', () => {
    expect(pasted(docs, 'note')?.content?.[1]).toEqual(
      p('It ', text('costs', 'strong'), ' (Written answer.) much.'),
    );
  });

  test('I7 a link within a page is no footnote, nor is one whose note leads elsewhere', () => {
    const html =
      '<p>See <a href="#below" id="above">below</a>.</p><p><a name="below" href="#other">There</a> it is.</p>';
    expect(pasted(html)).toEqual(doc(p('See below.'), p('There it is.')));
  });

  test('what the editor copied itself keeps its empty lines', () => {
    const html = '<p data-pm-slice="1 1 []">one</p><p></p><p>two</p>';
    expect(pasted(html)).toEqual(doc(p('one'), p(), p('two')));
  });
});

test('I7 words beside a block of a cell, and what stands over a table, are kept', () => {
  const html =
    '<table><caption>Sums</caption><tr><td>Kyiv<div>estimate</div></td><td><ul><li>outer<ul><li>inner</li></ul></li></ul></td></tr></table>';
  const words = JSON.stringify(pasted(html));
  for (const word of ['Sums', 'Kyiv', 'estimate', 'outer', 'inner']) expect(words).toContain(word);
});
