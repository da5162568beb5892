import { expect, test } from 'vitest';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import {
  briefContentSchema,
  linkAddressSchema,
  noteSchema,
} from '../../../app/schema/rich-text-schema.ts';
import { countingMaker } from '../../support/records.ts';
import { briefContent, note } from './record-samples.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const text = (marks: unknown) =>
  doc({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks }] });
const isNote = (value: unknown) => noteSchema.safeParse(value).success;
const isBrief = (value: unknown) => briefContentSchema.safeParse(value).success;

test('every node and mark passes where it belongs', () => {
  expect(noteSchema.parse(note)).toEqual(note);
  const content = briefContent(countingMaker());
  expect(briefContentSchema.parse(content)).toEqual(content);
  expect(isNote({ type: 'doc' })).toBe(true);
});

test('a note holds no citation', () => {
  const annotationId = countingMaker().id<string>();
  const citing = doc({ type: 'quotation_citation', attrs: { annotationId } });
  expect(isBrief(citing)).toBe(true);
  expect(isNote(citing)).toBe(false);
  expect(isNote(doc({ type: 'blockquote', content: citing.content }))).toBe(false);
});

test.each([
  ['an unknown node', doc({ type: 'image', attrs: { src: 'https://example.org/a.png' } })],
  ['an unknown node deep down', doc({ type: 'blockquote', content: [doc()] })],
  ['a root that is no document', { type: 'paragraph' }],
  ['an attribute too many', doc({ type: 'paragraph', attrs: { onclick: 'x' } })],
  ['a field too many', doc({ type: 'paragraph', style: 'color: red' })],
  ['a heading of level 4', doc({ type: 'heading', attrs: { level: 4 } })],
  ['text without text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
  ['an unknown mark', text([{ type: 'code' }])],
  ['a mark with an attribute', text([{ type: 'em', attrs: { class: 'x' } }])],
  ['a link without address', text([{ type: 'link', attrs: {} }])],
  ['a script for a link', text([{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])],
  ['a citation of no id', doc({ type: 'claim_citation', attrs: { claimId: '1' } })],
])('%s is refused', (_, value) => {
  expect(isNote(value)).toBe(false);
  expect(isBrief(value)).toBe(false);
});

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'app://variorum/index.html',
  'vbscript:x',
  '//example.org',
  '/relative',
  'http:',
  'http://a b',
  'https://a\u0000b',
  '',
])('%j is no address for a link', (address) => {
  expect(linkAddressSchema.safeParse(address).success).toBe(false);
});

test.each(['http://example.org', 'HTTPS://example.org/ä?b#c', 'mailto:ada@example.org'])(
  '%j is an address for a link',
  (address) => {
    expect(linkAddressSchema.safeParse(address).success).toBe(true);
  },
);

test('nesting without end is refused and not fatal', () => {
  let node: RichTextNode = { type: 'blockquote' };
  for (let depth = 0; depth < 100_000; depth += 1) node = { type: 'blockquote', content: [node] };
  let passed = false;
  try {
    passed = isNote(doc(node));
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
  expect(passed).toBe(false);
});
