import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { CarriedKind } from '../../../app/exchange/exchange-report.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { recogniseImport } from '../../../main/services/exchange/recognise-import.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';
import { partsOf } from './both-ways.ts';
import { importFile, written } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { projectOf, projectShapes } from './written-project.ts';

const empty = recordSourceOf([]);
const noTexts = { read: async () => null };
const shapes = fc.sample(projectShapes, { seed: 20310710, numRuns: 25 });

/** What a format with files of texts can carry, of every record, by its id. */
function carried(records: RecordSource, kinds: readonly CarriedKind[]): unknown {
  const has = (kind: CarriedKind): boolean => kinds.includes(kind);
  const byId = <One extends { readonly id: string }>(all: readonly One[]): readonly One[] =>
    [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    articles: byId(records.list('article')).map((article) => {
      const { updated, section, ...metadata } = effectiveMetadata(article);
      const revision = records.get('revision', article.revisionId);
      return [article.id, metadata, revision?.hash, article.tagIds ?? []];
    }),
    annotations: byId(records.list('annotation')).map(
      ({ id, articleId, number, passage, tagIds, note }) => {
        const { revisionId, ...place } = passage;
        return [id, articleId, number, place, tagIds, note];
      },
    ),
    tags: byId(records.list('tag')).map(({ name, parentId }) => [
      name,
      records.get('tag', parentId ?? '')?.name,
    ]),
    claims: has('claim')
      ? byId(records.list('claim')).map(
          ({ id, number, wording, speaker, status, confidence, parentId, tagIds }) => [
            ...[
              id,
              number,
              wording.trim(),
              speaker?.trim() ?? null,
              status,
              confidence,
              parentId ?? null,
              tagIds,
            ],
          ],
        )
      : [],
    evidence: has('evidence')
      ? byId(records.list('evidence')).map(({ id, claimId, annotationId, stance }) => [
          id,
          claimId,
          annotationId,
          stance,
        ])
      : [],
    links: byId(records.list('link'))
      .filter(({ from, to }) => {
        if (has('claim')) return true;
        const [start, end] = [records.get('annotation', from), records.get('annotation', to.id)];
        return start?.articleId === end?.articleId;
      })
      .map(({ id, typeId, from, to, note }) => [
        id,
        records.get('linkType', typeId)?.name,
        from,
        to,
        note ?? '',
      ]),
  };
}

const everything = ['claim', 'evidence'] as const;

describe('out and in again', () => {
  test.each([
    ['J12', 'refi-qda', everything],
    ['J17', 'markdown-vault', everything],
    ['J15', 'brat', []],
  ] as const)(
    '%s: %s gives equal records in an empty project, and nothing more a second time',
    async (_rule, id, kinds) => {
      const { writer, reader } = partsOf(id);
      for (const shape of shapes) {
        const project = projectOf(shape);
        const { bytes } = await written(writer, project.records, {}, project.texts);
        const first = await imported(reader, bytes, empty, noTexts);
        expect(first.report.refused).toEqual([]);
        expect(first.report.lost).toEqual([]);
        if (id === 'brat') {
          // Tags have no ids there.
          const words = (records: RecordSource) => ({
            ...(carried(records, kinds) as object),
            tags: records
              .list('tag')
              .map(({ name }) => name)
              .sort(),
            articles: records
              .list('article')
              .map((article) => [article.id, article.tagIds?.length ?? 0])
              .sort(),
            annotations: records
              .list('annotation')
              .map(({ id: own, passage, tagIds, note }) => [
                ...[own, passage.start, passage.quote, note],
                tagIds.map((tagId) => records.get('tag', tagId)?.name),
              ])
              .sort(),
          });
          expect(words(first.records)).toEqual(words(project.records));
        } else expect(carried(first.records, kinds)).toEqual(carried(project.records, kinds));
        const second = await imported(reader, bytes, first.records, first.texts);
        expect(second.diff).toEqual({ added: [], updated: [], removed: [] });
        const home = await imported(reader, bytes, project.records, project.texts);
        expect(home.diff).toEqual({ added: [], updated: [], removed: [] });
      }
    },
  );

  test('what a writer wrote is recognised as its own', async () => {
    const [shape] = shapes;
    if (shape === undefined) return;
    const project = projectOf(shape);
    const both = exchangeWriters.filter(({ id }) =>
      exchangeReaders.some((reader) => reader.id === id),
    );
    expect(both.length).toBeGreaterThan(3);
    for (const writer of both) {
      const { bytes } = await written(writer, project.records, {}, project.texts);
      const input = { name: 'export', files: [importFile('export', bytes)] };
      expect((await recogniseImport(input, null)).id).toBe(writer.id);
    }
  });

  test.each(['refi-qda', 'brat', 'markdown-vault'])(
    '%s: a damaged ZIP is refused with what to do',
    async (id) => {
      const [shape] = shapes;
      const { writer, reader } = partsOf(id);
      if (shape === undefined) return;
      const project = projectOf(shape);
      const { bytes } = await written(writer, project.records, {}, project.texts);
      const damaged = bytes.slice(0, bytes.length - 40);
      await expect(imported(reader, damaged, empty, noTexts)).rejects.toThrow(
        /not saved or downloaded to the end/,
      );
    },
  );

  test.each(['brat', 'markdown-vault'])(
    '%s: articles and claims of one number and title do not share a file',
    async (id) => {
      const { writer } = partsOf(id);
      const [shape] = shapes.filter(
        ({ articles, claims }) => articles.length > 1 && claims.length > 1,
      );
      if (shape === undefined) throw new Error('No such project.');
      const { records, texts } = projectOf(shape);
      const same = [...records.all.values()].map((record) => {
        if (record.kind === 'article')
          return { ...record, number: 1, detected: { ...record.detected, title: 'A' } };
        return record.kind === 'claim' ? { ...record, number: 1, wording: 'C' } : record;
      });
      const { bytes } = await written(writer, recordSourceOf(same), {}, texts);
      const names = (await unpackFile(importFile('a.zip', bytes))).map(({ name }) =>
        name.toLowerCase(),
      );
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeGreaterThan(shape.articles.length);
    },
  );
});
