import { expect, test } from 'vitest';
import { doc, mountedEditor, p, selectText, type } from './mounted-editor.ts';
test('x', async () => {
  const { editor, dom } = mountedEditor('note', doc(p('one'), p('two'), p('three')));
  const log: string[] = [];
  const where = () => `${getSelection()?.anchorNode?.textContent}:${getSelection()?.anchorOffset} ${document.hasFocus()} ${document.activeElement?.className}`;
  await selectText(dom, 'three', 0);
  log.push(where());
  await type('x');
  log.push(where());
  document.addEventListener('selectionchange', () => log.push('sc ' + where()));
  await selectText(dom, 'one', 0);
  log.push(where());
  editor.setContent(doc(p('one'), p('xthree')));
  log.push(where());
  await type('y');
  log.push(where());
  expect(log).toEqual([]);
});
