import { describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { mounted } from './mounted.ts';
import { settled } from './press.ts';
import { revisionOf, spanOf } from './revisions.ts';

const words = 'The premiers of both coasts used a call on Monday to promise that trains will run. ';
const long = revisionOf(
  ['heading', 'A long text'],
  ...Array.from({ length: 60 }, (_unused, index) =>
    `${index}. ${words.repeat(1 + (index % 5))}`.trim(),
  ),
);

/** Long enough for the reader to lay out only what is near the view. */
const veryLong = revisionOf(
  ['heading', 'A very long text'],
  ...Array.from({ length: 400 }, (_unused, index) =>
    `${index}. ${words.repeat(1 + (index % 8))}`.trim(),
  ),
);

describe('Scrolling a very long text', () => {
  test('reveal comes to a third from the top once the blocks around have their heights', async () => {
    const { reader, mount } = mounted(veryLong);
    expect(mount.querySelector('.reader-section')).not.toBeNull();
    for (const number of [300, 20, 377, 150]) {
      const start = veryLong.text.indexOf(`\n${number}. `) + 1;
      reader.reveal(start as TextOffset, (start + 3) as TextOffset);
      for (let turn = 0; turn < 3; turn += 1) {
        await settled();
      }
      const box = reader.scroller.getBoundingClientRect();
      const { top } = reader.lineAt(start as TextOffset);
      expect(Math.abs(top - box.top - box.height / 3)).toBeLessThan(3);
    }
  });

  test('the first offset in view brings its line back to the top', async () => {
    const { reader } = mounted(veryLong);
    for (const top of [0, 5000, 21_000]) {
      reader.scroller.scrollTop = top;
      await settled();
      const offset = reader.topVisibleOffset();
      reader.scroller.scrollTop = 900;
      await settled();
      reader.scrollTo(offset);
      for (let turn = 0; turn < 3; turn += 1) {
        await settled();
      }
      expect(reader.topVisibleOffset()).toBe(offset);
    }
  });
});

describe('Scrolling', () => {
  test('reveal brings a passage to a third from the top, and selects it and takes the keyboard if asked', async () => {
    const { reader, dom } = mounted(long);
    const start = long.text.indexOf('30. ') as TextOffset;
    const end = (start + 20) as TextOffset;
    reader.reveal(start, end);
    const { top } = reader.lineAt(start);
    const box = reader.scroller.getBoundingClientRect();
    expect(Math.abs(top - box.top - box.height / 3)).toBeLessThan(3);
    expect(reader.selection().empty).toBe(true);
    expect(document.activeElement).not.toBe(dom);
    reader.reveal(start, end, { select: true, focus: true });
    await settled();
    expect(reader.selection()).toMatchObject({ from: start, to: end });
    expect(document.activeElement).toBe(dom);
    expect(String(getSelection())).toBe(long.text.slice(start, end));
    expect(Math.abs(reader.lineAt(start).top - box.top - box.height / 3)).toBeLessThan(3);
  });

  test('the first offset in view brings its line back to the top', () => {
    const { reader } = mounted(long);
    // Step by step, so that the edge falls on each part of a line and of the space between blocks.
    for (let top = 0; top < 1300; top += 13) {
      reader.scroller.scrollTop = top;
      const offset = reader.topVisibleOffset();
      const box = reader.scroller.getBoundingClientRect();
      const line = reader.lineAt(offset);
      expect(line.bottom).toBeGreaterThan(box.top);
      reader.scroller.scrollTop = 900;
      reader.scrollTo(offset);
      expect(reader.topVisibleOffset()).toBe(offset);
    }
  });

  test('an article at its beginning has offset 0 in view', () => {
    const { reader } = mounted(long);
    expect(reader.topVisibleOffset()).toBe(0);
  });
});

describe('The document', () => {
  const every = revisionOf(
    ['heading', 'Heading'],
    'Paragraph',
    ['list-item', 'Item'],
    ['quotation', 'Quotation'],
    ['caption', 'Caption'],
    ['table-cell', 'Cell'],
  );

  test('T1 each kind of block has the element that says what it is', () => {
    const { dom } = mounted(every);
    expect([...dom.children].map(({ tagName }) => tagName)).toEqual([
      'H1',
      'P',
      'P',
      'BLOCKQUOTE',
      'P',
      'P',
    ]);
  });

  test('is named, can be reached by keyboard, has a caret and takes its direction from the text', () => {
    const { dom } = mounted(every, [], { label: 'The title', language: 'he' });
    expect(dom.getAttribute('aria-label')).toBe('The title');
    expect(dom.tabIndex).toBe(0);
    expect(dom.isContentEditable).toBe(true);
    expect(dom.lang).toBe('he');
    expect([...dom.children].every((block) => block.getAttribute('dir') === 'auto')).toBe(true);
  });

  test('a text without blocks is an empty document', () => {
    const { dom, reader } = mounted({ ...every, text: '', blocks: [] });
    expect(dom.textContent).toBe('');
    expect(reader.selection()).toMatchObject({ from: 0, to: 0 });
    expect(reader.topVisibleOffset()).toBe(0);
    expect(reader.annotationsAt(0 as TextOffset)).toEqual([]);
  });

  test('needs no inline style of the page’s source: a strict policy blocks nothing', () => {
    const violations: Event[] = [];
    const note = (event: Event) => violations.push(event);
    document.addEventListener('securitypolicyviolation', note);
    const policy = document.head.appendChild(document.createElement('meta'));
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src-attr 'none'";
    const { dom, reader } = mounted(every, [spanOf('a', 0, 12, 1)]);
    reader.setSpans([spanOf('b', 3, 15, 2), spanOf('a', 0, 12, 3)]);
    expect(dom.querySelectorAll('mark')).toHaveLength(4);
    document.removeEventListener('securitypolicyviolation', note);
    expect(violations).toEqual([]);
  });
});

describe('destroy', () => {
  test('leaves nothing in the mount and listens no more', async () => {
    const { reader, mount, selections } = mounted(long, [spanOf('a', 0, 9, 1)]);
    reader.focus();
    reader.select(3 as TextOffset, 5 as TextOffset);
    await settled();
    selections.length = 0;
    reader.destroy();
    expect(mount.childNodes).toHaveLength(0);
    document.dispatchEvent(new Event('selectionchange'));
    await settled();
    expect(selections).toEqual([]);
  });
});
