import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { readPath, writePath } from '../../../app/annotation/tag-paths.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import { writeCodebookCsv } from '../../../app/exchange/codebook-csv.ts';
import type { CodebookDraft } from '../../../app/exchange/codebook-draft.ts';
import { writeQdc } from '../../../app/exchange/codebook-qdc.ts';
import { planCodebook } from '../../../app/exchange/plan-codebook.ts';
import { readCodebook } from '../../../app/exchange/read-codebook.ts';
import { readTint, tints } from '../../../app/exchange/tag-colors.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagColor, TagRecord } from '../../../app/record/records.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { codebookOf } from '../../support/codebooks.ts';
import { countingMaker } from '../../support/records.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';

const maker = countingMaker();

function draftOf(content: string): CodebookDraft {
  const read = readCodebook(content);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

function indexOf(tags: readonly TagRecord[]): RecordIndex {
  const index = new RecordIndex();
  index.load(tags);
  return index;
}

/** The codebook after an import, as lines: indented names with what is said of them. */
function imported(tags: readonly TagRecord[], draft: CodebookDraft): TagRecord[] {
  const index = indexOf(tags);
  const plan = planCodebook(maker, index, draft);
  index.apply(plan.diff);
  return [...tagTree(index.list('tag')).inOrder];
}

function shape(tags: readonly TagRecord[]): readonly string[] {
  const tree = tagTree(tags);
  return tree.inOrder.map(({ id, name, color, description, key }) =>
    JSON.stringify([tree.path(id).length, name, color, description, key]),
  );
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    'a/b',
    '"',
    'a "b" c',
    '=1+1',
    "'=1",
    '-x',
    '<b>&amp;',
    "it's",
    'é',
    '東京',
    'a\u0001b',
  ),
);

