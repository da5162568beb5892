import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { ExchangeFault } from '../../../app/exchange/exchange-format.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { imported } from './planned-import.ts';
import { projectOf } from './written-project.ts';

const noTexts = { read: async () => null };
const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const project = projectOf({
  articles: [
    {
      title: 'Ferry sinks',
      outlet: null,
      published: null,
      paragraphs: ['The ferry sank off the pier.'],
      passages: [],
      tags: [],
    },
  ],
  tags: [],
  claims: [],
  links: [],
});

/** Reads a file of a kind into the project. `null`: it was refused as a whole, in a sentence. */
async function read(id: string, content: string | Uint8Array) {
  const reader = exchangeReaders.find((one) => one.id === id);
  if (reader === undefined) throw new Error(`There is no reader ${id}.`);
  try {
    return await imported(reader, content, project.records, project.texts);
  } catch (error) {
    // Anything else would be a bug of the reader.
    expect(error).toBeInstanceOf(ExchangeFault);
    expect((error as Error).message.length).toBeGreaterThan(20);
    expect((error as Error).message).toMatch(/\.$/);
    return null;
  }
}

/** A ZIP whose directory says of each entry that it has so many bytes. */
function declaring(files: Readonly<Record<string, Uint8Array>>, size: number): Uint8Array {
  const bytes = zipSync(files, { level: 9 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

const qde = (parts: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p">${parts}</Project>`;

/** One annotation as W3C has it. */
function annotation(more: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${uuid(1)}`,
    type: 'Annotation',
    target: {
      source: 'https://example.org/1',
      selector: { type: 'TextQuoteSelector', exact: 'off the pier' },
    },
    ...more,
  };
}

const ids = exchangeReaders.map(({ id }) => id);
const deep = 100_000;

const everywhere: readonly (readonly [string, string | Uint8Array])[] = [
  ['deep JSON', '['.repeat(deep) + ']'.repeat(deep)],
  ['deep objects', `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`],
  ['deep XML', `<Project>${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}</Project>`],
  [
    'an XML entity bomb',
    `<!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa">${Array.from(
      { length: 20 },
      (_, index) =>
        `<!ENTITY b${index} "${`&${index === 0 ? 'a' : `b${index - 1}`};`.repeat(10)}">`,
    ).join('')}]><Project name="&b19;"/>`,
  ],
  ['NUL bytes', new Uint8Array(100_000)],
  ['a ZIP bomb', zipSync({ 'project.qde': new Uint8Array(300_000_000) }, { level: 9 })],
  ['2 GB declared', declaring({ 'project.qde': strToU8(qde('')) }, 0x7fff_ffff)],
  [
    'a ZIP with names that lead out',
    zipSync({ '../../../a.txt': strToU8('x'), '/b.ann': strToU8('T1') }),
  ],
  ['braces without end', `@misc{a, title = ${'{'.repeat(deep)}`],
  ['quotation marks without end', `Quote,Tags\n"${'a,'.repeat(deep)}`],
];

describe('J4 files that are made to do harm', () => {
  for (const [what, content] of everywhere) {
    test(`${what}: every reader refuses it in a sentence, or takes nothing`, async () => {
      for (const id of ids) {
        const answer = await read(id, content);
        const made: readonly ProjectRecord[] = answer?.diff.added ?? [];
        expect(made, id).toEqual([]);
        expect(answer?.diff.updated ?? [], id).toEqual([]);
      }
    }, 60_000);
  }

  test('a file of another kind is not called damaged where a folder or its ZIP is wanted', async () => {
    for (const id of ['brat', 'markdown-vault']) {
      const reader = exchangeReaders.find((one) => one.id === id);
      if (reader === undefined) throw new Error(`There is no reader ${id}.`);
      for (const content of ['', '<!doctype html><p>x</p>']) {
        await expect(imported(reader, content, project.records, project.texts)).rejects.toThrow(
          'neither a folder nor a ZIP of one',
        );
      }
    }
  });

  test('keys such as __proto__ are keys like others', async () => {
    const text = JSON.stringify(annotation()).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    await read('web-annotation', text);
    await read('hypothesis', `{"rows":[${text}]}`);
    await read(
      'csl-json',
      `[{"id":"__proto__","type":"a","__proto__":{"polluted":1},"title":"T"}]`,
    );
    await read('bibtex', '@misc{__proto__, __proto__={x}, constructor={y}, title={T}}');
    await read('ris', 'TY  - NEWS\nTI  - __proto__\nER  - ');
    await read('annotations-csv', '__proto__,Quote\nx,off the pier');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('lone surrogates and NUL do not reach a record', async () => {
    const broken = 'a\ud800b\u0000c';
    const items = [
      annotation({ body: [{ type: 'TextualBody', value: broken, purpose: 'tagging' }] }),
      annotation({
        id: `urn:uuid:${uuid(2)}`,
        body: [{ type: 'TextualBody', value: broken, purpose: 'commenting' }],
      }),
    ];
    const answers = [
      await read('web-annotation', JSON.stringify(items)),
      await read('annotations-csv', `Quote,Tags,Note\noff the pier,${broken},${broken}`),
    ];
    for (const answer of answers) {
      const written = JSON.stringify(answer?.diff.added);
      expect(written).not.toMatch(/\\ud800|\\u0000/);
    }
  });

  test('ids that are there twice, with other words: each counts once, nothing of the project is touched', async () => {
    const twice = [
      annotation(),
      annotation({
        target: {
          source: 'https://example.org/1',
          selector: { type: 'TextQuoteSelector', exact: 'ferry sank' },
        },
      }),
    ];
    const answer = await read('web-annotation', JSON.stringify(twice));
    const made = answer?.diff.added.filter(({ kind }) => kind === 'annotation') ?? [];
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    // An id that something of another kind has here.
    const [article] = project.records.list('article');
    const taken = await read(
      'web-annotation',
      JSON.stringify([annotation({ id: `urn:uuid:${article?.id}` })]),
    );
    expect(taken?.diff.added.map(({ id }) => id)).not.toContain(article?.id);
  });

  test('tags and claims that are above themselves: no cycle comes', async () => {
    const codes = `<CodeBook><Codes><Code guid="${uuid(1)}" name="A" isCodable="true"><Code guid="${uuid(2)}" name="B" isCodable="true"><Code guid="${uuid(1)}" name="A" isCodable="true"/></Code></Code></Codes></CodeBook>`;
    const vault = (number: number, parent: number): string =>
      `---\nvariorum: claim\nid: ${uuid(number)}\nnumber: ${number}\nstatus: open\nparent: ${uuid(parent)}\n---\n\n# Claim ${number}\n`;
    const files = {
      'claims/1.md': vault(1, 2),
      'claims/2.md': vault(2, 1),
      'claims/3.md': vault(3, 3),
    };
    const zipped = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    const cases = `<Cases/>`;
    const answers = [
      await read('refi-qda', qde(codes + cases)),
      await read('markdown-vault', zipped),
    ];
    for (const answer of answers) {
      const above = new Map<string, string | null>();
      for (const record of answer?.diff.added ?? []) {
        if (record.kind === 'tag' || record.kind === 'claim') {
          above.set(record.id, record.parentId ?? null);
        }
      }
      for (const id of above.keys()) {
        const seen = new Set<string>();
        for (let at: string | null = id; at !== null; at = above.get(at) ?? null) {
          expect(seen.has(at)).toBe(false);
          seen.add(at);
        }
      }
    }
  });

  test('J16 quirks of brat: Windows line ends, code points, gaps, events, what is missing', async () => {
    const text = '👩 The ferry\r\nsank off the pier.\r\n';
    const ann = [
      'T1\tShip 2 11\tThe ferry',
      'T2\tPlace 13 17;22 30\tsank the pier',
      'T3\tTime 900 904\tnoon',
      'E1\tSink:T1 Where:T2 Missing:T9',
      'R1\tNear Arg1:T1 Arg2:T2',
      'R2\tNear Arg1:T1',
      'A1\tSure T1 Yes',
      'M1\tNegated E1',
      'N1\tReference T1 Wikipedia:1\tFerry',
      '#1\tAnnotatorNotes T1\tbig',
      '*\tEquiv T1 T2',
      'X9 what is this',
      'T4\tPlace nine ten\tx',
    ].join('\r\n');
    const answer = await read(
      'brat',
      zipSync({ 'a.txt': strToU8(text), 'a.ann': strToU8(ann), 'b.ann': strToU8(ann) }),
    );
    const added = answer?.diff.added ?? [];
    const quotes = added.flatMap((one) => (one.kind === 'annotation' ? [one.passage.quote] : []));
    expect(quotes).toContain('The ferry');
    expect(quotes.some((quote) => /^sank/.test(quote))).toBe(true);
    expect(added.filter(({ kind }) => kind === 'link').length).toBeGreaterThanOrEqual(2);
    const told = [
      ...(answer?.report.refused ?? []).map(({ where }) => where),
      ...(answer?.report.lost ?? []).map(({ what }) => what),
    ].join('\n');
    expect(told).toContain('Gaps in passages');
    expect(told).toContain('T3');
    expect(answer?.report.refused.length).toBeGreaterThanOrEqual(5);
    for (const { reason } of answer?.report.refused ?? []) expect(reason).toMatch(/\.$/);
  });

  test('without a project’s texts nothing is anchored, and nothing throws', async () => {
    const reader = exchangeReaders.find(({ id }) => id === 'web-annotation');
    if (reader === undefined) throw new Error('There is no reader.');
    const { report, diff } = await imported(
      reader,
      JSON.stringify([annotation()]),
      recordSourceOf(project.records.all.values()),
      noTexts,
    );
    expect(diff.added).toEqual([]);
    expect(report.refusedCount).toBe(1);
  });
});
