import { expect, test } from 'vitest';
import { unitsOfBlock } from '../../../app/brief/check/brief-lines.ts';
import type { CheckPlace } from '../../../app/brief/check/check-item.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { mountedEditor, TestCitations } from './mounted-editor.ts';

const cite = (id: string): RichTextNode => ({
  type: 'inline_citation',
  attrs: { annotationId: id },
});
const words = (text: string): RichTextNode => ({ type: 'text', text });
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content });

const content: RichTextNode = {
  type: 'doc',
  content: [
    paragraph(
      words('It is '),
      cite('one'),
      { type: 'footnote', content: [words('See '), cite('two')] },
      words(' and the end.'),
    ),
    {
      type: 'bullet_list',
      content: [{ type: 'list_item', content: [paragraph(words('An item '), cite('three'))] }],
    },
    { type: 'quotation_citation', attrs: { annotationId: 'four' } },
  ],
};

function brief() {
  const { editor } = mountedEditor('brief', content, { citations: new TestCitations() });
  const { citations, writing } = editor;
  if (citations === null || writing === null) throw new Error('no brief');
  return { editor, citations, writing };
}

/** The place of some words, as a check counts it. */
function placeOf(text: string): CheckPlace {
  for (const [index, block] of (content.content ?? []).entries()) {
    for (const unit of unitsOfBlock(block, [index])) {
      if (unit.kind === 'citation') continue;
      const at = unit.text.indexOf(text);
      if (at < 0) continue;
      const [from = 0, to = 0] = [unit.positions[at], unit.positions[at + text.length]];
      return { path: unit.path, range: { from, to } };
    }
  }
  throw new Error(`“${text}” is nowhere.`);
}

test('Y19: the place of a finding selects its very words, behind a citation and a footnote and in a list', () => {
  const { citations, writing } = brief();
  for (const text of ['It is', 'the end', 'item']) {
    expect(citations.goTo(placeOf(text))).toBe(true);
    expect(selectedText(writing)).toBe(text);
  }
});

function selectedText(writing: {
  readonly doc: object;
  selection(): { from: number; to: number };
}) {
  const { from, to } = writing.selection();
  const doc = writing.doc as { textBetween(from: number, to: number): string };
  return doc.textBetween(from, to);
}

test('Y19: citations are selected as a whole; one in a footnote by its footnote; what is gone is not found', () => {
  const { citations } = brief();
  expect(citations.goTo({ path: [2], range: null })).toBe(true);
  expect(citations.selected()?.attrs?.annotationId).toBe('four');
  expect(citations.selected()).toBe(citations.selected());
  expect(citations.goTo({ path: [0], range: { from: 6, to: 7 } })).toBe(true);
  expect(citations.selected()?.attrs?.annotationId).toBe('one');
  expect(citations.goTo(placeOf('See'))).toBe(true);
  expect(citations.selected()).toBeNull();
  expect(citations.goTo({ path: [9], range: null })).toBe(false);
  expect(citations.goTo({ path: [0], range: { from: 900, to: 901 } })).toBe(false);
});

test('Y2: the next changed citation is selected, and the first again after the last', () => {
  const { citations } = brief();
  const wanted = (node: RichTextNode) => ['one', 'four'].includes(String(node.attrs?.annotationId));
  const step = (direction: 1 | -1) => {
    citations.step(direction, wanted);
    return citations.selected()?.attrs?.annotationId;
  };
  expect([step(1), step(1), step(1), step(-1)]).toEqual(['one', 'four', 'one', 'four']);
  expect(citations.step(1, () => false)).toBe(false);
});

test('Y2: all citations are given what they keep as one edit, those in footnotes too; the others stay', () => {
  const { editor, citations } = brief();
  citations.goTo({ path: [2], range: null });
  const accept = (node: RichTextNode): RichTextNode =>
    node.attrs?.annotationId === 'one'
      ? node
      : { ...node, attrs: { ...node.attrs, accepted: { kind: 'quotation' } } };
  expect(citations.update('all', accept)).toBe(3);
  const after = editor.content();
  expect(JSON.stringify(after).match(/"accepted"/g)).toHaveLength(3);
  expect(citations.selected()?.attrs?.accepted).toEqual({ kind: 'quotation' });
  expect(citations.update('selected', (node) => node)).toBe(0);
});
