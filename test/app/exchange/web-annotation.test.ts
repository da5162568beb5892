import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import {
  annotationFaults,
  hasAnnotationContext,
} from '../../../app/exchange/web-annotation/check-annotation.ts';
import type { JsonObject } from '../../../app/exchange/web-annotation/json.ts';
import { webAnnotationReader } from '../../../app/exchange/web-annotation/read-web-annotations.ts';
import { webAnnotationWriter } from '../../../app/exchange/web-annotation/write-web-annotations.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';
import { readDrafts, written } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { projectOf, projectShapes, type WrittenProject } from './written-project.ts';

const shapes = fc
  .sample(projectShapes, { seed: 20260711, numRuns: 80 })
  .filter((shape) => projectOf(shape).records.count('annotation') > 0);

function exported(project: WrittenProject) {
  return written(webAnnotationWriter, project.records, {}, project.texts);
}

interface Collection extends JsonObject {
  readonly total: number;
  readonly first: { readonly items: readonly JsonObject[] } & JsonObject;
}

function kept({ records, texts }: WrittenProject, kinds: readonly string[]) {
  const left = [...records.all.values()].filter(({ kind }) => kinds.includes(kind));
  return { records: recordSourceOf(left), texts };
}

describe('the samples of the W3C', () => {
  const samples = (folder: string) =>
    sharedCorpus(`exchange/w3c-annotation/${folder}`).filter((path) => path.endsWith('.json'));

  test('J5 every correct sample is read; what it can’t be here is in the report', async () => {
    const paths = samples('correct');
    if (paths.length === 0)
      return void process.stderr.write('The samples of the W3C are absent.\n');
    expect(paths).toHaveLength(15);
    for (const path of paths) {
      const { drafts, report } = await readDrafts(
        webAnnotationReader,
        await readFile(path),
        recordSourceOf([]),
        basename(path),
      );
      expect(drafts.length + report.refusedCount, path).toBeGreaterThan(0);
      expect(
        webAnnotationReader.recognise({
          name: basename(path),
          bytes: new Uint8Array(),
          text: await readFile(path, 'utf8'),
          names: ['a'],
        }),
      ).toBeGreaterThan(0.5);
    }
  });

  test('J5 every incorrect sample is refused, with the reason', async () => {
    const paths = samples('incorrect');
    if (paths.length === 0)
      return void process.stderr.write('The samples of the W3C are absent.\n');
    expect(paths).toHaveLength(15);
    for (const path of paths) {
      const reading = readDrafts(
        webAnnotationReader,
        await readFile(path),
        recordSourceOf([]),
        basename(path),
      );
      await expect(reading, path).rejects.toMatchObject({
        name: 'ExchangeFault',
        message: expect.stringMatching(
          /^“anno\d+\.json” is no (?:JSON \(.+\)|valid Web Annotation)\. .{10,}/,
        ),
      });
    }
  });
});

describe('what goes out', () => {
  test('J5 conforms to the model, each annotation of it', async () => {
    for (const shape of shapes) {
      const { text } = await exported(projectOf(shape));
      const collection = JSON.parse(text) as Collection;
      expect(hasAnnotationContext(collection['@context'])).toBe(true);
      expect(collection.type).toBe('AnnotationCollection');
      expect(collection.total).toBe(collection.first.items.length);
      expect(collection.first).toMatchObject({ type: 'AnnotationPage', startIndex: 0 });
      for (const item of collection.first.items) expect(annotationFaults(item)).toEqual([]);
    }
  });

  test('J6 the same project makes the same bytes', async () => {
    for (const shape of shapes.slice(0, 10)) {
      const [one, other] = [await exported(projectOf(shape)), await exported(projectOf(shape))];
      expect(one.text).toBe(other.text);
    }
  });

  test('J5 positions count code points and stand where the words are', async () => {
    for (const shape of shapes) {
      const project = projectOf(shape);
      const { text } = await exported(project);
      for (const { target, motivation } of (JSON.parse(text) as Collection).first.items) {
        if (motivation !== 'highlighting' && motivation !== 'commenting') continue;
        const { selector, state } = target as {
          selector: { exact?: string; start?: number; end?: number }[];
          state: { cached: string };
        };
        const whole = project.texted.get(state.cached.replace('urn:sha256:', ''))?.text ?? '';
        const { start, end } = selector[1] ?? {};
        expect([...whole].slice(start, end).join('')).toBe(selector[0]?.exact);
      }
    }
  });
});

