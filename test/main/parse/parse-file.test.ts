import { describe, expect, test } from 'vitest';
import { fileEnding, parseFile } from '../../../main/services/parse/parse-file.ts';
import { parseSource } from './parse-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function codeOf(fileName: string, content: Uint8Array): string | null {
  const result = parseFile(fileName, content);
  return result.ok ? null : result.error.code;
}

describe('parseFile', () => {
  test.each(['a.txt', 'a.TEXT', 'a.md', 'a.Markdown', 'a.html', 'a.HTM'])('reads %s', (name) => {
    expect(parseSource(name, 'They spoke at length.').text).toBe('They spoke at length.');
  });

  test.each(['a.pdf', 'a', 'a.txt.zip', '.txt/a'])('refuses %s as unsupported', (name) => {
    expect(codeOf(name, bytes('They spoke.'))).toBe('unsupported');
  });

  test('the ending of a name in a folder is that of its last part', () => {
    expect(fileEnding('v1.2/notes')).toBe('');
    expect(fileEnding('C:\\v1.2\\notes.MD')).toBe('md');
  });

  test.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'empty'],
    ['white space', bytes(' \n\t\ufeff'), 'empty'],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty'],
    ['UTF-16 with a mark', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'utf-16'],
    ['UTF-16, the other way round', Uint8Array.of(0xfe, 0xff, 0, 0x41), 'utf-16'],
    [
      'UTF-16 without a mark',
      new Uint8Array(Buffer.from('The premiers spoke.', 'utf16le')),
      'utf-16',
    ],
    ['Latin-1', new Uint8Array(Buffer.from('Grèvemont was asleep.', 'latin1')), 'not-utf-8'],
    ['a cut character', bytes('Grè').subarray(0, 3), 'not-utf-8'],
    ['an overlong coding', Uint8Array.of(0x41, 0xc0, 0x80), 'not-utf-8'],
    ['half a surrogate pair', Uint8Array.of(0x41, 0xed, 0xa0, 0x80), 'not-utf-8'],
    ['a PDF', bytes('%PDF-1.7\n1 0 obj'), 'binary'],
    ['a rich text file', bytes('{\\rtf1\\ansi They spoke.}'), 'binary'],
    ['a zip file', bytes('PK\x03\x04 and so on'), 'binary'],
    ['NULs in text', bytes(`They spoke.${'\0'.repeat(5)}`), 'binary'],
    ['noise', Uint8Array.from({ length: 999 }, (_, index) => 1 + ((index * 37) % 255)), 'binary'],
    ['nothing but invisible characters', bytes('\u200b\n\u2060'), 'no-text'],
  ])('refuses %s', (_name, content, code) => {
    expect(codeOf('a.txt', content)).toBe(code);
  });

  test('says what to do about a coding', () => {
    const result = parseFile('a.txt', Uint8Array.of(0x41, 0xe8, 0x42));
    expect(result).toMatchObject({ ok: false });
    if (!result.ok) expect(result.error.message).toContain('Save it as UTF-8 and import it again.');
  });

  test('T5 a byte order mark is no part of the text', () => {
    expect(parseSource('a.txt', '\ufeffThey spoke.').text).toBe('They spoke.');
  });

  test('T9 an article without a title is named after its file', () => {
    expect(parseSource('Call of 11 May.txt', 'They spoke.').metadata).toEqual({
      title: 'Call of 11 May',
      outlet: null,
      byline: null,
      published: null,
      url: null,
      language: null,
    });
  });
});
