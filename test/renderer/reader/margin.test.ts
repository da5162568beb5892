import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { ReaderSpan, SideOptions } from '../../../renderer/reader/create-reader.ts';
import { marginRows } from '../../../renderer/reader/margin-rows.ts';
import { type Mounted, mounted } from './mounted.ts';
import { click, clickOn, drag, held, middleOf, press, settled } from './press.ts';
import { revisionOf, spanOf } from './revisions.ts';

describe('Rows of markers', () => {
  const lines = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 12,
    })
    .map((steps) => {
      let top = 0;
      let item = 0;
      return steps.map(([step, count]) => {
        top += step;
        const items = Array.from({ length: count }, () => item++);
        return { top, items };
      });
    });

  test('A13 never lie over each other, never have more than there is room for, and hold everything in order', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 4 }), (all, slots) => {
        const rows = marginRows(all, slots, 24);
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1];
          if (next !== undefined) expect(next.top - row.top).toBeGreaterThanOrEqual(24);
          const count = row.shown.length + (row.more.length > 0 ? 1 : 0);
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(slots);
          // A button stands for several, or for one where it could not be shown itself.
          if (row.more.length === 1) expect(slots).toBe(1);
        }
        expect(rows.flatMap(({ shown, more }) => [...shown, ...more])).toEqual(
          all.flatMap(({ items }) => items),
        );
      }),
      { seed: 61, numRuns: 500 },
    );
  });
});

const texts = Array.from(
  { length: 300 },
  (_, index) => `Paragraph ${index} has some words, and some more of them, to fill a line or two.`,
);
const long = revisionOf(...texts);

/** A side that notes what it was told, and how many annotations it was asked about. */
function noted(): { side: SideOptions; told: string[]; asked: Set<string> } {
  const told: string[] = [];
  const asked = new Set<string>();
  const side: SideOptions = {
    margin: {
      describe(id) {
        asked.add(id);
        return {
          label: `Number ${id}`,
          hasNote: id === 's1',
          hasLinks: false,
          hasClaims: id === 's1',
        };
      },
      onOpen: (id) => told.push(`open ${id}`),
      onMore: (ids) => told.push(`more ${ids.join(' ')}`),
      onFocus: (id) => told.push(`focus ${id}`),
      onKey: () => false,
    },
    edges: {
      onGrab: (id, edge) => told.push(`grab ${id} ${edge}`),
      onDrag: (_offset, exact) => told.push(exact ? 'drag exactly' : 'drag'),
      onDrop: () => told.push('drop'),
      onPress: () => told.push('press'),
      onGiveUp: () => told.push('give up'),
    },
    onPoint: (ids) => told.push(`point ${ids.join(' ')}`.trim()),
  };
  return { side, told, asked };
}

async function withSide(
  spans: readonly ReaderSpan[],
  revision = long,
): Promise<Mounted & ReturnType<typeof noted>> {
  const side = noted();
  const shown = mounted(revision, spans, { side: side.side });
  await settled();
  return { ...shown, ...side };
}

function markers(mount: HTMLElement): HTMLButtonElement[] {
  return [...mount.querySelectorAll<HTMLButtonElement>('[role=toolbar] button')];
}

/** One annotation at the beginning of each paragraph. */
const one = long.blocks.map(({ start }, index) => spanOf(`s${index}`, start, start + 9, 1));

