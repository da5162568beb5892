import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sweepSegments } from '../../../app/annotation/segments.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { ReaderSpan } from '../../../renderer/reader/create-reader.ts';
import { blocksOf, idsOf, type Mounted, mounted } from './mounted.ts';
import { settled } from './press.ts';
import { revisionOf, spanOf } from './revisions.ts';

const words = 'The premiers of both coasts used a call on Monday to promise that trains will run. ';

/** Too long to be drawn as a whole: 300 blocks of one to eight lines. */
const long = revisionOf(
  ['heading', 'A very long text'],
  ...Array.from({ length: 300 }, (_unused, index) =>
    `${index}. ${words.repeat(1 + (index % 8))}`.trim(),
  ),
);

/** Each begins some words after the one before and goes over several of the next, now and then into the next block. */
const spans: readonly ReaderSpan[] = Array.from({ length: 1_200 }, (_unused, index) => {
  const start = Math.floor((index * (long.text.length - 500)) / 1_200);
  return spanOf(`s${index}`, start, start + 20 + ((index * 37) % 400), 1);
});
const segments = sweepSegments(long.blocks, spans);

/** What is drawn in each block that is at least partly in view, and what ought to be. */
function inView({ dom, reader }: Mounted): { drawn: unknown; expected: unknown; count: number } {
  const view = reader.scroller.getBoundingClientRect();
  const indexes = blocksOf(dom).flatMap((block, index) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > view.top && top < view.bottom ? [index] : [];
  });
  const drawn = indexes.map((index) =>
    [...(blocksOf(dom)[index]?.querySelectorAll('[data-annotations]') ?? [])].map((mark) => [
      mark.textContent,
      idsOf(mark),
    ]),
  );
  const expected = indexes.map((index) =>
    (segments[index] ?? []).map(({ start, end, ids }) => [long.text.slice(start, end), ids]),
  );
  return { drawn, expected, count: indexes.length };
}

describe('Highlights of a long text', () => {
  test('A21 those in view are drawn wherever one scrolls or jumps, and few others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 3,
          maxLength: 8,
        }),
        async (moves) => {
          const reading = mounted(long, spans);
          const { reader, dom, mount } = reading;
          await settled();
          for (const [isJump, share] of moves) {
            const place = Math.floor(share * (long.text.length - 1)) as TextOffset;
            if (isJump) reader.reveal(place, (place + 1) as TextOffset);
            else reader.scroller.scrollTop = share * reader.scroller.scrollHeight;
            await settled();
            const { drawn, expected, count } = inView(reading);
            expect(count).toBeGreaterThan(0);
            expect(drawn).toEqual(expected);
            const blocks = blocksOf(dom).filter((block) => block.querySelector('mark') !== null);
            expect(blocks.length).toBeLessThan(120);
          }
          reader.destroy();
          mount.remove();
        },
      ),
      { seed: 71, numRuns: 12 },
    );
  });

  test('A21 scrolled step by step, no picture lacks what is in view', async () => {
    const reading = mounted(long, spans);
    const { scroller } = reading.reader;
    await settled();
    for (let step = 0; step < 60; step += 1) {
      scroller.scrollTop += scroller.clientHeight * 0.8;
      // In the frame of the scrolling itself: the browser tells of it before callbacks like this.
      const seen = await new Promise<ReturnType<typeof inView>>((done) =>
        requestAnimationFrame(() => done(inView(reading))),
      );
      expect(seen.drawn, `step ${step}`).toEqual(seen.expected);
    }
  });

  test('A21 what is far away is taken away again when nothing is scrolled any more', async () => {
    const reading = mounted(long, spans);
    const { scroller } = reading.reader;
    await settled();
    for (let step = 0; step < 60; step += 1) {
      scroller.scrollTop += scroller.clientHeight * 0.8;
      await new Promise(requestAnimationFrame);
    }
    const drawnBlocks = (): number =>
      blocksOf(reading.dom).filter((block) => block.querySelector('mark') !== null).length;
    const scrolled = drawnBlocks();
    await expect.poll(drawnBlocks, { timeout: 5_000 }).toBeLessThan(scrolled / 3);
    const { drawn, expected } = inView(reading);
    expect(drawn).toEqual(expected);
  });

  test('A21 a jump shows the outline of what is jumped to at once', () => {
    const { dom, reader } = mounted(long, spans);
    const target = spans[1_100];
    if (target === undefined) throw new Error('There is no such annotation.');
    reader.setFocus(target.id);
    expect(dom.querySelector('.reader-focus')).toBeNull();
    reader.reveal(target.start, target.end);
    const outlined = [...dom.querySelectorAll('.reader-focus')].map((mark) => mark.textContent);
    expect(outlined.join('')).toBe(long.text.slice(target.start, target.end).replaceAll('\n', ''));
    reader.reveal(0 as TextOffset, 1 as TextOffset);
    expect(dom.querySelector('.reader-focus')).toBeNull();
    reader.reveal(target.start, target.end);
    expect(dom.querySelector('.reader-focus')).not.toBeNull();
  });

  test('A21 what is selected stays selected however far one scrolls', async () => {
    const { dom, reader } = mounted(long, spans);
    reader.focus();
    reader.select(30 as TextOffset, 400 as TextOffset);
    await settled();
    const selected = String(getSelection());
    expect(selected.length).toBeGreaterThan(300);
    for (const share of [0.1, 0.3, 0.9, 0.5, 0]) {
      reader.scroller.scrollTop = share * reader.scroller.scrollHeight;
      await settled();
    }
    expect(String(getSelection())).toBe(selected);
    expect(reader.selection()).toMatchObject({ anchor: 30, head: 400 });
    expect(document.activeElement).toBe(dom);
  });

  test('A21 a change of what is not drawn touches nothing, and is there when one comes to it', async () => {
    const { dom, reader } = mounted(long, spans);
    await settled();
    const seen = new MutationObserver(() => {});
    seen.observe(dom, { subtree: true, childList: true, attributes: true, characterData: true });
    const late = spanOf('late', long.text.length - 40, long.text.length - 20, 2);
    reader.setSpans([...spans, late]);
    expect(seen.takeRecords()).toEqual([]);
    seen.disconnect();
    expect(reader.annotationsAt(late.start)).toContain(late.id);
    reader.reveal(late.start, late.end);
    expect(dom.querySelector('[data-annotations~=late]')).not.toBeNull();
  });

  test('A21 a text of usual length is drawn as a whole', () => {
    const revision = revisionOf(...Array.from({ length: 80 }, (_unused, at) => `${at} ${words}`));
    const all = revision.blocks.map(({ start }, at) => spanOf(`b${at}`, start, start + 5, 1));
    const { dom } = mounted(revision, all);
    expect(dom.querySelectorAll('mark')).toHaveLength(80);
    expect(all.filter(({ id }) => !dom.querySelector(`[data-annotations="${id}"]`))).toEqual([]);
  });
});
