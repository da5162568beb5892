import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { written } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { projectOf, projectShapes } from './written-project.ts';

const shapes = fc
  .sample(projectShapes, { seed: 20260731, numRuns: 30 })
  .filter((shape) => projectOf(shape).records.count('annotation') > 0);

/** Formats of annotations that both go out and come in, and whether texts go with them. */
const formats = [
  ['web-annotation', false],
  ['annotations-csv', false],
  ['refi-qda', true],
  ['brat', true],
  ['markdown-vault', true],
] as const;

/** The passages with their tags, article by article. */
function passages(records: RecordSource): readonly string[] {
  return records
    .list('annotation')
    .map(({ articleId, passage, tagIds }) => {
      const article = records.get('article', articleId);
      const title = article === null ? '' : effectiveMetadata(article).title;
      const tags = tagIds.map((id) => records.get('tag', id)?.name ?? '').sort();
      return JSON.stringify([title, passage.start, passage.quote, tags]);
    })
    .sort();
}

describe('out and in again', () => {
  for (const [id, hasTexts] of formats) {
    const writer = exchangeWriters.find((one) => one.id === id);
    const reader = exchangeReaders.find((one) => one.id === id);

    test(`J3, J7 ${id}: the same passages with the same tags, and nothing more the second time`, async () => {
      if (writer === undefined || reader === undefined) throw new Error(`There is no ${id}.`);
      for (const shape of shapes) {
        const project = projectOf(shape);
        const { bytes } = await written(writer, project.records, {}, project.texts);
        const articles = [...project.records.all.values()].filter(
          ({ kind }) => kind === 'article' || kind === 'revision',
        );
        const start = recordSourceOf(hasTexts ? [] : articles);
        const first = await imported(reader, bytes, start, project.texts);
        expect(first.report.refused).toEqual([]);
        expect(passages(first.records)).toEqual(passages(project.records));
        const second = await imported(reader, bytes, first.records, first.texts);
        expect(second.diff).toEqual({ added: [], updated: [], removed: [] });
      }
    });
  }
});