describe('The margin', () => {
  test('A13 has elements for what is in view only, and asks about nothing else', async () => {
    const { mount, asked, reader } = await withSide(one);
    expect(markers(mount).length).toBeGreaterThan(4);
    expect(markers(mount).length).toBeLessThan(40);
    expect(asked.size).toBe(markers(mount).length);
    reader.scrollTo((long.blocks[200]?.start ?? 0) as TextOffset);
    await settled();
    await settled();
    expect(markers(mount).some((button) => button.ariaLabel === 'Number s200')).toBe(true);
    expect(markers(mount).some((button) => button.ariaLabel === 'Number s0')).toBe(false);
    expect(markers(mount).length).toBeLessThan(40);
  });

  test('A13 a marker stands at the line that its annotation begins on, also when the text flows anew', async () => {
    const { mount, dom } = await withSide(one);
    const far = (): number =>
      Math.max(
        ...markers(mount).map((button) => {
          const index = Number(button.ariaLabel?.slice('Number s'.length));
          const line = dom.children[index]?.querySelector('mark')?.getClientRects()[0];
          const box = button.getBoundingClientRect();
          return Math.abs((line?.top ?? 0) + (line?.height ?? 0) / 2 - box.top - box.height / 2);
        }),
      );
    expect(far()).toBeLessThan(6);
    mount.style.width = '420px';
    await settled();
    await settled();
    expect(far()).toBeLessThan(6);
  });

  test('A13 several of a line are side by side, the rest behind a button; none lies over another', async () => {
    const { mount, told } = await withSide(
      Array.from({ length: 9 }, (_, index) => spanOf(`s${index}`, index, 30 + index, 1, 2)),
    );
    const more = markers(mount).find(({ textContent }) => textContent?.startsWith('+'));
    expect(more?.textContent).toBe(`+${9 - (markers(mount).length - 1)}`);
    const boxes = markers(mount).map((button) => button.getBoundingClientRect());
    for (const [index, box] of boxes.slice(1).entries()) {
      expect(box.left).toBeGreaterThanOrEqual(boxes[index]?.right ?? 0);
    }
    expect(boxes.at(-1)?.right).toBeLessThan(
      mount.querySelector('p')?.getBoundingClientRect().left ?? 0,
    );
    more?.click();
    expect(told.at(-1)).toMatch(/^more s\d( s\d)+ s8$/);
  });

  test('A13 signs are shapes: a note and a claim, and a ring where there is no tag', async () => {
    const { mount } = await withSide([spanOf('s0', 0, 5), spanOf('s1', 100, 110, 3, 4)]);
    for (const name of ['--soft', '--u3', '--u4']) mount.style.setProperty(name, 'green');
    const [plain, rich] = markers(mount);
    expect(plain?.querySelectorAll('svg')).toHaveLength(0);
    expect(plain?.matches('.reader-dots-none')).toBe(true);
    expect(getComputedStyle(plain ?? document.body).backgroundImage).toMatch(/^radial-gradient/);
    expect([...(rich?.querySelectorAll('svg') ?? [])].map((sign) => sign.classList[1])).toEqual([
      'reader-sign-note',
      'reader-sign-claim',
    ]);
    const corner = getComputedStyle(rich?.querySelector('.reader-dots-2') ?? document.body);
    expect(corner.backgroundImage.match(/radial-gradient/g)).toHaveLength(2);
  });

  test('A13 the keyboard goes from marker to marker, beyond what is in view, and back to the text', async () => {
    const { mount, dom, told } = await withSide(one);
    markers(mount)[0]?.focus();
    expect(markers(mount).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    for (let step = 0; step < 60; step += 1) {
      await press('ArrowDown');
      for (
        let wait = 0;
        wait < 10 && document.activeElement?.ariaLabel !== `Number s${step + 1}`;
        wait += 1
      ) {
        await settled();
      }
      expect(document.activeElement?.ariaLabel).toBe(`Number s${step + 1}`);
    }
    expect(told.at(-1)).toBe('focus s60');
    await press('ArrowUp');
    expect(document.activeElement?.ariaLabel).toBe('Number s59');
    await press('Escape');
    expect(document.activeElement).toBe(dom);
  });

  test('A13 an annotation that goes takes its marker, whose keyboard goes to the next one', async () => {
    const { mount, reader } = await withSide(one);
    markers(mount)[2]?.focus();
    reader.setSpans(one.filter(({ id }) => id !== 's2'));
    await settled();
    expect(document.activeElement?.ariaLabel).toBe('Number s3');
    reader.setSpans([]);
    await settled();
    expect(markers(mount)).toHaveLength(0);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('A13 the marker of the focused annotation is set off, and those of the highlight under the mouse', async () => {
    const { mount, dom, reader, told } = await withSide([spanOf('s0', 0, 30), spanOf('s1', 5, 20)]);
    reader.setFocus('s1' as AnnotationId);
    await settled();
    expect(markers(mount).map((button) => button.hasAttribute('data-current'))).toEqual([
      false,
      true,
    ]);
    const mark = dom.querySelector('[data-annotations~=s1]') ?? dom;
    const { clientX, clientY } = { clientX: middleOf(mark)[0], clientY: middleOf(mark)[1] };
    for (const x of [clientX, clientX + 1]) {
      mark.dispatchEvent(
        new PointerEvent('pointermove', {
          bubbles: true,
          clientX: x,
          clientY,
          pointerType: 'mouse',
        }),
      );
    }
    expect(told).toContain('point s1 s0');
    expect(markers(mount).every((button) => button.hasAttribute('data-lit'))).toBe(true);
  });

  test('A13 the words of a marker with the keyboard on it are set off, without a change of the page', async () => {
    const { mount, dom } = await withSide(one);
    const seen = new MutationObserver(() => {});
    seen.observe(dom, { subtree: true, childList: true, attributes: true });
    markers(mount)[1]?.focus();
    const lit = [...(CSS.highlights.get('reader-lit') ?? [])].map(String);
    expect(lit).toEqual(['Paragraph']);
    expect(seen.takeRecords()).toEqual([]);
    seen.disconnect();
    markers(mount)[1]?.blur();
    expect([...(CSS.highlights.get('reader-lit') ?? [])]).toEqual([]);
  });
});

describe('The handles of the focused annotation', () => {
  const two = [spanOf('s0', 0, 30, 1), spanOf('s1', 40, 60, 2)];
  const knob = (mount: HTMLElement, edge: string): Element =>
    mount.querySelector(`.reader-edge-${edge} .reader-knob`) ?? mount;

  test('A12 are there for it alone, at its ends', async () => {
    const { mount, reader } = await withSide(two);
    expect(mount.querySelectorAll('.reader-edge')).toHaveLength(0);
    reader.setFocus('s1' as AnnotationId);
    await settled();
    const [start, end] = ['start', 'end'].map((edge) =>
      mount.querySelector(`.reader-edge-${edge}`)?.getBoundingClientRect(),
    );
    expect(Math.abs((start?.left ?? 0) - reader.lineAt(40 as TextOffset).left)).toBeLessThan(3);
    expect(Math.abs((end?.left ?? 0) - reader.lineAt(60 as TextOffset).left)).toBeLessThan(3);
    reader.setFocus(null);
    await settled();
    expect(mount.querySelectorAll('.reader-edge')).toHaveLength(0);
  });

  test('A12 are dragged or only pressed; a letter under them can be clicked', async () => {
    const { mount, reader, told, dom, activated } = await withSide(two);
    reader.setFocus('s0' as AnnotationId);
    await settled();
    const [x, y] = middleOf(knob(mount, 'end'));
    await drag(x, y, x + 60, y - 6);
    expect(told[0]).toBe('grab s0 end');
    expect(told.at(-1)).toBe('drop');
    expect(told.slice(1, -1).every((word) => word === 'drag')).toBe(true);
    told.length = 0;
    await clickOn(knob(mount, 'end'));
    expect(told.filter((word) => !word.startsWith('point'))).toEqual(['press']);
    const line = (dom.querySelector('mark') ?? dom).getClientRects()[0];
    await click((line?.left ?? 0) + 1, (line?.top ?? 0) + (line?.height ?? 0) / 2);
    expect(activated).toEqual([['s0']]);
  });

  test('A12 the annotation is drawn as it would stand; given up, as it stands', async () => {
    const { dom, reader } = await withSide(two);
    const drawn = (): string | null | undefined =>
      dom.querySelector('[data-annotations=s0]')?.textContent;
    reader.setEdges({
      id: 's0' as AnnotationId,
      start: 10 as TextOffset,
      end: 25 as TextOffset,
      edge: 'end',
    });
    expect(drawn()).toBe(long.text.slice(10, 25));
    reader.setSpans([...two]);
    expect(drawn()).toBe(long.text.slice(10, 25));
    reader.setEdges(null);
    expect(drawn()).toBe(long.text.slice(0, 30));
  });
});

describe('What a screen reader hears', () => {
  test('A16 where annotations begin and end, the inner one first at the end', async () => {
    const named = (id: string, start: number, end: number): ReaderSpan => ({
      ...spanOf(id, start, end, 1),
      name: `1:${id.slice(1)} figure`,
    });
    const { dom, reader } = await withSide([
      named('s1', 0, 20),
      named('s2', 0, 9),
      named('s3', 5, 20),
    ]);
    const heard = [...dom.querySelectorAll('mark')].map((mark) => [
      mark.dataset.starts,
      mark.textContent,
      mark.dataset.ends,
    ]);
    expect(heard).toEqual([
      ['Annotation 1:1 figure, 1:2 figure: ', 'Parag', undefined],
      ['Annotation 1:3 figure: ', 'raph', ' End of 1:2. '],
      [undefined, ' 0 has some', ' End of 1:3, 1:1. '],
    ]);
    const shown = (at: string): string =>
      getComputedStyle(dom.querySelector('mark') ?? dom, at).content;
    expect(shown('::before')).toBe('"" / "Annotation 1:1 figure, 1:2 figure: "');
    reader.select(0 as TextOffset, 9 as TextOffset);
    reader.focus();
    await settled();
    expect(String(getSelection())).toBe('Paragraph');
    for (let offset = 0; offset < 30; offset += 1) {
      reader.select(offset as TextOffset, offset as TextOffset);
      await settled();
      expect(reader.selection().head).toBe(offset);
    }
    reader.select(0 as TextOffset, 0 as TextOffset);
    await press('ArrowRight', held.none, 25);
    expect(reader.selection().head).toBe(25);
  });
});
