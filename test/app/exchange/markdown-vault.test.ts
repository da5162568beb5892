import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import { readNoteMarkdown } from '../../../app/exchange/notes/read-note-markdown.ts';
import { writeNoteMarkdown } from '../../../app/exchange/notes/write-note-markdown.ts';
import {
  escapeMarkdown,
  joinLines,
  splitLines,
  unescapeMarkdown,
} from '../../../app/exchange/vault/markdown-text.ts';
import { vaultReader } from '../../../app/exchange/vault/read-vault.ts';
import { noteName } from '../../../app/exchange/vault/vault-names.ts';
import { vaultWriter } from '../../../app/exchange/vault/write-vault.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { importFile, readDrafts, written } from './exchange-io.ts';
import { projectOf, projectShapes } from './written-project.ts';

const empty = new RecordIndex();
const shapes = fc.sample(projectShapes, { seed: 20310709, numRuns: 30 });
const nothing = { carried: {}, known: {}, lost: [], refused: [], refusedCount: 0, remarks: [] };

function ofKind<Kind extends ImportDraft['kind']>(drafts: readonly ImportDraft[], kind: Kind) {
  return drafts.filter(
    (draft): draft is Extract<ImportDraft, { kind: Kind }> => draft.kind === kind,
  );
}

async function unpacked(bytes: Uint8Array): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const file of await unpackFile(importFile('a.zip', bytes))) {
    files[file.name] = new TextDecoder().decode(await file.bytes());
  }
  return files;
}

