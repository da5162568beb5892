import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sweepSegments } from '../../../app/annotation/segments.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { TagColor } from '../../../app/record/records.ts';
import { drawnQuote, drawnText, idsOf, mounted } from './mounted.ts';
import { click, clickOn, drag, held, middleOf, press, settled } from './press.ts';
import { randomRevisions, randomSpans, revisionOf, spanOf } from './revisions.ts';

const revision = revisionOf(['heading', 'A title'], 'First paragraph, with words.', [
  'list-item',
  'An item',
]);
const id = (name: string) => name as AnnotationId;

/** A revision with the states that its annotations go through. */
const histories = randomRevisions.chain((random) =>
  fc.record({
    random: fc.constant(random),
    states: fc.array(randomSpans(random), { minLength: 1, maxLength: 4 }),
  }),
);

describe('Highlights', () => {
  test('A4 each annotation’s marks hold exactly its words, also across blocks and where others overlap', () => {
    fc.assert(
      fc.property(histories, ({ random, states: [spans = []] }) => {
        const { dom, reader, mount } = mounted(random, spans);
        expect(drawnText(dom)).toBe(random.text);
        for (const span of spans) {
          const quote = random.text.slice(span.start, span.end).replace(/^\n|\n$/g, '');
          expect(drawnQuote(dom, span.id)).toBe(quote);
        }
        reader.destroy();
        mount.remove();
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  test('A4 one mark per segment, with its ids outermost first', () => {
    const spans = [spanOf('inner', 14, 23, 2), spanOf('outer', 8, 40, 1), spanOf('late', 20, 30)];
    const { dom } = mounted(revision, spans);
    const marks = [...dom.querySelectorAll('[data-annotations]')];
    const segments = sweepSegments(revision.blocks, spans).flat();
    expect(marks.map((mark) => [mark.textContent, idsOf(mark)])).toEqual(
      segments.map(({ start, end, ids }) => [revision.text.slice(start, end), ids]),
    );
    expect(marks.every((mark) => mark.tagName === 'MARK')).toBe(true);
  });

  test('A4 changed step by step they look as if drawn afresh', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), ({ random, states }, outlined) => {
        const changing = mounted(random);
        for (const spans of states) {
          changing.reader.setSpans(spans);
          changing.reader.setFocus(outlined ? id('s1') : null);
          changing.reader.setPending(outlined ? id('s2') : null);
        }
        const fresh = mounted(random, states.at(-1));
        fresh.reader.setFocus(outlined ? id('s1') : null);
        fresh.reader.setPending(outlined ? id('s2') : null);
        expect(appearance(changing.dom)).toEqual(appearance(fresh.dom));
        for (const { reader, mount } of [changing, fresh]) {
          reader.destroy();
          mount.remove();
        }
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  test('A4 a change draws anew only what it touches', () => {
    const kept = [spanOf('a', 0, 7, 1), spanOf('b', 8, 13, 2)];
    const { dom, reader } = mounted(revision, kept);
    const [first, second] = dom.querySelectorAll('[data-annotations]');
    const seen = new MutationObserver(() => {});
    seen.observe(dom, { subtree: true, childList: true, attributes: true, characterData: true });
    reader.setSpans([...kept, spanOf('c', 37, 41, 3)]);
    const touched = seen.takeRecords().map(({ target }) => target);
    seen.disconnect();
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.every((target) => dom.children[2]?.contains(target))).toBe(true);
    expect([...dom.querySelectorAll('[data-annotations]')].slice(0, 2)).toEqual([first, second]);
    expect(first?.isConnected).toBe(true);
  });

  test('A4 the same annotations again draw nothing', () => {
    const spans = [spanOf('a', 0, 9, 1), spanOf('b', 5, 30, 2)];
    const { dom, reader } = mounted(revision, spans);
    const seen = new MutationObserver(() => {});
    seen.observe(dom, { subtree: true, childList: true, attributes: true, characterData: true });
    reader.setSpans(spans.map((span) => ({ ...span, colors: [...span.colors] })));
    expect(seen.takeRecords()).toEqual([]);
    seen.disconnect();
  });
});

describe('A selection outlives a change of the highlights around it', () => {
  test.each([
    ['over it', 10, 30],
    ['inside it', 15, 17],
    ['beginning in it', 18, 40],
  ])('%s', async (_name, start, end) => {
    const { dom, reader, selections } = mounted(revision, [spanOf('old', 8, 16, 1)]);
    reader.focus();
    reader.select(20 as TextOffset, 14 as TextOffset);
    await settled();
    selections.length = 0;
    reader.setSpans([spanOf('new', start, end, 2), spanOf('old', 8, 16, 3)]);
    reader.setFocus(id('new'));
    await settled();
    expect(reader.selection()).toMatchObject({ anchor: 20, head: 14 });
    expect(String(getSelection())).toBe(revision.text.slice(14, 20));
    expect(document.activeElement).toBe(dom);
    expect(selections).toEqual([]);
    await press('ArrowRight', held.shift);
    expect(reader.selection()).toMatchObject({ anchor: 20, head: 15 });
  });

  test('in one of two readers side by side, each keeps its own', async () => {
    const left = mounted(revision, [spanOf('a', 8, 16, 1)]);
    const right = mounted(revision, [spanOf('b', 0, 4, 1)]);
    left.reader.focus();
    left.reader.select(8 as TextOffset, 13 as TextOffset);
    await settled();
    right.reader.setSpans([spanOf('b', 0, 6, 2)]);
    right.reader.reveal(0 as TextOffset, 6 as TextOffset, { select: true, focus: true });
    await settled();
    expect(String(getSelection())).toBe('A titl');
    left.reader.setSpans([]);
    await settled();
    expect(String(getSelection())).toBe('A titl');
    expect(left.reader.selection()).toMatchObject({ from: 8, to: 13 });
    left.reader.focus();
    await settled();
    expect(String(getSelection())).toBe('First');
  });
});

describe('The look of highlights', () => {
  test('a tint for each colour up to three, an underline for each annotation up to four', () => {
    const spans = [
      spanOf('a', 8, 36, 1),
      spanOf('b', 9, 35, 1),
      spanOf('c', 10, 34, 2),
      spanOf('d', 11, 33),
      spanOf('e', 12, 32, 5, 6),
    ];
    const { dom } = mounted(revision, spans);
    const looks = [...dom.querySelectorAll('[data-annotations]')].map((mark) => mark.className);
    expect(looks.slice(0, 5)).toEqual([
      'reader-mark reader-mix-1 reader-lanes-1 reader-a1 reader-l1-1',
      'reader-mark reader-mix-1 reader-lanes-2 reader-a1 reader-l1-1 reader-l2-1',
      'reader-mark reader-mix-2 reader-lanes-3 reader-a1 reader-b2 reader-l1-1 reader-l2-1 reader-l3-2',
      'reader-mark reader-mix-3 reader-lanes-4 reader-a1 reader-b2 reader-c0 reader-l1-1 reader-l2-1 reader-l3-2 reader-l4-0',
      'reader-mark reader-mix-3 reader-lanes-4 reader-a2 reader-b0 reader-c5 reader-l1-1 reader-l2-1 reader-l3-2 reader-l4-0 reader-deep',
    ]);
  });

  test('an underline keeps its height where another begins or ends', () => {
    const { dom } = mounted(revision, [spanOf('a', 8, 20, 1), spanOf('b', 14, 30, 2)]);
    const lanes = [...dom.querySelectorAll('mark')].map(({ classList }) =>
      [...classList].filter((name) => /^reader-l\d/.test(name)),
    );
    expect(lanes).toEqual([['reader-l1-1'], ['reader-l1-1', 'reader-l2-2'], ['reader-l2-2']]);
  });

  test('every colour has its place in the style sheet', () => {
    const spans = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((color, index) =>
      color === 0
        ? spanOf('s0', 8, 9)
        : spanOf(`s${color}`, 8 + index, 9 + index, color as TagColor),
    );
    document.documentElement.style.cssText = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((color) => `--t${color}: rgb(${color}, 0, 0); --u${color}: rgb(0, ${color}, 0)`)
      .join(';');
    const { dom } = mounted(revision, spans);
    const backgrounds = [...dom.querySelectorAll('mark')].map(
      (mark) => getComputedStyle(mark).backgroundImage,
    );
    document.documentElement.style.cssText = '';
    expect(backgrounds).toHaveLength(9);
    backgrounds.slice(1).forEach((background, index) => {
      expect(background).toContain(`rgb(${index + 1}, 0, 0)`);
      expect(background).toContain(`rgb(0, ${index + 1}, 0)`);
    });
  });

  test('the focused annotation is outlined over all its segments, without touching the highlights', () => {
    const spans = [spanOf('a', 3, 20, 1), spanOf('b', 14, 30, 2)];
    const { dom, reader } = mounted(revision, spans);
    const before = [...dom.querySelectorAll('mark')];
    reader.setFocus(id('a'));
    expect(
      [...dom.querySelectorAll('.reader-focus')].map(({ textContent }) => textContent),
    ).toEqual(['itle', 'First ', 'paragr']);
    expect([...dom.querySelectorAll('mark')]).toEqual(before);
    reader.setPending(id('b'));
    expect(
      [...dom.querySelectorAll('.reader-pending')].map(({ textContent }) => textContent),
    ).toEqual(['paragr', 'aph, with ']);
    reader.setFocus(null);
    reader.setPending(null);
    expect(dom.querySelector('.reader-focus, .reader-pending')).toBeNull();
    expect([...dom.querySelectorAll('mark')]).toEqual(before);
  });

  test('an annotation that is not there yet is outlined once it is', () => {
    const { dom, reader } = mounted(revision);
    reader.setFocus(id('a'));
    expect(dom.querySelector('.reader-focus')).toBeNull();
    reader.setSpans([spanOf('a', 0, 3)]);
    expect(dom.querySelector('.reader-focus')?.textContent).toBe('A t');
    reader.setSpans([]);
    expect(dom.querySelector('.reader-focus')).toBeNull();
  });
});

describe('What is set off before it is drawn', () => {
  test('changes places with what was set off till then in one drawing', () => {
    const old = spanOf('old', 8, 13, 1);
    const { dom, reader } = mounted(revision, [old]);
    reader.setFocus(id('old'));
    reader.setFocus(id('new'));
    expect(dom.querySelector('.reader-focus')?.textContent).toBe('First');
    reader.setSpans([old, spanOf('new', 14, 23, 2)]);
    expect([...dom.querySelectorAll('.reader-focus')].map((mark) => mark.textContent)).toEqual([
      'paragraph',
    ]);
  });

  test('takes the frame from what was set off till then, also if it never comes', async () => {
    const { dom, reader } = mounted(revision, [spanOf('old', 8, 13, 1)]);
    reader.setFocus(id('old'));
    reader.setFocus(id('new'));
    await Promise.resolve();
    expect(dom.querySelector('.reader-focus')).toBeNull();
    reader.setFocus(id('other'));
    reader.destroy();
    await Promise.resolve();
  });
});

describe('Which annotation is meant', () => {
  const spans = [spanOf('outer', 8, 30, 1), spanOf('inner', 14, 23, 2), spanOf('long', 0, 40, 3)];

  test('annotationsAt gives the innermost first, and counts neither end', () => {
    const { reader } = mounted(revision, spans);
    const at = (offset: number) => reader.annotationsAt(offset as TextOffset);
    expect(at(13)).toEqual(['outer', 'long']);
    expect(at(14)).toEqual(['inner', 'outer', 'long']);
    expect(at(23)).toEqual(['outer', 'long']);
    expect(at(40)).toEqual([]);
    expect(() => at(revision.text.length + 1)).toThrow(RangeError);
  });

  test('a click on a highlight activates its annotations, innermost first, and sets the caret', async () => {
    const { dom, reader, activated } = mounted(revision, spans);
    await clickOn(dom.querySelector('[data-annotations~=inner]') ?? dom);
    expect(activated).toEqual([['inner', 'outer', 'long']]);
    const { head, empty } = reader.selection();
    expect(empty && head >= 14 && head <= 23).toBe(true);
  });

  test('a click moves the caret also when what it activates is outlined at once', async () => {
    const two = [spanOf('one', 0, 7, 1), spanOf('two', 14, 23, 2)];
    const later: { focus(id: string): void } = { focus: () => undefined };
    const { dom, reader } = mounted(revision, two, {
      onActivate: ([id]) => later.focus(id ?? ''),
    });
    later.focus = (id) => reader.setFocus(id as AnnotationId);
    for (const [id, start, end] of [
      ['one', 0, 7],
      ['two', 14, 23],
      ['one', 0, 7],
    ] as const) {
      await clickOn(dom.querySelector(`[data-annotations~=${id}]`) ?? dom);
      await settled();
      const { head, empty } = reader.selection();
      expect(empty && head >= start && head < end, `${id}: ${head}`).toBe(true);
    }
  });

  test('A15 quick clicks at one place each activate; only what the system calls a double click selects', async () => {
    const { dom, reader, activated } = mounted(revision, spans);
    const place = middleOf(dom.querySelector('[data-annotations~=inner]') ?? dom);
    for (let count = 0; count < 4; count += 1) await click(...place);
    expect(activated).toHaveLength(4);
    expect(reader.selection().empty).toBe(true);
    await click(...place, { clickCount: 2 });
    expect(activated).toHaveLength(4);
    expect(String(getSelection()).trim()).toMatch(/^\w+$/);
  });

  test('a selection can be dragged right after clicks at its start', async () => {
    const { dom, reader } = mounted(revision, spans);
    const line = (dom.children[1] ?? dom).getClientRects()[0] ?? new DOMRect();
    const y = line.top + line.height / 2;
    await click(line.left + 2, y);
    await click(line.left + 2, y);
    await drag(line.left + 2, y, line.left + 90, y);
    expect(reader.selection().to - reader.selection().from).toBeGreaterThan(3);
    expect(reader.selection().to).toBeLessThan(30);
  });

  test('a click beside highlights and one with Shift activate nothing', async () => {
    const { dom, activated } = mounted(revision, [spanOf('a', 8, 13, 1)]);
    await clickOn(dom.children[2] ?? dom);
    await clickOn(dom.querySelector('mark') ?? dom, { modifiers: held.shift });
    expect(activated).toEqual([]);
    await settled();
  });
});

/** What is on the page: each element with its attributes, each text. Attributes and classes in any order. */
function appearance(node: Node): unknown {
  if (!(node instanceof Element)) {
    return node.nodeValue;
  }
  const attributes = [...node.attributes].map(({ name, value }) => {
    const parts = name === 'class' ? value.split(' ') : value.split(/\s*;\s*/);
    return `${name}=${parts.filter(Boolean).sort().join(' ')}`;
  });
  return [
    node.tagName,
    attributes.filter((text) => !/^(style|class)=$/.test(text)).sort(),
    [...node.childNodes].map(appearance),
  ];
}

describe('Selecting with the next annotations', () => {
  const at = (offset: number) => offset as TextOffset;

  test('what is selected so is told once, with the annotations drawn', () => {
    const { reader, selections } = mounted(revision);
    reader.select(at(0), at(5));
    const settle = reader.selectWithSpans(at(0), at(0));
    expect(reader.selection()).toMatchObject({ from: 0, to: 5 });
    reader.setSpans([spanOf('one', 0, 5)]);
    expect(reader.selection()).toMatchObject({ from: 0, to: 0 });
    expect(selections).toHaveLength(2);
    settle();
    expect(selections).toHaveLength(2);
  });

  test('it is selected all the same where none come, and not once something else was', () => {
    const { reader } = mounted(revision);
    reader.selectWithSpans(at(3), at(3))();
    expect(reader.selection()).toMatchObject({ from: 3, to: 3 });
    const settle = reader.selectWithSpans(at(1), at(1));
    reader.select(at(4), at(6));
    reader.setSpans([spanOf('one', 0, 5)]);
    settle();
    expect(reader.selection()).toMatchObject({ from: 4, to: 6 });
  });
});
