import fc from 'fast-check';
import { baseKeymap, chainCommands } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { briefSchema } from '../../../renderer/editor/brief-schema.ts';
import { documentJson } from '../../../renderer/editor/document-json.ts';
import { documentOf } from '../../../renderer/editor/document-of.ts';
import { editorCommands } from '../../../renderer/editor/editor-commands.ts';
import { moveSection, outlineOf } from '../../../renderer/editor/outline.ts';
import { replaceContent } from '../../../renderer/editor/replace-content.ts';
import { inStretches, keepStretches, stretchOf } from '../../../renderer/editor/stretches.ts';
import { held, press, settled } from '../reader/press.ts';
import {
  doc,
  heading,
  mountedEditor,
  p,
  quotation,
  selectText,
  tunnelCitations,
  type,
} from './mounted-editor.ts';

const item = (...blocks: RichTextNode[]): RichTextNode => ({ type: 'list_item', content: blocks });

/** A document of so many blocks of several kinds. */
function longDocument(blocks: number): RichTextNode {
  const kinds = [
    (at: number) => p(`Paragraph ${at}.`),
    (at: number) => heading(2, `Heading ${at}`),
    () => p(),
    () => quotation('cost'),
    (at: number): RichTextNode => ({ type: 'blockquote', content: [p(`Set off ${at}.`)] }),
    (at: number): RichTextNode => ({
      type: 'bullet_list',
      content: [item(p(`One ${at}`)), item(p(`Two ${at}`), p('and more'))],
    }),
  ];
  return doc(
    ...Array.from({ length: blocks }, (_, at) => kinds[(at * 7) % kinds.length]?.(at) ?? p()),
  );
}

/** Each kind of block before each other one, many times, so that some pairs are divided by the edge of a stretch. */
function pairsOfBlocks(): RichTextNode {
  const kinds = [
    p('Words.'),
    heading(2, 'Heading'),
    heading(1, 'Heading'),
    heading(3, 'Heading'),
    quotation('cost'),
    { type: 'blockquote', content: [p('Set off.')] },
    { type: 'bullet_list', content: [item(p('One'))] },
    { type: 'figure', attrs: { pictureId: 'none' } },
  ];
  const pairs = kinds.flatMap((one) => kinds.flatMap((other) => [one, other]));
  const shifted = Array.from({ length: 20 }, (_, at) => [...pairs, ...kinds.slice(0, at % 8)]);
  return doc(...shifted.flat(), p('End.'));
}

const commands = editorCommands(briefSchema);
const key = (name: string): Command => baseKeymap[name] as Command;
const commandsByName: Readonly<Record<string, Command>> = {
  enter: chainCommands(splitListItem(briefSchema.nodes.list_item), key('Enter')),
  backspace: key('Backspace'),
  delete: key('Delete'),
  quotation: commands.quotation,
  bullets: commands['bullet-list'],
  numbers: commands['ordered-list'],
  heading: commands.heading1,
  paragraph: commands.paragraph,
  indent: commands.indent,
  outdent: commands.outdent,
  lift: commands.lift,
  all: key('Mod-a'),
};

/** One edit: from and to as shares of the document, and what is done there. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly what: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.2, noNaN: true })),
  what: fc.constantFrom(
    ...Object.keys(commandsByName),
    'type',
    'paste',
    'move',
    'content',
    'caret',
  ),
});

/** Does an edit to a state; what does not apply leaves it as it is. */
function edited(state: EditorState, { from, to, what }: Edit): EditorState {
  const { size } = state.doc.content;
  const at = (share: number) => state.doc.resolve(Math.min(size, Math.round(share * size)));
  const selection = TextSelection.between(at(from), at(Math.min(1, from + to)));
  const selected = state.apply(state.tr.setSelection(selection));
  let made: Transaction | null = null;
  if (what === 'type') made = selected.tr.insertText('words');
  else if (what === 'paste') {
    made = selected.tr.replaceSelection(selected.doc.slice(0, Math.min(30, size)));
  } else if (what === 'move') {
    const headings = outlineOf(selected.doc).length;
    made = moveSection(selected, Math.floor(from * headings), Math.floor(to * 5 * headings));
  } else if (what === 'content') {
    const blocks = documentJson(selected.doc).content ?? [];
    const place = Math.floor(from * blocks.length);
    const others = to === 0 ? [p('New.')] : [p('New.'), heading(2, 'New'), ...blocks.slice(0, 2)];
    const wanted = doc(
      ...blocks.slice(0, place),
      ...others,
      ...blocks.slice(place + Math.ceil(to * 20)),
    );
    made = replaceContent(selected, documentOf(briefSchema, wanted));
  } else {
    commandsByName[what]?.(selected, (transaction) => {
      made = transaction;
    });
  }
  return made === null ? selected : selected.apply(made);
}

/** Every block between the others is in a stretch, and none inside of them is. */
function standsInStretches(document: Node): boolean {
  let stands = true;
  document.descendants((node, _at, parent) => {
    if (node.isInline) return false;
    if ((stretchOf(node) !== null) !== (parent === document)) stands = false;
    return true;
  });
  return stands;
}

