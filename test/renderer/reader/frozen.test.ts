import { beforeEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import type { TextOffset } from '../../../app/base/brand.ts';
import { drawnText, type Mounted, mounted } from './mounted.ts';
import { held, inWindow, middleOf, press, settled } from './press.ts';
import { revisionOf, spanOf } from './revisions.ts';

const revision = revisionOf(
  ['heading', 'A title'],
  'First paragraph, with words.',
  ['list-item', 'An item'],
  '习近平 😀 end',
);
const spans = [spanOf('a', 8, 20, 1), spanOf('b', 14, 40, 2)];

let at: Mounted;

beforeEach(() => {
  at = mounted(revision, spans);
  at.reader.focus();
});

/** Where the caret or selection is when something tries to change the text. */
const places = [
  ['a caret in a highlight', 16, 16],
  ['a caret at a block’s start', 8, 8],
  ['a selection in one block', 10, 18],
  ['a selection across blocks', 3, 40],
  ['everything selected', 0, revision.text.length],
] as const;

/** Ways to change the text, each as a person, another program or a page would. */
const attempts: Record<string, () => Promise<unknown>> = {
  'typing a letter': () => press('x'),
  Enter: () => press('Enter'),
  'Shift+Enter': () => press('Enter', held.shift),
  Backspace: () => press('Backspace', held.none, 2),
  Delete: () => press('Delete', held.none, 2),
  'Ctrl+Backspace': () => press('Backspace', held.control),
  'an emoji from the system’s panel': () => cdp().send('Input.insertText', { text: '😀' }),
  pasting: async () => {
    const data = new DataTransfer();
    data.setData('text/plain', 'pasted');
    data.setData('text/html', '<p>pasted</p>');
    at.dom.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  },
  'the engine’s own paste': async () => document.execCommand('paste'),
  cutting: async () => document.execCommand('cut'),
  'inserting by command': async () => document.execCommand('insertText', false, 'no'),
  'inserting HTML by command': async () => document.execCommand('insertHTML', false, '<b>no</b>'),
  'deleting by command': async () => document.execCommand('delete'),
  'making bold by command': async () => document.execCommand('bold'),
  'undo and redo': async () => [document.execCommand('undo'), document.execCommand('redo')],
  'dropping text': async () => {
    const [x, y] = middleOf(at.dom.children[1] ?? at.dom);
    const data = { items: [{ mimeType: 'text/plain', data: 'dropped' }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await cdp().send('Input.dispatchDragEvent', { type, ...inWindow(x, y), data });
    }
  },
  'composing, given up': async () => {
    await cdp().send('Input.imeSetComposition', { text: 'n', selectionStart: 1, selectionEnd: 1 });
    await settled();
    await cdp().send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await settled();
    await cdp().send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  },
  'composing, to the end': async () => {
    await cdp().send('Input.imeSetComposition', {
      text: 'nihao',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await settled();
    await cdp().send('Input.insertText', { text: '你好' });
  },
  'writing into a text node': async () => {
    const node = document.createTreeWalker(at.dom, NodeFilter.SHOW_TEXT).nextNode();
    if (node !== null) {
      node.nodeValue = 'no';
    }
  },
  'taking a block away': async () => at.dom.children[1]?.remove(),
};

describe.each(Object.entries(attempts))('The text stays as it is under %s', (_attempt, attempt) => {
  test.each(places)('with %s', async (_place, from, to) => {
    at.reader.select(from as TextOffset, to as TextOffset);
    await settled();
    await attempt();
    await settled();
    expect(drawnText(at.dom)).toBe(revision.text);
    // What the reader believes is what it draws: a selection by hand still means the right words.
    at.reader.select(16 as TextOffset, 25 as TextOffset);
    await settled();
    expect(String(getSelection())).toBe(revision.text.slice(16, 25));
  });
});

test.each(['typing a letter', 'Enter', 'Backspace', 'Delete', 'the engine’s own paste'])(
  '%s does not even reach the page',
  async (name) => {
    at.reader.select(10 as TextOffset, 18 as TextOffset);
    await settled();
    const records: MutationRecord[] = [];
    const seen = new MutationObserver((list) => records.push(...list));
    seen.observe(at.dom, { subtree: true, childList: true, characterData: true });
    await attempts[name]?.();
    await settled();
    seen.disconnect();
    expect(records).toEqual([]);
  },
);

test('A composition is undone while it goes on, not only at its end', async () => {
  at.reader.select(16 as TextOffset, 16 as TextOffset);
  await settled();
  await cdp().send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await settled();
  expect(drawnText(at.dom)).toBe(revision.text);
  await cdp().send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await settled();
});

test('The caret is where it was after a composition', async () => {
  at.reader.select(16 as TextOffset, 16 as TextOffset);
  await settled();
  await attempts['composing, to the end']?.();
  await settled();
  expect(at.reader.selection()).toMatchObject({ from: 16, to: 16 });
});

test('What is selected can be copied, as text and as blocks', async () => {
  at.reader.select(3 as TextOffset, 13 as TextOffset);
  await settled();
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
  });
  at.dom.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(data.getData('text/plain')).toBe('itle\n\nFirst');
  const copied = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
  expect(
    [...copied.body.children].map(({ tagName, textContent }) => [tagName, textContent]),
  ).toEqual([
    ['H1', 'itle'],
    ['P', 'First'],
  ]);
  expect(copied.querySelector('mark')).toBeNull();
});

test('What is copied out of a long text is blocks, not the sections it is laid out in', async () => {
  const parts = Array.from(
    { length: 400 },
    (_unused, index) => `${index}. ${'word '.repeat(60)}end`,
  );
  const { reader, dom } = mounted(revisionOf(...parts));
  const before = dom.querySelector('.reader-section')?.children.length ?? 0;
  const last = parts[before - 1] ?? '';
  const next = `${before}. word`;
  const start = parts.join('\n').indexOf(`\n${last}`) + 1;
  reader.select(start as TextOffset, (start + last.length + 1 + next.length) as TextOffset);
  await settled();
  const data = new DataTransfer();
  dom.dispatchEvent(
    new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  const copied = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
  expect(
    [...copied.body.children].map(({ tagName, textContent }) => [tagName, textContent]),
  ).toEqual([
    ['P', last],
    ['P', next],
  ]);
  expect(data.getData('text/plain')).toBe(`${last}\n\n${next}`);
});
