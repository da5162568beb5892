import { describe, expect, test } from 'vitest';
import { fileEnding, isReadableName } from '../../../main/services/parse/formats.ts';
import { codeOf, onlyArticle, onlyPart } from './parts-of.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const words = 'They spoke at length.';

describe('parseSource', () => {
  test.each(['a.txt', 'a.TEXT', 'a.md', 'a.Markdown', 'a.html', 'a.HTM', 'a'])(
    'reads %s',
    async (name) => {
      expect((await onlyArticle(name, words)).text).toBe(words);
    },
  );

  test.each(['a.xyz', 'a.txt.jpg', '.txt/a.mp3'])('refuses %s as unsupported', async (name) => {
    expect(codeOf(await onlyPart(name, words))).toBe('unsupported');
    expect(isReadableName(name)).toBe(false);
  });

  test('the ending of a name in a folder is that of its last part', () => {
    expect(fileEnding('v1.2/notes')).toBe('');
    expect(fileEnding('C:\\v1.2\\notes.MD')).toBe('md');
  });

  test.each<[string, string, Uint8Array, string]>([
    ['no bytes', 'a.txt', new Uint8Array(), 'empty'],
    ['white space', 'a.txt', bytes(' \n\t\ufeff'), 'empty'],
    ['a byte order mark', 'a.txt', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty'],
    ['a byte order mark of UTF-16', 'a.txt', Uint8Array.of(0xff, 0xfe), 'empty'],
    ['a picture', 'a.txt', Uint8Array.from([0x89, ...bytes('PNG\r\n')]), 'binary'],
    ['a picture by its name', 'a.png', Uint8Array.from([0x89, ...bytes('PNG')]), 'unsupported'],
    ['an old Word document', 'a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), 'old-format'],
    ['an Outlook message', 'a.msg', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), 'outlook'],
    ['NULs in text', 'a.txt', bytes(`They spoke.${'\0'.repeat(5)}`), 'binary'],
    [
      'noise',
      'a.txt',
      Uint8Array.from({ length: 999 }, (_, index) => 1 + ((index * 37) % 255)),
      'binary',
    ],
    ['nothing but invisible characters', 'a.txt', bytes('\u200b\n\u2060'), 'no-text'],
  ])('refuses %s', async (_name, fileName, content, code) => {
    expect(codeOf(await onlyPart(fileName, content))).toBe(code);
  });

  test.each([
    ['a.txt', '<!doctype html><title>T</title><p>They spoke at length.', 'html'],
    ['a', '\ufeff<?xml version="1.0"?>\n<!-- x --><!-- y -->\n<html><p>They spoke.', 'html'],
    ['a.php', '<HTML lang="en"><p>They spoke at length.', 'html'],
    ['a', 'They spoke at length.', 'text'],
  ])('tells by its beginning what %s is', async (name, content, format) => {
    const part = await onlyPart(name, content);
    expect(part.format).toBe(format);
    const { remarks } = await onlyArticle(name, content);
    expect(remarks.some((remark) => remark.includes('Its name ends in'))).toBe(name.includes('.'));
  });

  test('a text that speaks of a page is none', async () => {
    expect((await onlyPart('a.txt', 'A page begins with <html>, they said.')).format).toBe('text');
    expect((await onlyPart('a.md', '<!-- draft -->\n\n# They spoke\n\nAt length.')).format).toBe(
      'markdown',
    );
  });

  test('comments without end before a page take no time', async () => {
    expect((await onlyPart('a.txt', '<!-- --> '.repeat(500))).format).toBe('text');
  });

  test('T5 a byte order mark is no part of the text', async () => {
    expect((await onlyArticle('a.txt', '\ufeffThey spoke.')).text).toBe('They spoke.');
  });

  test('T9 an article without a title is named after its file', async () => {
    expect((await onlyArticle('Call of the premiers.txt', 'They spoke.')).metadata).toEqual({
      title: 'Call of the premiers',
      outlet: null,
      byline: null,
      published: null,
      updated: null,
      url: null,
      language: null,
      section: null,
    });
  });
});
