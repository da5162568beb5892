import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import { bratReader } from '../../../app/exchange/brat/read-brat.ts';
import { bratWriter } from '../../../app/exchange/brat/write-brat.ts';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import type { TagId } from '../../../app/record/ids.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { importFile, readDrafts, written } from './exchange-io.ts';
import { projectOf, projectShapes } from './written-project.ts';

const empty = new RecordIndex();
const shapes = fc.sample(projectShapes, { seed: 20310708, numRuns: 30 });

function ofKind<Kind extends ImportDraft['kind']>(drafts: readonly ImportDraft[], kind: Kind) {
  return drafts.filter(
    (draft): draft is Extract<ImportDraft, { kind: Kind }> => draft.kind === kind,
  );
}

async function unpacked(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const file of await unpackFile(importFile('a.zip', bytes))) {
    files.set(file.name, new TextDecoder().decode(await file.bytes()));
  }
  return files;
}

/** The text that brat takes for a span: its fragments by code points, joined by spaces. */
function spanWords(text: string, ranges: string): string {
  const points = [...text];
  return ranges
    .split(';')
    .map((range) => {
      const [start, end] = range.split(' ').map(Number);
      return points.slice(start, end).join('');
    })
    .join(' ');
}

describe('brat out', () => {
  test('J15: every line is strict brat, at the right code points, and the same records are the same bytes', async () => {
    for (const shape of shapes) {
      const project = projectOf(shape);
      const { bytes } = await written(bratWriter, project.records, {}, project.texts);
      const again = await written(bratWriter, project.records, {}, project.texts);
      expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
      const files = await unpacked(bytes);
      expect(files.get('visual.conf')).toMatch(/^\[labels\]\n[\s\S]*\n\[drawing\]\n$/);
      const types = new Set(
        (files.get('annotation.conf') ?? '')
          .split('\n')
          .filter((line) => !line.startsWith('#'))
          .map((line) => line.trim().split('\t')[0]),
      );
      for (const [name, content] of files) {
        expect(name).toMatch(
          /^(?:annotation\.conf|visual\.conf|articles\.csv|[a-z0-9-]+\.(?:txt|ann))$/,
        );
        if (!name.endsWith('.ann')) continue;
        const text = files.get(name.replace('.ann', '.txt')) ?? '';
        const ids = new Set<string>();
        for (const line of content.split('\n').slice(0, -1)) {
          expect(line).toMatch(
            /^(?:T\d+\t[\w-]+ \d+ \d+(?:;\d+ \d+)*\t[^\t]+|R\d+\t[\w-]+ Arg1:T\d+ Arg2:T\d+|#\d+\t[\w-]+ [TR]\d+\t[^\t]+)$/,
          );
          const [id = '', head = '', words = ''] = line.split('\t');
          expect(ids.has(id)).toBe(false);
          ids.add(id);
          if (!id.startsWith('T')) continue;
          const [type = '', ...ranges] = head.split(' ');
          expect(types.has(type)).toBe(true);
          expect(spanWords(text, ranges.join(' '))).toBe(words);
        }
      }
    }
  });

  test('J15: read again it is the same texts, facts, words, tags, notes and links within a text', async () => {
    for (const shape of shapes) {
      const project = projectOf(shape);
      const { records } = project;
      const { bytes } = await written(bratWriter, records, {}, project.texts);
      const { drafts, report } = await readDrafts(bratReader, bytes, empty, 'a.zip');
      expect(report).toEqual({
        carried: {},
        known: {},
        lost: [],
        refused: [],
        refusedCount: 0,
        remarks: [],
      });
      const tree = tagTree(records.list('tag'));
      const path = (id: TagId) => ({ path: tree.path(id).map(({ name }) => name) });
      expect(
        ofKind(drafts, 'article').map(({ key, metadata, text, tags }) => [
          key,
          metadata,
          text,
          tags,
        ]),
      ).toEqual(
        records.list('article').map(({ id, detected, tagIds = [], revisionId }) => [
          id,
          Object.fromEntries(Object.entries(detected).filter(([, value]) => value !== null)),
          {
            blocks: (
              project.texted.get(records.get('revision', revisionId)?.hash ?? '')?.text ?? ''
            )
              .split('\n')
              .map((line) => ({ kind: 'paragraph', text: line })),
          },
          tagIds.map(path),
        ]),
      );
      const annotations = ofKind(drafts, 'annotation');
      expect(annotations).toHaveLength(records.count('annotation'));
      for (const { key, selector, tags, note } of annotations) {
        const record = records.get('annotation', key);
        const { start, end } = record?.passage ?? {};
        expect({ selector, tags, note }).toEqual({
          selector: { position: { start, end, unit: 'utf-16' } },
          tags: record?.tagIds.map(path),
          note: record?.note,
        });
      }
      expect(
        ofKind(drafts, 'tag').map(({ name, parentKey, key }) => [
          name,
          parentKey === null,
          key.length > 0,
        ]),
      ).toEqual(tree.inOrder.map(({ name, parentId }) => [name, parentId === null, true]));
      const within = records.list('link').filter(({ from, to }) => {
        const [start, end] = [records.get('annotation', from), records.get('annotation', to.id)];
        return start !== null && start.articleId === end?.articleId;
      });
      expect(
        ofKind(drafts, 'link')
          .map(({ key, type, from, to, note }) => [key, type, from.key, to.key, note])
          .sort(),
      ).toEqual(
        within
          .map(({ id, typeId, from, to, note }) => {
            const type = records.get('linkType', typeId);
            return [
              id,
              { name: type?.name, symmetric: type?.symmetric },
              from,
              to.id,
              note ?? null,
            ];
          })
          .sort(),
      );
    }
  });
});

describe('brat in', () => {
  const text = 'Ana Lind said the ferry MS Vesta sank.\r\nIt did not sink.\r\n';

  test('J16: entities, gaps, relations, events, attributes, notes, normalizations and equivalences arrive', async () => {
    const ann = [
      'T1\tPerson 0 8\tAna Lind',
      'T2\tShip 18 23;27 32\tferry Vesta',
      'T3\tSinking 33 37\tsank',
      'R1\tOwns Arg1:T1 Arg2:T2',
      'E1\tSinking:T3 Theme:T2 Theme2:T1',
      'A1\tNegation E1',
      'A2\tConfidence T1 High',
      'M1\tSpeculation E1',
      'N1\tReference T2 Wikipedia:123\tMS Vesta',
      '#1\tAnnotatorNotes T1\tHer own words',
      '#2\tAnnotatorNotes R1\tSince 2019',
      '*\tEquiv T1 T2 T3',
      'X1\twhat is this',
      'T4\tPerson 900 908\tNobody',
      'T5\tPerson 3\tbroken',
      'R2\tOwns Arg1:T1 Arg2:T99',
    ].join('\n');
    const conf =
      '[entities]\nThing\n\tShip\n!Being\n\tPerson\n[relations]\nOwns\tArg1:Person, Arg2:Ship\n[events]\n[attributes]\n';
    const { drafts, report } = await readDrafts(
      bratReader,
      { 'news/a.txt': text, 'news/a.ann': ann, 'annotation.conf': conf },
      empty,
    );
    const annotations = ofKind(drafts, 'annotation');
    const words = ({ selector }: (typeof annotations)[number]) =>
      selector?.position === undefined
        ? selector?.quote
        : text.slice(selector.position.start, selector.position.end);
    expect(
      annotations.map((one) => [words(one), one.tags.map(({ path }) => path?.join('/'))]),
    ).toEqual([
      ['Ana Lind', ['Being/Person', 'Attributes/Confidence/High']],
      ['ferry MS Vesta', ['Thing/Ship']],
      ['sank', ['Sinking', 'Attributes/Negation', 'Attributes/Speculation']],
      ['Nobody', ['Being/Person']],
    ]);
    expect(
      JSON.stringify(annotations.map(({ note }) => note?.content?.[0]?.content?.[0]?.text ?? null)),
    ).toBe(JSON.stringify(['Her own words', 'Reference: Wikipedia:123 MS Vesta', null, null]));
    expect(
      ofKind(drafts, 'link').map(({ type, from, to, note }) => [
        type.name,
        type.symmetric,
        from.key,
        to.key,
        note,
      ]),
    ).toEqual([
      ['Owns', false, 'news/a T1', 'news/a T2', 'Since 2019'],
      ['Theme', false, 'news/a T3', 'news/a T2', null],
      ['Theme', false, 'news/a T3', 'news/a T1', null],
      ['Equiv', true, 'news/a T1', 'news/a T2', null],
      ['Equiv', true, 'news/a T2', 'news/a T3', null],
    ]);
    expect(report.refused).toEqual([
      { where: 'news/a.ann, line 13', reason: 'It is no line of brat.' },
      { where: 'news/a.ann, line 15', reason: 'It is no line of brat.' },
      { where: 'news/a.ann, line 16', reason: 'An end of this relation has not come.' },
    ]);
    expect(report.lost.map(({ what, examples }) => [what, examples])).toEqual([
      ['Gaps in passages', ['news/a.ann, T2']],
    ]);
  });

  test.each([
    ['line ends counted as one', 'a😀b\r\nthe ferry\r\nsank', 'T1\tX 14 18\tsank', 'sank'],
    ['UTF-16 code units', 'a😀b the ferry sank', 'T1\tX 15 19\tsank', 'sank'],
    ['a byte order mark that counts', '\ufeffthe ferry sank', 'T1\tX 5 10\tferry', 'ferry'],
    ['code points', 'a😀b the ferry sank', 'T1\tX 14 18\tsank', 'sank'],
  ])('J16: positions that count %s are told by the words', async (_, content, ann, expected) => {
    const { drafts, report } = await readDrafts(
      bratReader,
      { 'a.txt': content, 'a.ann': ann },
      empty,
    );
    const [article] = ofKind(drafts, 'article');
    const [{ selector } = { selector: null }] = ofKind(drafts, 'annotation');
    const { start, end } = selector?.position ?? {};
    expect(article?.positionsIn?.slice(start, end)).toBe(expected);
    expect(report.refusedCount).toBe(0);
  });

  test('J16: annotations without their text are looked for by their words', async () => {
    const { drafts } = await readDrafts(bratReader, 'T1\tShip 4 9\tferry\n', empty, 'report.ann');
    expect(drafts).toMatchObject([
      {
        kind: 'annotation',
        target: { title: 'report', byQuote: true },
        selector: { quote: 'ferry' },
      },
    ]);
  });

  test('J16: two spans of one id stay at their own words, and texts without annotations are named', async () => {
    const own = '0190a000-0000-7000-8000-00000000000a';
    const ann = [
      'T1\tA 0 5\tAlpha',
      'T1\tB 11 16\tgamma',
      'T2\tA 6 10\tbeta',
      `#1\tVariorumId T2\t${own}`,
      'T3\tB 6 10\tbeta',
      `#2\tVariorumId T3\t${own}`,
      'T4\tC 17 22\tdelta',
      `#3\tVariorumId T4\t${own}`,
      '#4\tAnnotatorNotes T1\tof the first',
    ].join('\n');
    const { drafts, report } = await readDrafts(
      bratReader,
      { 'a.txt': 'Alpha beta gamma delta.', 'a.ann': ann, 'b.txt': 'Nobody marked this.' },
      empty,
    );
    const annotations = ofKind(drafts, 'annotation');
    expect(
      annotations.map(({ key, selector, tags, note }) => [
        key,
        selector?.position?.start,
        tags.map(({ path }) => path?.join('/')),
        note !== null,
      ]),
    ).toEqual([
      ['a T1', 0, ['A'], true],
      ['a T1 2', 11, ['B'], false],
      [own, 6, ['A', 'B'], false],
      ['a T4 2', 17, ['C'], false],
    ]);
    expect(report.remarks).toEqual([
      'Texts without a file of annotations (.ann) were left alone: 1. Import them as articles.',
    ]);
  });

  test.each([
    [{ 'a.txt': 'words', 'b.txt': 'words' }, 'no annotations of brat'],
    [{}, 'no annotations of brat'],
  ])('a folder without annotations is refused with what to do', async (files, message) => {
    await expect(readDrafts(bratReader, files, empty)).rejects.toThrow(message);
  });

  test('many annotations with notes on each take little more than their number', async () => {
    const count = 50_000;
    const lines = Array.from(
      { length: count },
      (_, index) => `T${index}\tX 0 3\tthe\n#${index}\tAnnotatorNotes T${index}\tn`,
    );
    const { drafts } = await readDrafts(
      bratReader,
      { 'a.txt': 'the ferry', 'a.ann': lines.join('\n') },
      empty,
    );
    expect(drafts).toHaveLength(count + 1);
  });
});
