import { describe, expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { held, press } from '../reader/press.ts';
import {
  doc,
  inline,
  type MountedEditor,
  mountedEditor,
  p,
  pressTab,
  quotation,
  selectText,
  tunnelCitations,
  type,
} from './mounted-editor.ts';

function cell(kind: 'table_cell' | 'table_header', ...content: RichTextNode[]): RichTextNode {
  return { type: kind, attrs: { colspan: 1, rowspan: 1, colwidth: null }, content };
}

function table(...rows: RichTextNode[][]): RichTextNode {
  return { type: 'table', content: rows.map((content) => ({ type: 'table_row', content })) };
}

const small = table(
  [cell('table_header', p('Claim')), cell('table_header', p('The Ledger'))],
  [cell('table_cell', p('one')), cell('table_cell', p(inline('cost')), quotation('date'))],
);

/** An editor once tables can be edited in it. */
async function tableEditor(content: RichTextNode): Promise<MountedEditor> {
  const mounted = mountedEditor('brief', content, { citations: tunnelCitations() });
  await selectText(mounted.dom, 'one', 0);
  await expect.poll(() => mounted.told.state?.possible).toContain('row-after');
  return mounted;
}

function cells(dom: HTMLElement): string[][] {
  return [...dom.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => cell.textContent ?? ''),
  );
}

describe('Tables in briefs', () => {
  test('A table keeps its citations live, numbered in the order of its cells', async () => {
    const { editor, dom } = await tableEditor(doc(small));
    expect(dom.querySelectorAll('th')).toHaveLength(2);
    expect([...dom.querySelectorAll('.citation-number')].map((sign) => sign.textContent)).toEqual([
      '1',
      '2',
    ]);
    expect(editor.content()).toEqual(doc(small));
  });

  test('A table is inserted with heads, in place of an empty line, with a line below', async () => {
    const { editor, dom, told } = mountedEditor('brief', doc(p()));
    await expect.poll(() => told.state?.possible).toContain('table');
    expect(editor.run('table')).toBe(true);
    editor.focus();
    await type('head');
    expect(cells(dom)).toEqual([
      ['head', '', ''],
      ['', '', ''],
      ['', '', ''],
    ]);
    expect(dom.querySelectorAll('tr:first-child th')).toHaveLength(3);
    expect(editor.content()?.content?.map((block) => block.type)).toEqual(['table', 'paragraph']);
    // No table within a table.
    expect(editor.run('table')).toBe(false);
  });

  test('Tab goes from cell to cell, begins a row behind the last, and Shift and Tab goes back', async () => {
    const { editor, dom } = await tableEditor(
      doc(table([cell('table_cell', p('one')), cell('table_cell', p('two'))])),
    );
    await pressTab();
    await press('End');
    await type('!');
    await pressTab();
    await type('new');
    expect(cells(dom)).toEqual([
      ['one', 'two!'],
      ['new', ''],
    ]);
    await pressTab(true);
    await press('End');
    await type('?');
    expect(cells(dom)[0]).toEqual(['one', 'two!?']);
    await press('Enter', held.control);
    await type('below');
    expect(editor.content()?.content?.at(-1)).toEqual(p('below'));
  });

  test('Rows and columns are added and removed; the last of them takes the table along', async () => {
    const { editor, dom } = await tableEditor(doc(small, p('after')));
    for (const name of ['row-after', 'column-before', 'row-before', 'column-after'] as const) {
      expect(editor.run(name)).toBe(true);
    }
    expect(cells(dom).map((row) => row.length)).toEqual([4, 4, 4, 4]);
    for (const name of ['remove-row', 'remove-column'] as const)
      expect(editor.run(name)).toBe(true);
    expect(cells(dom).map((row) => row.length)).toEqual([3, 3, 3]);
    editor.run('header-column');
    expect([...dom.querySelectorAll('tr')].every((row) => row.cells[0]?.tagName === 'TH')).toBe(
      true,
    );
    expect(editor.run('remove-table')).toBe(true);
    expect(dom.querySelector('table')).toBeNull();
    expect(editor.content()).toEqual(doc(p('after')));
    for (const name of ['remove-row', 'remove-column'] as const) {
      const single = await tableEditor(doc(table([cell('table_cell', p('one'))]), p('after')));
      expect(single.editor.run(name)).toBe(true);
      expect(single.editor.content()).toEqual(doc(p('after')));
    }
  });

  test('A table that is copied is a table again in a brief, and rows of text in a note', async () => {
    const { dom } = await tableEditor(doc(p('x'), small));
    await press('a', held.control);
    const data = new DataTransfer();
    dom.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }));
    const html = data.getData('text/html');
    const other = mountedEditor('brief', doc(p('here')), { citations: tunnelCitations() });
    await selectText(other.dom, 'here');
    const into = { clipboardData: data, bubbles: true, cancelable: true };
    other.dom.dispatchEvent(new ClipboardEvent('paste', into));
    expect(html).toContain('<table');
    expect(other.editor.content()).toEqual(doc(p('x'), small));
    const note = mountedEditor('note', doc(p('here')));
    await selectText(note.dom, 'here');
    note.dom.dispatchEvent(new ClipboardEvent('paste', into));
    expect(note.dom.textContent).toContain('Claim | The Ledger');
    expect(note.told.state?.possible).not.toContain('table');
  });
});
