import { describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { PassageMark } from '../../../renderer/reader/create-reader.ts';
import { mounted } from './mounted.ts';
import { revisionOf } from './revisions.ts';

const sentence =
  'The tunnel will cost four billion crowns, and nobody knows who is to pay for it. ';
const revision = revisionOf(
  ['heading', 'A tunnel'],
  ...Array.from({ length: 60 }, (_, at) => `${at} ${sentence.repeat(3)}`),
);

function markAt(block: number, more: Partial<PassageMark> = {}, length = 60): PassageMark {
  const start = (revision.blocks[block]?.start ?? 0) as TextOffset;
  const end = (start + length) as TextOffset;
  return { id: `${start}`, start, end, lane: 0, count: 2, varied: false, ...more };
}

function withMarks(marks: readonly PassageMark[]) {
  const opened: string[] = [];
  const keys: string[] = [];
  const side = {
    margin: {
      describe: () => ({ label: '', hasNote: false, hasLinks: false, hasClaims: false }),
      onOpen: () => undefined,
      onMore: () => undefined,
      onFocus: () => undefined,
      onKey: () => false,
    },
    passages: {
      title: 'Passages',
      describe: (id: string) => `Passage ${id}`,
      onOpen: (id: string) => opened.push(id),
      onFocus: () => undefined,
      onKey: (event: KeyboardEvent) => keys.push(event.key) > 0,
    },
    onPoint: () => undefined,
  };
  const made = mounted(revision, [], { side });
  made.reader.setMarks(marks);
  const all = (name: string) => [...made.mount.querySelectorAll<HTMLElement>(name)];
  return {
    ...made,
    opened,
    keys,
    signs: () => all('.reader-passage-sign').filter(({ hidden }) => !hidden),
    bars: () => all('.reader-passage-bar'),
    lit: () => [...(CSS.highlights.get('passage-lit') ?? [])].map(String).join(' '),
  };
}

function frame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
  );
}

function press(element: Element, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('Marks of passages', () => {
  test('stand beside the lines of their passages, behind the text, and say how many', async () => {
    const { signs, bars, dom } = withMarks([
      markAt(1, { count: 6 }),
      markAt(2, { varied: true }, 200),
    ]);
    await frame();
    expect(signs().map(({ textContent }) => textContent)).toEqual(['6', '2']);
    expect(signs()[0]?.getAttribute('aria-label')).toBe(`Passage ${markAt(1).id}`);
    const [one, other] = bars().map((bar) => bar.getBoundingClientRect());
    const [, second, third] = [...dom.children].map((block) => block.getBoundingClientRect());
    if (one === undefined || other === undefined || second === undefined || third === undefined)
      throw new Error('Two are drawn.');
    expect(one.left).toBeGreaterThanOrEqual(second.right);
    expect(one.top).toBeGreaterThanOrEqual(second.top - 4);
    expect(one.bottom).toBeLessThan(second.bottom);
    // Two hundred letters take more lines than sixty.
    expect(other.height).toBeGreaterThan(one.height * 1.8);
    expect(other.bottom).toBeLessThanOrEqual(third.bottom + 2);
  });

  test('overlapping ones stand beside each other, and no sign over another one', async () => {
    const { signs, bars } = withMarks([
      markAt(1, {}, 220),
      markAt(1, { lane: 1, id: 'b' }, 30),
      markAt(1, { lane: 2, id: 'c' }, 20),
    ]);
    await frame();
    const lefts = bars().map((bar) => bar.getBoundingClientRect().left);
    expect(new Set(lefts).size).toBe(3);
    const boxes = signs().map((sign) => sign.getBoundingClientRect());
    for (const [index, box] of boxes.entries()) {
      const before = boxes[index - 1];
      if (before !== undefined) expect(box.top).toBeGreaterThanOrEqual(before.bottom - 0.5);
    }
  });

  test('only those near the view are elements; one that begins far above still has its bar', async () => {
    const far = Array.from({ length: 60 }, (_, at) => markAt(at + 1, {}, 40));
    const whole = {
      ...markAt(0, { lane: 1, id: 'whole' }),
      end: revision.text.length as TextOffset,
    };
    const { reader, signs, bars } = withMarks([whole, ...far]);
    await frame();
    expect(signs().length).toBeLessThan(20);
    reader.reveal(far[50]?.start ?? (0 as TextOffset), far[50]?.end ?? (0 as TextOffset));
    await frame();
    expect(signs().map(({ dataset }) => dataset.key)).toContain(far[50]?.id);
    expect(signs().map(({ dataset }) => dataset.key)).not.toContain('whole');
    expect(bars().map(({ dataset }) => dataset.key)).toContain('whole');
    expect(signs().length).toBeLessThan(20);
  });

  test('the words are set off while the keyboard is on the sign; Enter opens, Escape goes back', async () => {
    const mark = markAt(1);
    const { signs, lit, opened, dom } = withMarks([mark, markAt(2)]);
    await frame();
    signs()[0]?.focus();
    expect(lit()).toBe(revision.text.slice(mark.start, mark.end));
    press(document.activeElement ?? dom, 'Enter');
    expect(opened).toEqual([mark.id]);
    press(document.activeElement ?? dom, 'Escape');
    expect(lit()).toBe('');
    expect(document.activeElement).toBe(dom);
  });

  test('are one stop of the Tab key; arrows go on beyond what is in view', async () => {
    const marks = [markAt(1), markAt(50)];
    const { signs, keys, dom } = withMarks(marks);
    await frame();
    expect(signs().map(({ tabIndex }) => tabIndex)).toEqual([0]);
    signs()[0]?.focus();
    press(document.activeElement ?? dom, 'ArrowDown');
    await frame();
    expect((document.activeElement as HTMLElement).dataset.key).toBe(marks[1]?.id);
    press(document.activeElement ?? dom, 'l');
    expect(keys).toEqual(['l']);
  });

  test('of other marks only those are left, and the keyboard stays on one that is there still', async () => {
    const { reader, signs, bars, dom, lit } = withMarks([markAt(1), markAt(2)]);
    await frame();
    signs()[1]?.focus();
    reader.setMarks([markAt(2, { count: 5 })]);
    await frame();
    expect(signs().map(({ textContent }) => textContent)).toEqual(['5']);
    expect(document.activeElement).toBe(signs()[0]);
    reader.setMarks([]);
    await frame();
    expect([...signs(), ...bars()]).toEqual([]);
    expect(lit()).toBe('');
    expect(document.activeElement).toBe(dom);
  });
});
