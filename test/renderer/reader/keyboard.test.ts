import { beforeEach, describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { type Mounted, mounted } from './mounted.ts';
import { click, drag, held, press, settled } from './press.ts';
import { revisionOf, spanOf } from './revisions.ts';

const revision = revisionOf(
  ['heading', 'A title'],
  'First paragraph, with words.',
  'Éte\u0301 😀👩‍👩‍👧 习近平',
  'Last',
);
const { text } = revision;
const third = text.indexOf('Éte');
const spans = [spanOf('a', 8, 13, 1), spanOf('b', 10, 30, 2)];

let at: Mounted;

beforeEach(async () => {
  at = mounted(revision, spans);
  at.reader.focus();
  await settled();
});

async function caretAt(offset: number): Promise<void> {
  at.reader.select(offset as TextOffset, offset as TextOffset);
  await settled();
}

function selected(): string {
  const { from, to } = at.reader.selection();
  return text.slice(from, to);
}

test('a key that comes before the browser has told of a selection means it', () => {
  const meant: string[] = [];
  const { reader, dom } = mounted(revision, spans, {
    onKey: () => {
      const { from, to } = reader.selection();
      meant.push(text.slice(from, to));
      return true;
    },
  });
  reader.focus();
  const words = [...dom.querySelectorAll('p')].at(-1)?.firstChild ?? dom;
  const key = (type: string) =>
    dom.dispatchEvent(new KeyboardEvent(type, { key: 'h', bubbles: true, cancelable: true }));
  document.getSelection()?.setBaseAndExtent(words, 0, words, 4);
  key('keydown');
  expect(meant).toEqual(['Last']);
  document.getSelection()?.setBaseAndExtent(words, 1, words, 3);
  key('keyup');
  const { from, to } = reader.selection();
  expect(text.slice(from, to)).toBe('as');
});

describe('Selecting by keyboard', () => {
  test.each<[string, number, readonly (readonly [string, number, number?])[], string]>([
    ['by letters', 8, [['ArrowRight', held.shift, 5]], 'First'],
    ['backwards', 13, [['ArrowLeft', held.shift, 5]], 'First'],
    ['by words', 8, [['ArrowRight', held.shift | held.control, 2]], 'First paragraph'],
    ['to the line’s end', 14, [['End', held.shift]], 'paragraph, with words.'],
    ['to the line’s start', 13, [['Home', held.shift]], 'First'],
    ['to the text’s end', third, [['End', held.shift | held.control]], text.slice(third)],
    ['to the text’s start', 10, [['Home', held.shift | held.control]], text.slice(0, 10)],
    ['across blocks', 5, [['ArrowRight', held.shift, 5]], 'le\nFi'],
    ['a line down', 0, [['ArrowDown', held.shift]], 'A title\n'],
    ['everything', 9, [['a', held.control]], text],
    [
      'after moving',
      0,
      [
        ['ArrowDown', 0],
        ['Home', 0],
        ['ArrowRight', held.shift, 2],
      ],
      'Fi',
    ],
    ['a letter with its mark, whole', third, [['ArrowRight', held.shift, 3]], 'Éte\u0301'],
    ['an emoji, whole', third + 5, [['ArrowRight', held.shift, 1]], '😀'],
    ['joined emoji, whole', third + 7, [['ArrowRight', held.shift, 1]], '👩‍👩‍👧'],
  ])('P1 %s', async (_name, from, keys, words) => {
    await caretAt(from);
    for (const [key, modifiers, times] of keys) {
      await press(key, modifiers, times);
    }
    // The engine breaks lines by the width, so only whole words are expected of what goes by lines.
    expect(selected()).toBe(words);
    expect(at.selections.at(-1)).toEqual(at.reader.selection());
  });

  test('tells where the selection began and where the caret is', async () => {
    await caretAt(13);
    await press('ArrowLeft', held.shift, 3);
    expect(at.reader.selection()).toEqual({ anchor: 13, head: 10, from: 10, to: 13, empty: false });
  });

  test('the caret moves through highlights without stopping', async () => {
    await caretAt(8);
    const seen: number[] = [];
    for (let step = 0; step < 8; step += 1) {
      await press('ArrowRight');
      seen.push(at.reader.selection().head);
    }
    expect(seen).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  });
});

describe('Moving by keyboard', () => {
  test.each([
    ['a text', 80],
    ['a very long text', 700],
  ])('P1 reaches both ends and every page of %s, and selects on the way', async (_name, count) => {
    const revision = revisionOf(
      ...Array.from({ length: count }, (_unused, index) => `${index} ${'words '.repeat(40)}end`),
    );
    const { length } = revision.text;
    const { reader } = mounted(revision);
    reader.focus();
    await settled();
    await press('End', held.control | held.shift);
    expect(reader.selection()).toMatchObject({ anchor: 0, head: length });
    await press('Home', held.control);
    expect(reader.selection()).toMatchObject({ anchor: 0, head: 0 });
    await press('a', held.control);
    expect(reader.selection()).toMatchObject({ from: 0, to: length });
    await press('End', held.control);
    expect(reader.selection()).toMatchObject({ anchor: length, head: length });
    await press('Home', held.control | held.shift);
    expect(reader.selection()).toMatchObject({ anchor: length, head: 0 });
    await press('Home', held.control);
    let previous = -1;
    for (let page = 0; page < 6; page += 1) {
      await press('PageDown', held.shift);
      const { head } = reader.selection();
      expect(head).toBeGreaterThan(previous);
      previous = head;
    }
    expect(reader.selection().anchor).toBe(0);
  });

  test.each([
    ['a text', 80],
    ['a very long text', 700],
  ])('the caret stays in view through %s', async (_name, count) => {
    const blocks = Array.from(
      { length: count },
      (_unused, index) => `${index} ${'words '.repeat(40)}end`,
    );
    const { reader } = mounted(revisionOf(...blocks));
    const { length } = blocks.join('\n');
    const inView = () => {
      const { top, bottom } = reader.lineAt(reader.selection().head);
      const box = reader.scroller.getBoundingClientRect();
      return top > box.top - 2 && bottom < box.bottom + 2;
    };
    reader.focus();
    await settled();
    await press('ArrowDown', held.none, 25);
    expect(reader.selection().head).toBeGreaterThan(300);
    expect(inView()).toBe(true);
    await press('End', held.control);
    await settled();
    expect(reader.selection().head).toBe(length);
    expect(inView()).toBe(true);
    // With the frames between that a held key leaves, in which what comes into view gets its height.
    for (let line = 0; line < 25; line += 1) {
      await press('ArrowUp');
      expect(inView()).toBe(true);
    }
    await press('Home', held.control);
    await settled();
    expect(reader.selection().head).toBe(0);
    expect(inView()).toBe(true);
  });
});

describe('Selecting by mouse', () => {
  test('dragging gives the words under it and activates nothing', async () => {
    const start = at.reader.lineAt(9 as TextOffset);
    const end = at.reader.lineAt(20 as TextOffset);
    const middle = (start.top + start.bottom) / 2;
    await drag(start.left + 1, middle, end.left + 1, middle);
    expect(selected()).toBe(text.slice(9, 20));
    expect(at.activated).toEqual([]);
  });

  test('a double click selects the word', async () => {
    const { left, top, bottom } = at.reader.lineAt(16 as TextOffset);
    await click(left, (top + bottom) / 2);
    await click(left, (top + bottom) / 2, { clickCount: 2 });
    expect(selected().trim()).toBe('paragraph');
  });
});

describe('onSelect', () => {
  test('is called once for each change, and not for what changes nothing', () => {
    at.selections.length = 0;
    at.reader.select(9 as TextOffset, 12 as TextOffset);
    at.reader.select(9 as TextOffset, 12 as TextOffset);
    at.reader.setFocus(spans[0]?.id ?? null);
    at.reader.setSpans([]);
    expect(at.selections).toEqual([{ anchor: 9, head: 12, from: 9, to: 12, empty: false }]);
  });

  test('P1 what is selected by offset is on the page, and comes back', async () => {
    for (const [anchor, head] of [
      [0, 7],
      [30, 10],
      [3, text.length],
      [third, third + 4],
    ] as const) {
      at.reader.select(anchor as TextOffset, head as TextOffset);
      await settled();
      expect(at.reader.selection()).toMatchObject({ anchor, head });
      expect(String(getSelection()).replaceAll('\n\n', '\n')).toBe(
        text.slice(Math.min(anchor, head), Math.max(anchor, head)),
      );
    }
  });

  test('P1 refuses offsets outside the text', () => {
    expect(() => at.reader.select(0 as TextOffset, (text.length + 1) as TextOffset)).toThrow(
      RangeError,
    );
  });
});

describe('onKey', () => {
  test('gets keys before the reader; what it handles goes no further', async () => {
    const keys: string[] = [];
    const other = mounted(revision, [], {
      onKey: ({ key }) => {
        keys.push(key);
        return key !== 'ArrowRight';
      },
    });
    other.reader.focus();
    other.reader.select(3 as TextOffset, 3 as TextOffset);
    await settled();
    await press('h');
    await press('ArrowLeft');
    expect(other.reader.selection().head).toBe(3);
    await press('ArrowRight');
    expect(other.reader.selection().head).toBe(4);
    expect(keys).toEqual(['h', 'ArrowLeft', 'ArrowRight']);
  });
});
