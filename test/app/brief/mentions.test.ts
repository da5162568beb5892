import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionedIds, mentionOf, nameMentions } from '../../../app/brief/mentions.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';

function reference(kind: string, id: string): RichTextNode {
  return { type: 'reference', attrs: { kind, id } };
}

/** Documents with references and citations anywhere, few ids so that they repeat. */
const documents = fc.letrec<{ node: RichTextNode; leaf: RichTextNode }>((tie) => ({
  leaf: fc.oneof(
    fc.string({ minLength: 1, maxLength: 5 }).map((text): RichTextNode => ({ type: 'text', text })),
    fc
      .record({
        kind: fc.constantFrom('article', 'annotation', 'tag', 'claim', 'brief'),
        id: fc.constantFrom('a', 'b', 'c', 'd', ''),
      })
      .map(({ kind, id }) => reference(kind, id)),
    fc
      .constantFrom('a', 'e')
      .map((annotationId): RichTextNode => ({ type: 'inline_citation', attrs: { annotationId } })),
    fc
      .constantFrom('c', 'f')
      .map((claimId): RichTextNode => ({ type: 'claim_citation', attrs: { claimId } })),
  ),
  node: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc
      .array(tie('node'), { maxLength: 4 })
      .map((content): RichTextNode => ({ type: 'blockquote', content })),
  ),
})).node;

/** The slow way: the document as text, in which each id stands behind the name of its attribute. */
function mentionedSlowly(document: RichTextNode): string[] {
  const found: string[] = [];
  const pattern =
    /\{"type":"(?:reference","attrs":\{"kind":"(?:article|annotation|tag|claim)","id"|inline_citation","attrs":\{"annotationId"|claim_citation","attrs":\{"claimId"):"([a-f]+)"/g;
  for (const match of JSON.stringify(document).matchAll(pattern)) {
    const id = match[1] ?? '';
    if (!found.includes(id)) found.push(id);
  }
  return found;
}

describe('What a document mentions', () => {
  test('N3 every id that is referred to or cited, once, in the order of first mention', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(mentionedIds(document)).toEqual(mentionedSlowly(document));
      }),
      { seed: 41, numRuns: 500 },
    );
    expect(mentionedIds(null)).toEqual([]);
  });

  test('N1 a reference of an unknown kind or without an id is none', () => {
    expect(mentionOf(reference('brief', 'a'))).toBeNull();
    expect(mentionOf({ type: 'reference' })).toBeNull();
    expect(mentionOf({ type: 'text', text: 'x' })).toBeNull();
    expect(mentionOf(reference('claim', 'a'))).toEqual({ kind: 'claim', id: 'a' });
  });

  test('N4 names stand in the place of references, with their marks; all else stays', () => {
    const marks = [{ type: 'strong' }];
    const document: RichTextNode = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ ...reference('tag', 'a'), marks }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'and' }] },
      ],
    };
    const named = nameMentions(document, ({ kind, id }) => `${kind} ${id}`);
    expect(named.content?.[0]?.content).toEqual([{ type: 'text', text: 'tag a', marks }]);
    expect(named.content?.[1]).toBe(document.content?.[1]);
    expect(nameMentions(named, () => 'never')).toBe(named);
  });

  test('N4 no reference is left after naming, and no other node is changed', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const named = nameMentions(document, ({ id }) => `[${id}]`);
        const expected = JSON.stringify(document).replaceAll(
          /\{"type":"reference","attrs":\{"kind":"(?:article|annotation|tag|claim)","id":"([a-f]*)"\}\}/g,
          '{"type":"text","text":"[$1]"}',
        );
        expect(JSON.stringify(named)).toBe(expected);
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