describe('there and back', () => {
  const carried = ['annotation', 'claim', 'evidence', 'link', 'linkType', 'tag'];

  test('J7 the same articles get equal annotations, tags, evidence and links', async () => {
    for (const shape of shapes) {
      const project = projectOf(shape);
      const { text, report } = await exported(project);
      const after = await imported(
        webAnnotationReader,
        text,
        ...both(kept(project, ['article', 'revision'])),
      );
      expect(after.report.refused).toEqual([]);
      expect(after.report.carried.annotation ?? 0).toBe(report.carried.annotation ?? 0);
      for (const annotation of project.records.list('annotation')) {
        const again = after.records.get('annotation', annotation.id);
        expect(comparable(again)).toEqual(comparable(annotation));
      }
      for (const link of project.records.list('link')) {
        const again = after.records.get('link', link.id);
        const wasCarried = again !== null || isToLostClaim(project, link.to.id);
        expect(wasCarried).toBe(true);
        if (again === null) continue;
        expect({ ...again, typeId: '', rev: 1 }).toEqual({ ...link, typeId: '', rev: 1 });
      }
      for (const evidence of project.records.list('evidence')) {
        expect(after.records.get('evidence', evidence.id)).toEqual(evidence);
      }
      for (const claim of project.records.list('claim')) {
        const again = after.records.get('claim', claim.id);
        if (project.records.evidenceOf(claim.id).length === 0) expect(again).toBeNull();
        else {
          const { wording, status, tagIds, note, author, createdAt } = claim;
          expect(again).toMatchObject({ wording, status, tagIds, note, author, createdAt });
        }
      }
    }
  });

  test('J3 imported again it adds nothing', async () => {
    for (const shape of shapes.slice(0, 30)) {
      const project = projectOf(shape);
      const { text } = await exported(project);
      const first = await imported(
        webAnnotationReader,
        text,
        ...both(kept(project, ['article', 'revision'])),
      );
      const second = await imported(webAnnotationReader, text, first.records, project.texts);
      expect(second.diff).toEqual({ added: [], updated: [], removed: [] });
      expect(second.report.known.annotation).toBe(first.report.carried.annotation);
      const own = await imported(webAnnotationReader, text, project.records, project.texts);
      expect(own.diff).toEqual({ added: [], updated: [], removed: [] });
    }
  });

  test('J4 an article that is not there refuses its annotations, one by one', async () => {
    const project = projectOf(shapes[0] ?? failing());
    const { text } = await exported(project);
    const after = await imported(webAnnotationReader, text, recordSourceOf([]), project.texts);
    expect(
      after.diff.added.filter(
        ({ kind }) => carried.includes(kind) && kind !== 'tag' && kind !== 'claim',
      ),
    ).toEqual([]);
    expect(after.report.refusedCount).toBeGreaterThanOrEqual(project.records.count('annotation'));
    expect(after.report.refused[0]?.reason).toContain('not in the project');
  });
});

function both({ records, texts }: ReturnType<typeof kept>) {
  return [records, texts] as const;
}

function comparable(record: ProjectRecord | null) {
  return record === null ? null : { ...record, number: 0, rev: 1 };
}

function isToLostClaim({ records }: WrittenProject, id: string): boolean {
  const claim = records.get('claim', id);
  return claim !== null && records.evidenceOf(claim.id).length === 0;
}

function failing(): never {
  throw new Error('No sample has annotations.');
}