describe('Stretches of a long document', () => {
  test('a short document has none, a long one has all its blocks in them, and neither is written with them', () => {
    const short = documentOf(briefSchema, longDocument(12));
    expect(inStretches(short)).toBe(short);
    const long = longDocument(130);
    const divided = inStretches(documentOf(briefSchema, long));
    expect(standsInStretches(divided)).toBe(true);
    expect(
      new Set(divided.children.map((block) => stretchOf(block)?.attrs.index)).size,
    ).toBeGreaterThan(5);
    expect(documentJson(divided)).toEqual(long);
    divided.check();
  });

  test('every edit does in them what it does without them', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const flat = documentOf(briefSchema, longDocument(70));
        let plain = EditorState.create({ doc: flat });
        let divided = EditorState.create({ doc: inStretches(flat), plugins: [keepStretches()] });
        for (const one of edits) {
          [plain, divided] = [edited(plain, one), edited(divided, one)];
          expect(documentJson(divided.doc)).toEqual(documentJson(plain.doc));
          expect(divided.selection.toJSON()).toEqual(plain.selection.toJSON());
          divided.doc.check();
          expect(standsInStretches(divided.doc)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what comes from outside leaves the caret where it would be without them, at their edges too', () => {
    const stored = doc(...Array.from({ length: 70 }, (_, at) => p(`Paragraph number ${at}.`)));
    const flat = documentOf(briefSchema, stored);
    const divided = EditorState.create({ doc: inStretches(flat), plugins: [keepStretches()] });
    const replaced = (state: EditorState, wanted: RichTextNode): EditorState => {
      const made = replaceContent(state, documentOf(briefSchema, wanted));
      return made === null ? state : state.apply(made);
    };
    for (const [at, block] of (stored.content ?? []).entries()) {
      const halves = (stored.content ?? []).toSpliced(at, 1, p('Paragraph num'), p(`ber ${at}.`));
      const start = flat.children.slice(0, at).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
      const carets = [start + 5, start + 1 + (flat.maybeChild(at)?.content.size ?? 0)];
      for (const caret of carets) {
        const [plain, own] = [EditorState.create({ doc: flat }), divided].map((state) => {
          const { tr } = state;
          const chosen = state.apply(tr.setSelection(TextSelection.create(tr.doc, caret)));
          const split = replaced(chosen, doc(...halves));
          return [split, replaced(split, stored)];
        });
        for (const [index, state] of (own ?? []).entries()) {
          expect([block, state.selection.head]).toEqual([block, plain?.[index]?.selection.head]);
          expect(standsInStretches(state.doc)).toBe(true);
        }
      }
    }
  });

  test('one element stands around each, and writing in one leaves the others on the page', async () => {
    const { editor, dom } = mountedEditor('brief', longDocument(127), {
      citations: tunnelCitations(),
    });
    const before = [...dom.children];
    expect(before.every((element) => element.matches('.stretch.at-rest'))).toBe(true);
    await settled();
    await selectText(dom, ' 48.', 0);
    await type('!');
    await press('Enter');
    await type('# Made');
    await settled();
    expect([...dom.children]).toEqual(before);
    const words = JSON.stringify(editor.content());
    expect(words).toContain('"Paragraph!"');
    expect(words).toContain('Made 48.');
    expect(words).not.toContain('stretch');
  });

  test('an input method that writes over all of it leaves nothing but what it made', async () => {
    const { editor, dom } = mountedEditor('brief', longDocument(70), {
      citations: tunnelCitations(),
    });
    dom.focus();
    await press('a', held.control);
    for (const composed of ['か', 'かん']) {
      const [selectionStart, selectionEnd] = [composed.length, composed.length];
      await cdp().send('Input.imeSetComposition', { text: composed, selectionStart, selectionEnd });
      await settled();
      expect(editor.isComposing()).toBe(true);
    }
    await cdp().send('Input.insertText', { text: '漢' });
    await settled();
    expect(editor.content()).toEqual(doc(p('漢')));
  });

  test('blocks stand as far apart at the edges of stretches as within them', async () => {
    const { dom } = mountedEditor('brief', pairsOfBlocks(), { citations: tunnelCitations() });
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = '.stretch.stretch.stretch { content-visibility: visible !important; }';
    await settled();
    const blocks = [...dom.querySelectorAll('.stretch > *')];
    const apart = new Map<string, Set<number>>();
    for (const [at, block] of blocks.entries()) {
      const next = blocks[at + 1];
      if (next === undefined) continue;
      const pair = `${block.className || block.tagName} ${next.className || next.tagName}`;
      const gap = next.getBoundingClientRect().top - block.getBoundingClientRect().bottom;
      apart.set(pair, (apart.get(pair) ?? new Set()).add(Math.round(gap)));
    }
    style.remove();
    expect(dom.children.length).toBeGreaterThan(100);
    expect(apart.size).toBeGreaterThan(60);
    // Figures, whose own margin is larger than those of words, may stand a little otherwise.
    const uneven = [...apart].filter(
      ([pair, gaps]) => Math.max(...gaps) - Math.min(...gaps) > (pair.includes('figure') ? 5 : 2),
    );
    expect(uneven.map(([pair, gaps]) => [pair, ...gaps])).toEqual([]);
  });
});
