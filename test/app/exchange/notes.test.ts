import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNote } from '../../../app/exchange/notes/plain-note.ts';
import { readNoteHtml } from '../../../app/exchange/notes/read-note-html.ts';
import { readNoteMarkdown } from '../../../app/exchange/notes/read-note-markdown.ts';
import { writeNoteHtml } from '../../../app/exchange/notes/write-note-html.ts';
import type { RichTextMark, RichTextNode } from '../../../app/record/rich-text.ts';
import { noteSchema } from '../../../app/schema/rich-text-schema.ts';

const id = '0190a000-0000-7000-8000-00000000000a';
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  // Lines and tabs are no words of a note: HTML makes one space of them.
  .map((text) => text.replace(/[\t\r\n\f\u0000\ufffd]/g, 'x').replace(/\s*\x0b\s*/g, 'x'));
const marks: fc.Arbitrary<RichTextMark[]> = fc.subarray<RichTextMark>([
  { type: 'link', attrs: { href: 'https://example.org/?a=1&b="2"' } },
  { type: 'em' },
  { type: 'strong' },
]);
const inline: fc.Arbitrary<RichTextNode> = fc.oneof(
  fc
    .record({ text: words, marks })
    .map(({ text, marks: on }) => marked({ type: 'text', text }, on)),
  marks.map((on) => marked({ type: 'hard_break' }, on)),
  fc.constant<RichTextNode>({ type: 'reference', attrs: { kind: 'claim', id } }),
);
/** Neighbours of the same marks are one text, as the editor has them. */
const line = fc
  .array(inline, { maxLength: 4 })
  .map((all) =>
    all.filter(
      (node, index) =>
        node.type !== 'text' ||
        JSON.stringify(all[index - 1]?.marks) !== JSON.stringify(node.marks) ||
        all[index - 1]?.type !== 'text',
    ),
  );
const paragraph = line.map((content) => filled({ type: 'paragraph' }, content));
const blocks: fc.Arbitrary<RichTextNode> = fc.letrec<{ block: RichTextNode; item: RichTextNode }>(
  (tie) => ({
    item: fc
      .tuple(paragraph, fc.array(tie('block'), { maxLength: 1 }))
      .map(([first, rest]) => ({ type: 'list_item', content: [first, ...rest] })),
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      paragraph,
      fc
        .tuple(fc.constantFrom(1, 2, 3), line)
        .map(([level, content]) => filled({ type: 'heading', attrs: { level } }, content)),
      fc
        .array(tie('item'), { minLength: 1, maxLength: 2 })
        .map((content) => ({ type: 'bullet_list', content })),
      fc
        .tuple(
          fc.integer({ min: 0, max: 9 }),
          fc.array(tie('item'), { minLength: 1, maxLength: 2 }),
        )
        .map(([order, content]) => ({ type: 'ordered_list', attrs: { order }, content })),
      fc
        .array(paragraph, { minLength: 1, maxLength: 2 })
        .map((content) => ({ type: 'blockquote', content })),
    ),
  }),
).block;
const notes = fc
  .array(blocks, { minLength: 1, maxLength: 4 })
  .map((content): RichTextNode => ({ type: 'doc', content }));

function marked(node: RichTextNode, on: readonly RichTextMark[]): RichTextNode {
  return on.length === 0 ? node : { ...node, marks: on };
}

function filled(node: RichTextNode, content: readonly RichTextNode[]): RichTextNode {
  return content.length === 0 ? node : { ...node, content };
}

