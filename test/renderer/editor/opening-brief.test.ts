import { expect, test } from 'vitest';
import { settled } from '../reader/press.ts';
import {
  doc,
  mountedEditor,
  p,
  quotation,
  selectText,
  tunnelCitations,
  type,
} from './mounted-editor.ts';

const cell = (words: string) => ({ type: 'table_cell', content: [p(words)] });
const table = {
  type: 'table',
  content: [{ type: 'table_row', content: [cell('one'), cell('two')] }],
};

test('what is marked and selected stays when the editing of tables comes, and a later brief has it from the beginning', async () => {
  const first = mountedEditor('brief', doc(quotation('cost'), p('a hope'), table), {
    citations: tunnelCitations(),
  });
  const { writing, citations } = first.editor;
  if (writing === null || citations === null) throw new Error('no brief');
  citations.step(1, () => true);
  writing.drawHits([{ from: 4, to: 8 }], 0);
  const drawn = () => first.dom.querySelectorAll('[class*=hit]').length;
  const before = drawn();
  expect(before).toBeGreaterThan(0);
  const number = () => first.dom.querySelector('.citation-number')?.textContent;
  expect(number()).toBe('1');
  const [block] = first.dom.children;
  await settled();
  await selectText(first.dom, 'one', 0);
  await expect.poll(() => first.told.state?.possible.has('row-after')).toBe(true);
  expect([drawn(), number()]).toEqual([before, '1']);
  expect(first.dom.children[0]).toBe(block);
  const second = mountedEditor('brief', doc(table));
  await selectText(second.dom, 'one', 0);
  expect(second.editor.run('row-after')).toBe(true);
});

test('what a toolbar shows follows typing behind the frame, and anything else at once', async () => {
  const { editor, dom, told } = mountedEditor('brief', doc(p('It is')));
  await selectText(dom, 'It');
  expect(editor.run('bold')).toBe(true);
  expect(told.state?.active.has('bold')).toBe(true);
  await selectText(dom, ' is', 3);
  expect(told.state?.active.has('bold')).toBe(false);
  await selectText(dom, 'It', 1);
  await type('x');
  await expect.poll(() => told.state?.active.has('bold')).toBe(true);
});
