import { describe, expect, test } from 'vitest';
import { isCompanionFolder } from '../../../main/services/corpus/companion-folder.ts';
import { makeZip } from './make-zip.ts';
import { articleOf, codeOf, onlyPart, partsOf } from './parts-of.ts';

const words = 'They spoke at length.';

describe('T21 archives', () => {
  test('T21 each file is read as any file is, and named by the way to it', async () => {
    const parts = await partsOf(
      'a.zip',
      makeZip([
        { name: 'one.txt', content: words },
        { name: 'May/two.md', content: `# Two\n\n${words}` },
        { name: 'May/three', content: '<!doctype html><title>T</title><p>They spoke.' },
        { name: 'May/rows.csv', content: `title,text\nFour,${words}\nFive,${words}` },
        { name: 'film.mp4', content: 'xxxx' },
        { name: 'empty.txt', content: '' },
      ]),
    );
    expect(parts.map(({ part, format }) => [part, format])).toEqual([
      ['one.txt', 'text'],
      ['May/two.md', 'markdown'],
      ['May/three', 'html'],
      ['May/rows.csv/row 1', 'csv'],
      ['May/rows.csv/row 2', 'csv'],
      ['film.mp4', 'zip'],
      ['empty.txt', 'text'],
    ]);
    expect(parts.map(codeOf)).toEqual([null, null, null, null, null, 'unsupported', 'empty']);
  });

  test('T21 what people did not put there is passed over', async () => {
    const parts = await partsOf(
      'a.zip',
      makeZip([
        { name: '__MACOSX/._one.txt', content: 'x' },
        { name: '.DS_Store', content: 'x' },
        { name: 'a/.git/x.txt', content: 'x' },
        { name: 'a/Story.html', content: `<p>${words}` },
        { name: 'a/Story_files/frame.html', content: '<p>Buy ferries.' },
        { name: 'a/Story_files/b/c.txt', content: 'x' },
        { name: 'a/Other_files/two.txt', content: words },
      ]),
    );
    expect(parts.map(({ part }) => part)).toEqual(['a/Story.html', 'a/Other_files/two.txt']);
  });

  test('T21 archives in archives are opened, three deep', async () => {
    let archive = makeZip([{ name: 'x.txt', content: words }]);
    for (const name of ['c.zip', 'b.zip', 'a.zip']) {
      const [part] = await partsOf('z.zip', archive);
      expect(part && codeOf(part)).toBeNull();
      archive = makeZip([{ name, content: archive }]);
    }
    const part = await onlyPart('z.zip', archive);
    expect([part.part, codeOf(part)]).toEqual(['a.zip/b.zip/c.zip', 'nested-archive']);
  });

  test('T21 an archive without files in it, or with none to read, says so', async () => {
    expect(codeOf(await onlyPart('a.zip', makeZip([])))).toBe('empty');
    expect(codeOf(await onlyPart('a.zip', makeZip([{ name: '.x', content: 'x' }])))).toBe('empty');
  });

  test('T21 what is wrong with one file is said of it, and harms no other', async () => {
    const parts = await partsOf(
      'a.zip',
      makeZip([
        { name: 'secret.txt', content: words, isEncrypted: true },
        { name: 'lies.txt', content: words, claimedSize: 5 },
        { name: 'bomb.txt', content: Buffer.alloc(1_000), claimedSize: 4_000_000_000 },
        { name: 'good.txt', content: words },
      ]),
    );
    expect(parts.map((part) => [part.part, codeOf(part)])).toEqual([
      ['secret.txt', 'encrypted'],
      ['lies.txt', 'broken-archive'],
      ['bomb.txt', 'unpacks-too-large'],
      ['good.txt', null],
    ]);
  });

  test('T20 T21 a table whose columns must be named has to be taken out first', async () => {
    const archive = makeZip([{ name: 'a.csv', content: 'x,y\nThe tunnel,They spoke.' }]);
    expect(codeOf(await onlyPart('a.zip', archive))).toBe('packed-columns');
  });

  test('T21 a path that no record has room for loses its middle', async () => {
    const part = await onlyPart(
      'a.zip',
      makeZip([{ name: `${'x/'.repeat(900)}a.txt`, content: words }]),
    );
    expect(part.part?.length).toBeLessThanOrEqual(400);
    expect(part.part?.endsWith('x/a.txt')).toBe(true);
  });

  test('T21 a bomb is not unpacked', async () => {
    const zeros = Buffer.alloc(60_000_000);
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, content: zeros }));
    const parts = await partsOf('a.zip', makeZip(files));
    expect(parts.map(codeOf)).toContain('unpacks-too-large');
  });

  test('T21 a cut archive is refused by name', async () => {
    const archive = makeZip([{ name: 'x.txt', content: words.repeat(50) }]);
    expect(codeOf(await onlyPart('a.zip', archive.subarray(0, archive.length - 30)))).toBe(
      'broken-archive',
    );
  });

  test('an archive under another name is one, with a spreadsheet it is none', async () => {
    const archive = makeZip([{ name: 'x.txt', content: words }]);
    const [part] = await partsOf('a.txt', archive);
    expect(part && articleOf(part).text).toBe(words);
    const sheet = makeZip([{ name: 'xl/workbook.xml', content: '<x/>' }]);
    expect(codeOf(await onlyPart('a.zip', sheet))).toBe('unsupported');
  });
});

describe('folders of saved web pages', () => {
  test.each([
    ['Story_files', ['Story.html'], true],
    ['story_files', ['Story.HTM'], true],
    ['Story-Dateien', ['Story.htm', 'x'], true],
    ['Story_fichiers', ['Story.xhtml'], true],
    ['Story_files', ['Story.txt', 'Other.html'], false],
    ['Story', ['Story.html'], false],
    ['_files', ['.html'], false],
  ])('%s beside %o: %s', (folder, siblings, expected) => {
    expect(isCompanionFolder(folder, siblings)).toBe(expected);
  });
});