describe('notes in HTML', () => {
  test('J7 any note written as HTML is the same note when it is read', () => {
    fc.assert(
      fc.property(notes, (note) => {
        const html = writeNoteHtml(note, () => 'C4 <name>');
        expect(readNoteHtml(html)).toEqual(note);
      }),
      { seed: 20260722, numRuns: 400 },
    );
  });

  test('whatever HTML comes, what is made of it is a note', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<p>',
          '</p>',
          '<ul>',
          '</ul>',
          '<li>',
          '</li>',
          '<ol start="x">',
          '<blockquote>',
          '</blockquote>',
        ],
        ...[
          '<h1>',
          '</h2>',
          '<b>',
          '</b>',
          '<a href="javascript:alert(1)">',
          '</a>',
          '<br>',
          '<table><tr><td>',
        ],
        ...[
          '<script>alert(1)</script>',
          '<!-- x -->',
          '&amp;',
          '&#0;',
          '<div>',
          '</div>',
          '<svg><p>',
          '</svg>',
        ],
        ...[`<a href="urn:uuid:${id}" data-kind="claim">`, '<a href="https://a.b c">', '<'],
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const note = readNoteHtml(pieces.join(''));
        if (note !== null) noteSchema.parse(note);
        expect(JSON.stringify(note)).not.toContain('javascript:');
      }),
      { seed: 20260723, numRuns: 500 },
    );
  });

  test('HTML of other programs: lines of the file are spaces, what can run is gone, words stay', () => {
    const note = readNoteHtml(
      '<div>One\n  line <span>and</span> more<script>x()</script></div>\n<h5>Small</h5><a href="javascript:x">no</a>',
    );
    expect(note).toEqual({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'One line and more' }] },
        { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Small' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'no' }] },
      ],
    });
    expect(readNoteHtml('<p>  </p>  ')).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '  ' }] }],
    });
    expect(readNoteHtml('<div> </div>')).toBeNull();
  });

  test('elements named like what every object has are words like others', () => {
    const note = readNoteHtml('<constructor>one</constructor> <valueof><b>two</b></valueof>');
    expect(note).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'one ' },
            { type: 'text', text: 'two', marks: [{ type: 'strong' }] },
          ],
        },
      ],
    });
  });

  test.each([
    ['lists in one another', '- '.repeat(20_000)],
    ['lists in one another on many lines', `${'- '.repeat(30)}a\n`.repeat(1_400)],
    ['emphasis in emphasis', `${'*_'.repeat(12_000)}a${'_*'.repeat(12_000)}`],
    ['pictures in pictures', `${'!['.repeat(8_000)}a${'](b)'.repeat(8_000)}`],
  ])('Markdown that nobody wrote is read as it stands: %s', (_, markdown) => {
    expect(
      JSON.stringify(readNoteMarkdown(`${markdown}a`)) ===
        JSON.stringify(plainNote(`${markdown}a`)),
    ).toBe(true);
  });

  test('marks that nobody closed a hundred thousand times are read', () => {
    expect(readNoteHtml('<b>x'.repeat(100_000))?.content).toHaveLength(1);
  });

  test('HTML nested fifty thousand deep is read', () => {
    const note = readNoteHtml(`${'<blockquote>'.repeat(50_000)}deep`);
    if (note !== null) noteSchema.parse(note);
    expect(JSON.stringify(note)).toContain('deep');
  });
});

describe('notes in Markdown and plain text', () => {
  test('J9 Markdown becomes the note that it means', () => {
    expect(
      readNoteMarkdown(
        '# Head\n\nSome *words* [here](https://example.org), **bold**\n\n- one\n- two\n\n> said',
      ),
    ).toEqual({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Head' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Some ' },
            { type: 'text', text: 'words', marks: [{ type: 'em' }] },
            { type: 'text', text: ' ' },
            {
              type: 'text',
              text: 'here',
              marks: [{ type: 'link', attrs: { href: 'https://example.org' } }],
            },
            { type: 'text', text: ', ' },
            { type: 'text', text: 'bold', marks: [{ type: 'strong' }] },
          ],
        },
        {
          type: 'bullet_list',
          content: ['one', 'two'].map((text) => ({
            type: 'list_item',
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          })),
        },
        {
          type: 'blockquote',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'said' }] }],
        },
      ],
    });
    expect(readNoteMarkdown('   ')).toBeNull();
  });

  test('any text is a note or none, as Markdown and as it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const note of [readNoteMarkdown(text), plainNote(text)]) {
          if (note !== null) noteSchema.parse(note);
        }
      }),
      { seed: 20260724, numRuns: 150 },
    );
  });
});
