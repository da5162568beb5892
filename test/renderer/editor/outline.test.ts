import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { briefSchema } from '../../../renderer/editor/brief-schema.ts';
import {
  moveSection,
  outlineOf,
  sectionAbove,
  sectionEnd,
  shiftSection,
  stepPlace,
} from '../../../renderer/editor/outline.ts';
import { doc, heading, mountedEditor, p } from './mounted-editor.ts';

function stateOf(...content: RichTextNode[]): EditorState {
  return EditorState.create({ doc: briefSchema.nodeFromJSON(doc(...content)) });
}

/** What stands in a document, a line for each block: `#` for each level of a heading. */
function linesOf(node: Node): string[] {
  return node.children.map(
    (block) => `${'#'.repeat(Number(block.attrs.level ?? 0))}${block.textContent}`,
  );
}

const brief = [
  p('before'),
  heading(1, 'one'),
  p('in one'),
  heading(2, 'one a'),
  p('in one a'),
  heading(2, 'one b'),
  heading(1, 'two'),
  p('in two'),
] as const;

describe('The outline of a brief', () => {
  test('I4 lists headings between blocks, each with a key of its own', () => {
    const quoted = { type: 'blockquote', content: [heading(1, 'inside')] };
    const { doc } = stateOf(heading(1, 'same'), quoted, heading(2, 'same'), {
      type: 'heading',
      attrs: { level: 3 },
    });
    const outline = outlineOf(doc);
    expect(outline.map(({ words, level }) => [words, level])).toEqual([
      ['same', 1],
      ['same', 2],
      ['', 3],
    ]);
    expect(new Set(outline.map(({ key }) => key)).size).toBe(3);
  });

  test('I4 a section moves with all below it, and what is selected in it goes along', () => {
    const state = stateOf(...brief);
    const [, sub] = outlineOf(state.doc);
    const caret = TextSelection.create(state.doc, (sub?.position ?? 0) + 3);
    const tr = moveSection(state.apply(state.tr.setSelection(caret)), 0, 4);
    expect(tr && linesOf(tr.doc)).toEqual([
      ...['before', '#two', 'in two', '#one', 'in one', '##one a', 'in one a', '##one b'],
    ]);
    expect(tr?.selection.$head.parent.textContent).toBe('one a');
  });

  test('I4 a section does not move into itself, nor to where it stands', () => {
    const state = stateOf(...brief);
    for (const before of [0, 1, 2, 3]) expect(moveSection(state, 0, before)).toBeNull();
    expect(moveSection(state, 1, 2)).toBeNull();
    expect(moveSection(state, 9, 0)).toBeNull();
  });

  test.each([
    ['past the one of its level', '#a ##b #c ##d', 'c', -1, '#c ##d #a ##b'],
    ['past the one of its level', '#a ##b #c ##d', 'a', 1, '#c ##d #a ##b'],
    ['past the one below the same heading', '#a ##b ###x ##c', 'c', -1, '#a ##c ##b ###x'],
    [
      'to the end of what stands above its heading',
      '#a ##b #c ##d ##e',
      'd',
      -1,
      '#a ##b ##d #c ##e',
    ],
    ['to the beginning of what stands below', '#a ##b ##c #d ##e', 'c', 1, '#a ##b #d ##c ##e'],
    ['into the last one', '#a ##b ##c #d', 'c', 1, '#a ##b #d ##c'],
    ['past deeper ones where a level was left out', '#a ###x ##b', 'b', -1, '#a ##b ###x'],
    ['past deeper ones at the very beginning', '##a #b', 'b', -1, '#b ##a'],
    ['nowhere: it is the first', '#a ##b ##c', 'b', -1, null],
    ['nowhere: it is the first', '#a #b', 'a', -1, null],
    ['nowhere: it is the last', '#a ##b', 'b', 1, null],
    ['nowhere: it is the last', '#a ##b', 'a', 1, null],
  ] as const)('I4 a step moves a section %s: %s, %s', (_where, before, words, direction, after) => {
    const blocks = before.split(' ').map((one) => {
      const name = one.replaceAll('#', '');
      return heading(one.length - name.length, name);
    });
    const state = stateOf(...blocks);
    const headings = outlineOf(state.doc);
    const at = headings.findIndex((one) => one.words === words);
    const place = stepPlace(headings, at, direction);
    const moved = place === null ? null : moveSection(state, at, place);
    expect(moved && linesOf(moved.doc).join(' ')).toBe(after);
  });

  test('I4 what a step up does a step down takes back, where no level is left out', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(levels, fc.nat(8), (wanted, index) => {
        const deepest = wanted.map((level, at) => Math.min(level, at + 1));
        for (const [at, level] of deepest.entries()) {
          deepest[at] = Math.min(level, (deepest[at - 1] ?? 0) + 1);
        }
        const state = stateOf(...deepest.map((level, at) => heading(level, `h${at}`)));
        const headings = outlineOf(state.doc);
        const at = index % headings.length;
        const place = stepPlace(headings, at, -1);
        if (place === null) return;
        const moved = moveSection(state, at, place);
        if (moved === null) throw new Error('It was not moved.');
        const after = outlineOf(moved.doc);
        const back = stepPlace(after, place, 1);
        const again = back === null ? null : moveSection(state.apply(moved), place, back);
        expect(again && linesOf(again.doc)).toEqual(linesOf(state.doc));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test('I4 a section stands below the nearest heading of a higher level', () => {
    const headings = outlineOf(stateOf(...brief).doc);
    expect(headings.map((_, at) => sectionAbove(headings, at))).toEqual([null, 0, 0, null]);
  });

  test('I4 a section is set deeper with all below it, unless a heading would leave the levels', () => {
    const state = stateOf(...brief);
    const deeper = shiftSection(state, 0, 1);
    expect(deeper && linesOf(deeper.doc).filter((line) => line.startsWith('#'))).toEqual([
      ...['##one', '###one a', '###one b', '#two'],
    ]);
    expect(shiftSection(state, 0, -1)).toBeNull();
    const deep = stateOf(heading(2, 'a'), heading(3, 'b'));
    expect(shiftSection(deep, 0, 1)).toBeNull();
  });

  test('I4 whatever is moved, every block is there once, and the sections are whole', () => {
    const blocks = fc.array(fc.tuple(fc.nat(3), fc.nat(99)), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(blocks, fc.nat(14), fc.nat(15), (made, from, to) => {
        const state = stateOf(
          ...made.map(([level, word]) =>
            level === 0 ? p(`p${word}`) : heading(level, `h${word}`),
          ),
        );
        const headings = outlineOf(state.doc);
        const at = from % Math.max(1, headings.length);
        const before = to % (headings.length + 1);
        const tr = moveSection(state, at, before);
        if (tr === null) return;
        expect(linesOf(tr.doc).sort()).toEqual(linesOf(state.doc).sort());
        const length = sectionEnd(headings, at) - at;
        const place = before > at ? before - length : before;
        const moved = outlineOf(tr.doc).slice(place, place + length);
        expect(moved.map(({ words, level }) => [words, level])).toEqual(
          headings.slice(at, at + length).map(({ words, level }) => [words, level]),
        );
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test('the editor tells of it once a frame, and keeps the list while headings stay', async () => {
    const { editor } = mountedEditor('brief', doc(...brief));
    const { writing } = editor;
    if (writing === null) throw new Error('A brief has no tools.');
    let told = 0;
    const stop = writing.subscribe(() => {
      told += 1;
    });
    const before = writing.outline();
    expect(writing.section()).toBe(-1);
    writing.goToHeading(3);
    expect(writing.section()).toBe(3);
    expect(writing.outline()).toBe(before);
    expect(writing.moveSection(3, 0)).toBe(true);
    expect(writing.outline().map(({ words }) => words)).toEqual(['two', 'one', 'one a', 'one b']);
    await new Promise(requestAnimationFrame);
    expect(told).toBe(1);
    stop();
    expect(mountedEditor('note', null).editor.writing).toBeNull();
  });
});
