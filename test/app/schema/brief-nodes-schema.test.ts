import { expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { briefContentSchema, noteSchema } from '../../../app/schema/rich-text-schema.ts';

const id = '01890000-0000-7000-8000-000000000001';
const at = '2026-01-02T03:04:05.000Z';

function paragraph(...content: RichTextNode[]): RichTextNode {
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}

function quoting(attrs: Record<string, unknown>): RichTextNode {
  return paragraph({ type: 'inline_citation', attrs: { annotationId: id, ...attrs } });
}

const comment = { type: 'comment', attrs: { id, text: 'Sure?', at } };

test('I21 to I26 what briefs hold since schema 6 is stored, and what they held before', () => {
  const accepted = { kind: 'claim', wording: 'x', saidOn: null, evidence: [[id, 'asserts', null]] };
  for (const document of [
    quoting({}),
    quoting({ alterations: null, accepted: null }),
    quoting({ alterations: [{ start: 0, end: 4, text: null }], accepted }),
    paragraph({ type: 'article_citation', attrs: { articleId: id } }),
    paragraph({ type: 'footnote', content: [{ type: 'text', text: 'x' }] }),
    paragraph({ type: 'text', text: 'x', marks: [comment, comment] }),
    { type: 'doc', content: [{ type: 'figure', attrs: { pictureId: id } }] },
  ]) {
    expect(briefContentSchema.safeParse(document).success, JSON.stringify(document)).toBe(true);
    const inNote = noteSchema.safeParse(document).success;
    expect(inNote, `as a note: ${JSON.stringify(document)}`).toBe(false);
  }
});

test('I21 alterations out of order, overlapping or with other fields are refused', () => {
  for (const alterations of [
    [{ start: 4, end: 0, text: null }],
    [
      { start: 2, end: 4, text: null },
      { start: 0, end: 1, text: null },
    ],
    [
      { start: 0, end: 4, text: null },
      { start: 3, end: 5, text: 'x' },
    ],
    [{ start: -1, end: 0, text: null }],
    [{ start: 0, end: 1, text: null, more: 1 }],
    'all',
  ]) {
    expect(briefContentSchema.safeParse(quoting({ alterations })).success).toBe(false);
  }
  expect(briefContentSchema.safeParse(quoting({ accepted: { quote: {} } })).success).toBe(false);
  const late = { ...comment, attrs: { ...comment.attrs, at: 'yesterday' } };
  const document = paragraph({ type: 'text', text: 'x', marks: [late] });
  expect(briefContentSchema.safeParse(document).success).toBe(false);
});
