import { expect, test } from 'vitest';
import { printBrief } from '../../../../app/brief/print/print-brief.ts';
import type { RichTextMark, RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { builtInStyle } from './printed-lines.ts';

const at = '2024-05-15T08:00:00.000Z';

function comment(text: string): RichTextMark {
  return { type: 'comment', attrs: { id: `comment-${text}`, text, at } };
}

function text(words: string, ...marks: readonly RichTextMark[]): RichTextNode {
  return { type: 'text', text: words, ...(marks.length === 0 ? {} : { marks: [...marks] }) };
}

function brief() {
  const fixture = new BriefFixture();
  const cost = annotateWords(fixture, fixture.article('It costs 3 billion.'), '3 billion');
  const cited = { ...inlineCitation(cost), marks: [comment('sure?')] };
  const strong: RichTextMark = { type: 'strong' };
  const bundle = fixture.bundle([
    paragraph(
      text('Now '),
      text('it is ', comment('sure?')),
      text('said', strong, comment('sure?')),
      cited,
    ),
  ]);
  return { bundle, texts: fixture.texts };
}

test('C20 comments to self leave no trace unless they are asked for', () => {
  const { bundle, texts } = brief();
  const style = builtInStyle('chicago-notes');
  expect(JSON.stringify(printBrief(bundle, texts, style))).not.toContain('sure?');
  const [block] = printBrief(bundle, texts, style, { comments: true }).blocks;
  if (block?.kind !== 'paragraph') throw new Error('No paragraph.');
  expect(block.runs.map(({ kind }) => kind)).toEqual(['text', 'comment', 'note']);
  expect(block.runs[1]).toMatchObject({
    text: 'sure?',
    at,
    runs: [
      { kind: 'text', text: 'it is ' },
      { kind: 'text', text: 'said', strong: true },
      { kind: 'text', text: '“' },
      { kind: 'cited' },
      { kind: 'text', text: '”' },
    ],
  });
});

test('C20 a comment on words that begin with a sign behind a citation is printed, once', () => {
  const fixture = new BriefFixture();
  const cost = annotateWords(fixture, fixture.article('It costs 3 billion.'), '3 billion');
  const printed = (words: string): number => {
    const bundle = fixture.bundle([
      paragraph(text('Now '), inlineCitation(cost), text(words, comment('sure?'))),
    ]);
    const style = builtInStyle('chicago-notes');
    const { blocks } = printBrief(bundle, fixture.texts, style, { comments: true });
    return JSON.stringify(blocks).split('sure?').length - 1;
  };
  expect([printed(', they say'), printed('.')]).toEqual([1, 1]);
});