describe('annotations of other programs', () => {
  const shape = {
    articles: [
      {
        title: 'The ferry',
        outlet: null,
        published: null,
        paragraphs: ['The ferry sank on Monday 😀, and nobody knew why.'],
        passages: [],
        tags: [],
      },
    ],
    tags: [],
    claims: [],
    links: [],
  };
  const context = 'http://www.w3.org/ns/anno.jsonld';
  const about = (more: object) => ({
    '@context': context,
    id: 'http://example.org/anno',
    type: 'Annotation',
    ...more,
  });
  const at = (selector: unknown, source = 'http://example.org/1/') => ({ source, selector });
  const quote = { type: 'TextQuoteSelector', exact: 'nobody knew' };

  async function take(content: unknown) {
    const { records, texts } = projectOf(shape);
    const result = await imported(webAnnotationReader, JSON.stringify(content), records, texts);
    const found = result.diff.added.filter((record) => record.kind === 'annotation');
    return {
      ...result,
      found,
      quotes: found.map((record) => (record.kind === 'annotation' ? record.passage.quote : '')),
    };
  }

  test('J8 by address, with bodies of every kind', async () => {
    const { found, records, report } = await take(
      about({
        bodyValue: undefined,
        motivation: ['commenting', 'tagging'],
        creator: 'http://example.org/user1',
        created: '2031-05-12T09:14:00+02:00',
        rights: 'https://example.org/licence',
        body: [
          'http://example.org/post',
          { type: 'TextualBody', value: '<p>Seen</p>', format: 'text/html' },
          { type: 'TextualBody', value: 'and/or', purpose: 'tagging' },
          {
            type: 'SpecificResource',
            source: 'http://example.org/vocab#Sea%20life',
            purpose: 'tagging',
          },
          {
            type: 'Choice',
            items: [{ type: 'TextualBody', value: 'first' }, 'http://example.org/x'],
          },
        ],
        target: at(quote),
      }),
    );
    const [one] = found;
    if (one?.kind !== 'annotation') throw new Error('There is no annotation.');
    expect(one).toMatchObject({
      author: 'http://example.org/user1',
      createdAt: '2031-05-12T07:14:00.000Z',
      passage: { quote: 'nobody knew' },
    });
    expect(one.tagIds.map((id) => records.get('tag', id)?.name)).toEqual(['and/or', 'Sea life']);
    expect(JSON.stringify(one.note)).toMatch(/example\.org\/post.*Seen.*first/);
    expect(report.lost.map(({ what }) => what)).toEqual([
      'Addresses of tags',
      'Further choices of a body',
      'Licences of annotations',
    ]);
  });

  test('J8 several targets are several annotations; refined and positions count code points', async () => {
    const position = { type: 'TextPositionSelector', start: 25, end: 26 };
    const { quotes, report } = await take(
      about({
        target: [
          at(quote),
          at({ type: 'XPathSelector', value: '/p[1]', refinedBy: { ...quote, exact: 'knew why' } }),
          at(position),
          at({ type: 'XPathSelector', value: '/p[1]' }),
          {
            type: 'Composite',
            items: [at({ ...quote, exact: 'The ferry' }), 'http://example.org/1'],
          },
        ],
      }),
    );
    expect(quotes).toEqual(['nobody knew', 'knew why', '😀', 'The ferry']);
    expect(report.refused).toEqual([
      {
        where: 'annotation 1: “nobody knew” in http://example.org/1/',
        reason: expect.stringContaining('by XPathSelector'),
      },
    ]);
  });

  test('J8 without its address an article is known by its title, or by holding the words alone', async () => {
    const titled = { id: 'http://elsewhere.example/', 'dcterms:title': 'the FERRY' };
    const { quotes, report } = await take({
      '@context': context,
      type: 'AnnotationPage',
      items: [
        { ...about({ target: { source: titled, selector: quote } }), id: 'urn:x:1' },
        {
          ...about({ target: at({ ...quote, exact: 'sank on Monday 😀' }, 'urn:x') }),
          id: 'urn:x:2',
        },
        {
          ...about({ target: at({ ...quote, exact: 'is nowhere at all' }, 'urn:x') }),
          id: 'urn:x:3',
        },
        { ...about({ target: at({ type: 'TextQuoteSelector' }) }), id: 'urn:x:4' },
        { ...about({ target: 'urn:uuid:0190a000-0000-7000-8000-00000000000a' }), id: 'urn:x:5' },
      ],
    });
    expect(quotes).toEqual(['nobody knew', 'sank on Monday 😀']);
    expect(report.refused.map(({ where }) => where)).toEqual([
      // By which people find them: the words, else the article.
      'annotation 4: in http://example.org/1/',
      'annotation 3: “is nowhere at all”',
    ]);
    expect(report.lost.map(({ what }) => what)).toEqual(['Annotations of annotations']);
  });

  test('J5 one that is nested without end is refused, and costs no other', async () => {
    const selector = `${'{"type":"TextQuoteSelector","exact":"x","refinedBy":'.repeat(20_000)}{"type":"TextQuoteSelector","exact":"x"}${'}'.repeat(20_000)}`;
    const target = `{"source":"https://example.org/1","selector":${selector}}`;
    const items = [
      `{"id":"urn:x:1","type":"Annotation","target":${target}}`,
      '{"id":"urn:x:2","type":"Annotation","target":"https://example.org/1"}',
    ];
    const page = `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[${items.join(',')}]}`;
    const { drafts, report } = await readDrafts(webAnnotationReader, page, recordSourceOf([]));
    expect(drafts.map((draft) => 'key' in draft && draft.key)).toEqual(['urn:x:2']);
    expect(report.refused).toEqual([
      {
        where: 'annotation 1: “x” in https://example.org/1',
        reason: 'It is nested deeper than any annotation.',
      },
    ]);
  });

  test('J5 one bad annotation of a page never costs the others', async () => {
    const { quotes, report } = await take({
      '@context': context,
      type: 'AnnotationPage',
      items: [null, 7, { id: 'x' }, about({ target: 9 }), about({ target: at(quote) })],
    });
    expect(quotes).toEqual(['nobody knew']);
    expect(report.refusedCount).toBe(4);
  });
});
