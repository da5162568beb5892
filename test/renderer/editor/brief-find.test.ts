import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { findableText, findInText } from '../../../app/search/find-in-text.ts';
import { briefSchema } from '../../../renderer/editor/brief-schema.ts';
import { notText, searchableText } from '../../../renderer/editor/searchable-text.ts';
import {
  doc,
  heading,
  inline,
  list,
  mountedEditor,
  p,
  text,
  tunnelCitations,
} from './mounted-editor.ts';

function footnote(...content: RichTextNode[]): RichTextNode {
  return { type: 'footnote', content };
}

const brief = doc(
  heading(1, 'The cost'),
  p('It costs ', inline('cost'), ' as the cost', footnote(text('Costs of 2024.')), ' shows.'),
  list('bullet_list', [p('cost by year')], [p('no more')]),
);

function writingOf(content: RichTextNode) {
  const { editor } = mountedEditor('brief', content, { citations: tunnelCitations() });
  const { writing } = editor;
  if (writing === null) throw new Error('A brief has no tools.');
  const find = (words: string) =>
    findInText(findableText(writing.searchable().text), words, {
      matchCase: false,
      wholeWords: false,
    }).map(({ start, end }) => {
      const { positionOf } = writing.searchable();
      return { from: positionOf(start) ?? -1, to: positionOf(end) ?? -1 };
    });
  return { editor, writing, find };
}

describe('A brief as a text to be searched', () => {
  test('I5 has a line for each line of text, footnotes behind theirs, and signs for what is no text', () => {
    const { text: lines } = searchableText(briefSchema.nodeFromJSON(brief));
    expect(lines.split('\n')).toEqual([
      'The cost',
      `It costs ${notText} as the cost${notText.repeat(16)} shows.`,
      'Costs of 2024.',
      'cost by year',
      'no more',
    ]);
  });

  test('I5 each letter leads to its place in the document and back', () => {
    const words = fc.string({ minLength: 0, maxLength: 6 }).map((one) => one.replace(/\s/g, 'x'));
    const line = fc.array(
      fc.oneof(
        words.map((one) => text(one || 'a')),
        fc.constant(inline('cost')),
      ),
      {
        maxLength: 4,
      },
    );
    const block = fc.oneof(
      line.map((content) => p(...content)),
      line.map((content) => list('bullet_list', [p(...content)], [p('x')])),
      fc.tuple(line, words).map(([content, note]) => p(...content, footnote(text(note || 'n')))),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (content) => {
        const node = briefSchema.nodeFromJSON(doc(...content));
        const searchable = searchableText(node);
        for (let offset = 0; offset < searchable.text.length; offset += 1) {
          const letter = searchable.text[offset];
          if (letter === '\n' || letter === notText) continue;
          const position = searchable.positionOf(offset);
          expect(position).not.toBeNull();
          expect(node.textBetween(position ?? 0, (position ?? 0) + 1)).toBe(letter);
        }
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test('I5 hits are replaced as one edit; what holds a citation or a footnote stays', () => {
    const { editor, writing, find } = writingOf(brief);
    const hits = find('cost');
    expect(hits).toHaveLength(5);
    expect(writing.replace(hits.map((hit) => ({ ...hit, words: 'price' })))).toBe(5);
    const lines = writing.searchable().text.split('\n');
    expect(lines[1]).toMatch(/^It prices \ufffc as the price\ufffc+ shows\.$/);
    expect(lines[2]).toBe('prices of 2024.');
    const [, paragraph] = editor.content()?.content ?? [];
    const before = JSON.stringify(paragraph);
    // From before the citation to behind it.
    const [first] = find('prices');
    const over = { from: first?.from ?? 0, to: (first?.to ?? 0) + 4, words: '' };
    expect(writing.replace([over])).toBe(0);
    expect(JSON.stringify(editor.content()?.content?.[1])).toBe(before);
  });

  test('I5 a replacement keeps the formats of what it replaces; an empty one takes it away', () => {
    const { editor, writing, find } = writingOf(doc(p('a ', text('bold word', 'strong'), ' end')));
    writing.replace(find('word').map((hit) => ({ ...hit, words: 'sign' })));
    expect(editor.content()).toEqual(doc(p('a ', text('bold sign', 'strong'), ' end')));
    writing.replace(find(' end').map((hit) => ({ ...hit, words: '' })));
    expect(editor.content()).toEqual(doc(p('a ', text('bold sign', 'strong'))));
  });

  test('hits are drawn, the present one apart, and follow what is written', () => {
    const { editor, writing, find } = writingOf(brief);
    writing.drawHits(find('cost'), 1);
    const drawn = () => document.querySelectorAll('.found-hit');
    expect(drawn().length).toBeGreaterThanOrEqual(4);
    expect(document.querySelectorAll('.found-hit[data-current]')).toHaveLength(1);
    writing.drawHits([], -1);
    expect(drawn()).toHaveLength(0);
    editor.destroy();
  });

  test('I6 own words and quoted words are counted apart, selected ones as well', () => {
    const { writing, find } = writingOf(brief);
    expect(writing.words()).toEqual({ all: { own: 16, quoted: 3 }, selected: null });
    const [hit] = find('as the cost');
    if (hit === undefined) throw new Error('Nothing is found.');
    writing.showHit(hit);
    expect(writing.words().selected).toEqual({ own: 3, quoted: 0 });
  });
});