const codebooks = fc
  .array(
    fc.record({
      name: text,
      parent: fc.nat(),
      isTop: fc.boolean(),
      color: fc.integer({ min: 1, max: 8 }),
      description: fc.oneof(fc.constant(''), text),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((shapes) => {
    const made: TagRecord[] = [];
    for (const [index, { name, parent, isTop, color, description }] of shapes.entries()) {
      const [tag] = codebookOf({ name: {} }, maker);
      if (tag === undefined) throw new Error('No tag.');
      const clean = `${name.replace(/[\s\u0001]+/gu, ' ').trim()}${index}`;
      const above = isTop ? undefined : made[parent % Math.max(1, made.length)];
      made.push({
        ...tag,
        name: clean,
        parentId: above?.id ?? null,
        color: color as TagColor,
        description: description.replace(/[\u0000-\u001f]/g, '').trim(),
        key: index < 9 ? index + 1 : null,
      });
    }
    return made;
  });

describe('a codebook as a file', () => {
  test('G13: QDC is valid after the schema, and read again it is the same tags', async () => {
    const xsd = sharedCorpus('exchange/refi-qda').find((path) => path.endsWith('Codebook.xsd'));
    const schema = xsd === undefined ? null : await readFile(xsd, 'utf8');
    const samples = fc.sample(codebooks, { seed: 20310601, numRuns: 60 });
    for (const tags of samples) {
      const { content, remarks } = writeQdc(tags);
      expect(remarks).toEqual(['QDC has no place for the keys of tags; CSV has.']);
      const draft = draftOf(content);
      expect(draft.remarks).toEqual([]);
      expect(draft.tags.map(({ guid }) => guid)).toEqual(tagTree(tags).inOrder.map(({ id }) => id));
      const plan = planCodebook(maker, indexOf(tags), draft);
      expect([plan.added, plan.changed, plan.same]).toEqual([[], [], tags.length]);
      const keyless = tags.map((tag) => ({ ...tag, key: null }));
      expect(shape(imported([], draft))).toEqual(shape(keyless));
    }
    if (schema === null) return;
    const files = samples.slice(0, 20).map((tags, index) => ({
      fileName: `${index}.qdc`,
      contents: writeQdc(tags).content,
    }));
    const checked = await validateXML({ xml: files, schema });
    expect(checked.errors).toEqual([]);
    const wrong = {
      fileName: 'wrong.qdc',
      contents: files[0]?.contents.replace('guid=', 'gid=') ?? '',
    };
    expect((await validateXML({ xml: [wrong], schema })).valid).toBe(false);
  });

  test('G13: a table read again is the same tree, with keys', () => {
    fc.assert(
      fc.property(codebooks, (tags) => {
        const draft = draftOf(writeCodebookCsv(tags).content);
        expect(draft.remarks).toEqual([]);
        expect(shape(imported([], draft))).toEqual(shape(tags));
        const plan = planCodebook(maker, indexOf(tags), draft);
        expect([plan.added, plan.changed, plan.same]).toEqual([[], [], tags.length]);
      }),
      { seed: 20310602, numRuns: 300 },
    );
  });

  test('a path is read as it was written', () => {
    const names = fc.array(
      fc.string().filter((name) => name.trim() === name && name !== ''),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(names, (path) => {
        expect(readPath(writePath(path))).toEqual(path);
      }),
      { seed: 20310603, numRuns: 500 },
    );
  });

  test('each tint is read as itself; any colour becomes the tint of its hue', () => {
    for (const { color, name, hex } of tints) {
      expect(readTint(hex)).toEqual({ color, exact: true });
      expect(readTint(name)).toEqual({ color, exact: true });
    }
    const near = (hex: string): string =>
      tints.find(({ color }) => color === readTint(hex)?.color)?.name ?? '';
    expect(['#ff0000', '#00f', '#FFFF00', '#00ff00', '#ffa500', '#800080'].map(near)).toEqual([
      'red',
      'blue',
      'yellow',
      'green',
      'orange',
      'violet',
    ]);
    expect(['#000', '#ffffff', '#888'].map(near)).toEqual(['grey', 'grey', 'grey']);
    expect(readTint('reddish')).toBeNull();
  });
});

describe('files of other programs', () => {
  const qdc = `<?xml version="1.0"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other">
  <Codes>
    <Code guid="{0F8FAD5B-D9CB-469F-A165-70867728950E}" name="Economy &amp; trade" isCodable="false">
      <Description>All &lt;money&gt;</Description>
      <Code guid="7c9e6679-7425-40de-944b-e07fc1f90ae7" name="figure" isCodable="true" color="#0000FF" weight="3"/>
      <Code guid="none" name="  long
        name " isCodable="true" color="blue-ish"/>
      <Extra/>
    </Code>
  </Codes>
  <Sets><Set guid="7c9e6679-7425-40de-944b-e07fc1f90ae8" name="Main"><MemberCode guid="none"/></Set></Sets>
</CodeBook>`;

  test('G12: what is missing or unknown does not stop a QDC file; it is told', () => {
    const draft = draftOf(qdc);
    expect(draft.tags).toEqual([
      {
        guid: '0f8fad5b-d9cb-469f-a165-70867728950e',
        name: 'Economy & trade',
        parent: null,
        color: null,
        description: 'All <money>',
        key: null,
      },
      {
        guid: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
        name: 'figure',
        parent: 0,
        color: 3,
        description: null,
        key: null,
      },
      { guid: null, name: 'long name', parent: 0, color: null, description: null, key: null },
    ]);
    expect(draft.remarks).toEqual([
      'Codes that only group others, which are tags like all others here: “Economy & trade”.',
      'The attribute “weight” of codes, which was passed over: “figure”.',
      'Colours that became the nearest of the eight tints here: “figure”.',
      'Codes without a guid, which are told by their path only: “long name”.',
      'Colours that could not be read: “long name” blue-ish.',
      'Unknown elements, which were passed over: Extra.',
      'Sets, which were left out as there are none here: “Main”.',
    ]);
  });

  test.each([
    ['<a/>', 'There is no codebook in this file.'],
    ['<CodeBook><Codes>', 'This is no sound XML: line 1'],
    ['<CodeBook><Codes/></CodeBook>', 'This codebook has no codes.'],
    [
      `<CodeBook><Codes>${'<Code name="x">'.repeat(900)}${'</Code>'.repeat(900)}</Codes></CodeBook>`,
      'elements are nested too deeply',
    ],
    ['who,what\na,b', 'The first row names no column “name” or “path”.'],
    ['name\n', 'This table has no tags.'],
    [
      `path\n${Array.from({ length: 200 }, (_, row) => `${row}/${'a/'.repeat(300)}x`).join('\n')}`,
      'more than 20,000 tags',
    ],
    ['', 'The first row names no column “name” or “path”.'],
  ])('a file without a codebook is refused with what to do: %s', (content, message) => {
    const read = readCodebook(content);
    expect(read.ok ? '' : read.error.message).toContain(message);
  });

  test('G12: a table of names and parents, with other titles, separators and doubles', () => {
    const draft = draftOf(
      'Code;Parent;Color;Memo;weight\r\neconomy;;;money;1\nfigure;economy;#00f;;\nFigure;economy;;;\nsource;people;purple;;\n;;;;3',
    );
    expect(draft.tags.map(({ name, parent }) => [name, parent])).toEqual([
      ['economy', null],
      ['figure', 0],
      ['people', null],
      ['source', 2],
    ]);
    expect(draft.remarks).toEqual([
      'Columns that were passed over: “weight”.',
      'Colours that became the nearest of the eight tints here: “figure” #00f.',
      'Colours that could not be read: “source” purple.',
      'Rows without a name, which were left out: row 6.',
      'Rows that repeat a path, which were left out: “economy/Figure”.',
    ]);
  });

  test('G12: parents by name may come after what stands below them, and may lead back to themselves', () => {
    const { tags, remarks } = draftOf(
      'name,parent\ninflation,Economy\nprices,inflation\nEconomy,Topics\nTopics,\nfood,PRICES',
    );
    const paths = (all: CodebookDraft['tags']): readonly string[] =>
      all.map(({ name, parent }) => {
        const above = parent === null ? undefined : all[parent]?.name;
        return above === undefined ? name : `${above}/${name}`;
      });
    expect(paths(tags)).toEqual([
      'Topics',
      'Topics/Economy',
      'Economy/inflation',
      'inflation/prices',
      'prices/food',
    ]);
    expect(remarks).toEqual([]);

    const ring = draftOf('name,parent\nb,a\na,c\nc,b\nbelow,c\nself,self');
    expect(paths(ring.tags)).toEqual(['b', 'b/c', 'c/a', 'c/below', 'self']);
    expect(ring.remarks).toEqual([
      'Rows whose parents lead back to themselves, which stand at the top (2): “b”, “self”.',
    ]);

    const chain = Array.from({ length: 3000 }, (_, at) => `t${at},t${at + 1}`);
    const deep = draftOf(`name,parent\n${chain.join('\n')}`);
    expect(deep.tags).toHaveLength(400);
    expect(deep.remarks.join()).toContain('Rows nested more than 400 deep, which were left out');
  });

  test('G12: the same guid becomes as the file says, the same path gets what it lacks', () => {
    const tags = codebookOf({ economy: { figure: {} }, people: {} }, maker);
    const [economy, figure, people] = tags;
    if (economy === undefined || figure === undefined || people === undefined) throw new Error();
    const own = [{ ...economy, key: 1 }, { ...figure, description: 'mine' }, people];
    const nothing = { guid: null, color: null, description: null, key: null };
    const after = imported(own, {
      remarks: [],
      tags: [
        {
          ...nothing,
          guid: figure.id,
          name: 'number',
          parent: null,
          description: 'theirs',
          color: 5,
        },
        { ...nothing, name: 'PEOPLE', parent: null, color: 7, description: 'who', key: 1 },
        { ...nothing, name: 'speaker', parent: 1, key: 2 },
        { ...nothing, guid: '7c9e6679-7425-40de-944b-e07fc1f90ae7', name: 'new', parent: 2 },
      ],
    });
    expect(shape(after)).toEqual(
      [
        [1, 'economy', 1, '', 1],
        [1, 'people', 1, 'who', null],
        [2, 'speaker', 4, '', 2],
        [3, 'new', 5, '', null],
        [1, 'number', 5, 'theirs', null],
      ].map((line) => JSON.stringify(line)),
    );
    expect(after.find(({ name }) => name === 'new')?.id).toBe(
      '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    );
    expect(after.find(({ name }) => name === 'number')?.id).toBe(figure.id as TagId);
  });

  test('G12: whatever the file and the project are, the tree is sound', () => {
    const nothing = { color: null, description: null, key: null };
    const drafts = fc.array(
      fc.record({ name: fc.constantFrom('a', 'A', 'b', 'c'), parent: fc.nat(), of: fc.nat() }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(codebooks, drafts, (tags, entries) => {
        const small = tags.map((tag, index) => ({ ...tag, name: 'abcA'[index % 4] ?? 'a' }));
        const used = new Set<string>();
        const draft: CodebookDraft = {
          remarks: [],
          tags: entries.map(({ name, parent, of }, index) => {
            const guid = small[of % (small.length + 2)]?.id ?? null;
            const isFree = guid !== null && !used.has(guid);
            if (guid !== null) used.add(guid);
            const above = parent % (index + 1);
            return {
              ...nothing,
              name,
              guid: isFree ? guid : null,
              parent: above === index ? null : above,
            };
          }),
        };
        const index = indexOf(small);
        index.apply(planCodebook(maker, index, draft).diff);
        const after = index.list('tag');
        for (const tag of after) {
          const path = tagTree(after).path(tag.id);
          expect(path[0]?.parentId ?? null).toBeNull();
          expect(path.length === 1 || path.at(-2)?.id === tag.parentId).toBe(true);
        }
      }),
      { seed: 20310604, numRuns: 400 },
    );
  });

  test('G12: rows nested without end are left out and told, in little time for their number', () => {
    const chain = Array.from({ length: 3000 }, (_, at) => `t${at},${at === 0 ? '' : `t${at - 1}`}`);
    const draft = draftOf(`name,parent\n${chain.join('\n')}`);
    expect(draft.tags.length).toBeGreaterThanOrEqual(400);
    expect(draft.remarks.join()).toContain('Rows nested more than 400 deep, which were left out');
    const deep = draftOf(`path\n${'a/'.repeat(100_000)}x\nsound`);
    expect(deep.tags.map(({ name }) => name)).toEqual(['sound']);
  });

  test('a large codebook is read and planned in little time for its size', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `top ${index % 50}/mid ${index % 500}/tag ${index}`,
    );
    const draft = draftOf(`path\n${rows.join('\n')}`);
    expect(draft.tags).toHaveLength(3550);
    expect(planCodebook(maker, indexOf([]), draft).added).toHaveLength(3550);
  });
});