describe('a vault of Markdown notes', () => {
  test('J17: every link leads to a block that is there, and the same records are the same bytes', async () => {
    for (const shape of shapes) {
      const project = projectOf(shape);
      const { bytes } = await written(vaultWriter, project.records, {}, project.texts);
      const again = await written(vaultWriter, project.records, {}, project.texts);
      expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
      const files = await unpacked(bytes);
      const names = new Map(
        Object.keys(files).map((path) => [path.replace(/^.*\/|\.md$/g, ''), path]),
      );
      expect(names.size).toBe(Object.keys(files).length);
      let links = 0;
      for (const [path, note] of Object.entries(files)) {
        const content = note.replace(/^---\n[\s\S]*?\n---\n/, '');
        // A link that the text itself has is escaped.
        for (const [, name = '', block] of content.matchAll(
          /(?<!\\)\[\[([^\]#|]*)(?:#\^([\w-]+))?(?:\|[^\]]*)?\]\]/g,
        )) {
          const target = files[name === '' ? path : (names.get(name) ?? '')];
          expect(target, name).toBeDefined();
          links += 1;
          if (block === undefined) continue;
          expect(target?.match(new RegExp(`(?:^| )\\^${block}$`, 'gm'))).toHaveLength(1);
        }
      }
      expect(links).toBeGreaterThan(0);
    }
  });

  test('J17: read again it is the same blocks, facts, words, tags, notes, claims and links', async () => {
    for (const shape of shapes) {
      const project = projectOf(shape);
      const { records } = project;
      const { bytes } = await written(vaultWriter, records, {}, project.texts);
      const { drafts, report } = await readDrafts(vaultReader, bytes, empty, 'a.zip');
      expect(report).toEqual(nothing);
      const keys = (ids: readonly string[] | undefined) => (ids ?? []).map((key) => ({ key }));
      expect(
        ofKind(drafts, 'article').map(({ key, metadata, text, tags }) => ({
          key,
          metadata,
          text,
          tags,
        })),
      ).toEqual(
        records.list('article').map(({ id, detected, tagIds, revisionId }) => ({
          key: id,
          metadata: Object.fromEntries(
            Object.entries(detected).filter(([, value]) => value !== null),
          ),
          text: {
            blocks: (
              project.texted.get(records.get('revision', revisionId)?.hash ?? '')?.text ?? ''
            )
              .split('\n')
              .map((line) => ({ kind: 'paragraph', text: line })),
          },
          tags: keys(tagIds),
        })),
      );
      const annotations = ofKind(drafts, 'annotation');
      expect(annotations).toHaveLength(records.count('annotation'));
      for (const { key, selector, tags, note, number, author, createdAt } of annotations) {
        const record = records.get('annotation', key);
        const { start, end, quote } = record?.passage ?? {};
        expect({ selector, tags, note, number, author, createdAt }).toEqual({
          selector: { quote, position: { start, end, unit: 'utf-16' } },
          tags: keys(record?.tagIds),
          note: record?.note,
          number: record?.number,
          author: record?.author,
          createdAt: record?.createdAt,
        });
      }
      for (const { key, name, parentKey, color, description } of ofKind(drafts, 'tag')) {
        const tag = records.get('tag', key);
        expect([name, parentKey, color, description ?? '']).toEqual([
          tag?.name,
          tag?.parentId,
          tag?.color,
          tag?.description,
        ]);
      }
      for (const { key, wording, speaker, confidence, parentKey, status, number, tags } of ofKind(
        drafts,
        'claim',
      )) {
        const claim = records.get('claim', key);
        expect([
          wording,
          speaker && 'name' in speaker ? speaker.name : null,
          confidence,
          parentKey,
          status,
          number,
          tags,
        ]).toEqual([
          ...[
            claim?.wording,
            claim?.speaker,
            claim?.confidence,
            claim?.parentId,
            claim?.status,
            claim?.number,
          ],
          keys(claim?.tagIds),
        ]);
      }
      const ids = (kind: 'tag' | 'claim' | 'evidence' | 'link') =>
        ofKind(drafts, kind)
          .map(({ key }) => key)
          .sort();
      for (const kind of ['tag', 'claim', 'evidence', 'link'] as const) {
        expect(ids(kind)).toEqual(
          records
            .list(kind)
            .map(({ id }) => id)
            .sort(),
        );
      }
      for (const { key, claimKey, annotationKey, stance } of ofKind(drafts, 'evidence')) {
        const record = records.get('evidence', key);
        expect([claimKey, annotationKey, stance]).toEqual([
          record?.claimId,
          record?.annotationId,
          record?.stance,
        ]);
      }
      for (const { key, type, from, to, note } of ofKind(drafts, 'link')) {
        const record = records.get('link', key);
        const linkType = records.get('linkType', record?.typeId ?? '');
        expect([type.name, type.symmetric, from.key, to, note]).toEqual([
          ...[linkType?.name, linkType?.symmetric, record?.from],
          { kind: record?.to.kind, key: record?.to.id },
          record?.note ?? null,
        ]);
      }
    }
  });

  test('J17: headings, lists, quotations and captions stay what they are', async () => {
    const article = [
      '---\nvariorum: article\nid: 018f0000-0000-7000-8000-000000000001\ntitle: T\npublished: 2031-05-12\n---\n',
      '%% text %%\r\n\r\n# Head ^a1-2\r\n\r\n- one\r\n\r\n> said\r\n\r\n^a1-1\r\n\r\nFig. 1 %%caption%%\r\n\r\nplain \\#no \\- 1\r\n',
      '%% end of text %%\r\n\r\n## Annotations\r\n\r\n- something that somebody wrote\r\n',
    ].join('\r\n');
    const { drafts, report } = await readDrafts(vaultReader, article, empty, 'a.md');
    expect(drafts).toMatchObject([
      {
        metadata: { title: 'T', published: '2031-05-12' },
        text: {
          blocks: [
            { kind: 'heading', level: 1, text: 'Head' },
            { kind: 'list-item', text: 'one' },
            { kind: 'quotation', text: 'said' },
            { kind: 'caption', text: 'Fig. 1' },
            { kind: 'paragraph', text: 'plain #no - 1' },
          ],
        },
      },
    ]);
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      'It is no annotation as this program writes them.',
    ]);
  });

  test('J17: notes keep bold and italic words, links, lists, headings and quotations', () => {
    const word = fc.constantFrom(
      'sank',
      'the',
      '*',
      '_',
      '#tag',
      '[[x]]',
      '%%',
      '==',
      '1.',
      '-',
      '<b>',
      '&amp;',
      '|',
      '東京',
      '😀',
      '^a',
      '$x$',
      '`',
      'https://a.b/c',
    );
    const run = fc.record({
      text: fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
      mark: fc.constantFrom(null, 'strong', 'em', 'link'),
    });
    const paragraph = fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => ({
      type: 'paragraph',
      content: runs.map(({ text, mark }, index) => ({
        type: 'text',
        text: `${index === 0 ? 'a' : ' a'} ${text} z`,
        ...(mark === null
          ? {}
          : {
              marks: [
                mark === 'link'
                  ? { type: 'link', attrs: { href: 'https://example.org/' } }
                  : { type: mark },
              ],
            }),
      })),
    }));
    const inner = fc.oneof(
      paragraph,
      paragraph.map((one) => ({ type: 'blockquote', content: [one] })),
      paragraph.map((one) => ({ type: 'heading', attrs: { level: 2 }, content: one.content })),
      fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((all) => ({
        type: 'bullet_list',
        content: all.map((one) => ({ type: 'list_item', content: [one] })),
      })),
    );
    const notes = fc
      .array(inner, { minLength: 1, maxLength: 4 })
      .map((content) => ({ type: 'doc', content }));
    fc.assert(
      fc.property(notes, (note) => {
        expect(wordsWithMarks(readNoteMarkdown(writeNoteMarkdown(note)))).toEqual(
          wordsWithMarks(note),
        );
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  test('J17: any text is read back as it was written, and no sign of it means anything', () => {
    const sign = fc.constantFrom(...'[]%=<>#^|`$~&*_\\¶ \n-1.a'.split(''), '[[', '%%', '==', ' ¶ ');
    const signs = fc.array(sign, { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), signs), (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
        expect(splitLines(joinLines(text))).toBe(text);
        expect(escapeMarkdown(text)).not.toMatch(/(?<!\\)(?:\\\\)*(?:\[\[|%%|==|<)/);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test.each([
    ['CON', '0001 CON'],
    ['a/b\\c:d*e?f"g<h>i|j#k^l[m]n', '0001 a b c d e f g h i j k l m n'],
    ['..', '0001'],
    ['', '0001'],
    [`${'é'.repeat(200)}.`, `0001 ${'é'.repeat(80)}`],
    ['line\nend\u0000\ud800', '0001 line end'],
  ])('J17: a note’s name is taken by every system: %j', (title, name) => {
    expect(noteName('0001', title)).toBe(name);
  });

  test('J17: a note’s name is no longer than a file’s name may be', () => {
    const title = '漢'.repeat(100) + '😀'.repeat(100);
    const name = noteName('0012 revision 12', title);
    expect(Buffer.byteLength(`${name} 12345.md`)).toBeLessThanOrEqual(255);
    expect(name).toBe(`0012 revision 12 ${'漢'.repeat(71)}`);
    expect(Buffer.byteLength(noteName('1', '😀'.repeat(100)))).toBeLessThanOrEqual(230);
  });

  test('notes of other people, and front matter made to do harm, cost nothing', async () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) => `k${index}: &k${index} [${`*k${index - 1}, `.repeat(index === 0 ? 0 : 9)}1]`,
    ).join('\n');
    const article =
      '---\nvariorum: article\ntitle: T\n---\n\n%% text %%\n\nWords.\n\n%% end of text %%\n';
    const { drafts, report } = await readDrafts(
      vaultReader,
      {
        'a.md': article,
        'b.md': `---\nvariorum: article\n${bomb}\n---\n`,
        'c.md': '# Mine',
        'd.md': '---\nvariorum: article\ntitle: no text\n---\nWords',
        'e.md':
          '---\nvariorum: claim\nwording: 12\nconfidence: 7\nstatus: maybe\ntags: x\nquestions: 3\n---\n',
        'Codebook.md':
          '---\nvariorum: codebook\ncodebook: [1, {id: x}, {id: y, name: A, tag: a, parent: z}]\n---\n',
      },
      empty,
    );
    expect(drafts).toMatchObject([
      { kind: 'tag', key: 'y', name: 'A', parentKey: null },
      { kind: 'article', metadata: { title: 'T' }, text: { blocks: [{ text: 'Words.' }] } },
      { kind: 'claim', wording: '12', confidence: null, tags: [], questions: [] },
    ]);
    expect(report.refused.map(({ where }) => where)).toEqual(['d.md']);
    expect(report.remarks).toEqual(['Notes that this program did not write were left alone: 2.']);
  });

  test('a vault of somebody else is refused with what to do', async () => {
    await expect(
      readDrafts(vaultReader, { 'a.md': '# Notes\n', 'b.md': '---\n: :\n---\n' }, empty),
    ).rejects.toThrow('There are no notes here that this program wrote.');
  });
});

/** A note block by block, with runs of equal marks as one. Neighbouring lists are one in Markdown. */
function wordsWithMarks(note: RichTextNode | null): readonly string[] {
  const found: string[] = [];
  const walk = (node: RichTextNode, above: string): void => {
    const isText = node.content?.some(({ type }) => type === 'text');
    if (isText !== true) {
      for (const child of node.content ?? []) walk(child, `${above}/${node.type}`);
      return;
    }
    let line = `${above}/${node.type}`;
    let last = '';
    for (const { text = '', marks = [] } of node.content ?? []) {
      const mark = marks.map(({ type }) => type).join();
      line += mark === last ? text : `<${mark}>${text}`;
      last = mark;
    }
    found.push(line.replaceAll(/ (<\w*>)/g, '$1 '));
  };
  if (note !== null) walk(note, '');
  return found;
}
