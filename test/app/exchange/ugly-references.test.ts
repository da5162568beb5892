import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import {
  bibliographyReaders,
  bibliographyWriters,
} from '../../../app/exchange/bibliography/bibliography-exchange.ts';
import { withoutMarks } from '../../../app/exchange/bibliography/read-csl-json.ts';
import type { ArticleRecord, ProjectRecord } from '../../../app/record/records.ts';
import { written } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { uglyProject, uglyShapes } from './ugly-project.ts';

const shapes = fc.sample(uglyShapes, { seed: 20310914, numRuns: 12 });

test.each(['csl-json', 'bibtex', 'ris'])(
  'J9 J23 %s: the facts of ugly articles come back to articles that lost them',
  async (id) => {
    const writer = bibliographyWriters.find((one) => one.id === id);
    const reader = bibliographyReaders.find((one) => one.id === id);
    if (writer === undefined || reader === undefined) throw new Error(`There is no ${id}.`);
    for (const shape of shapes) {
      const { records, texts } = uglyProject(shape);
      const titled = [...records.all.values()].map((record, index): ProjectRecord => {
        if (record.kind !== 'article') return record;
        const title = `${shape.wordings[index % 3] ?? ''} ${index}`.trim();
        return { ...record, detected: { ...record.detected, title } };
      });
      const { bytes } = await written(writer, recordSourceOf(titled), {}, texts);
      // The same says nothing new.
      const home = await imported(reader, bytes, recordSourceOf(titled), texts);
      expect(home.report.refused).toEqual([]);
      expect(home.diff).toEqual({ added: [], updated: [], removed: [] });
      const bare = titled.map((record): ProjectRecord => {
        if (record.kind !== 'article') return record;
        const lost = { outlet: null, byline: null, published: null, url: null, language: null };
        return { ...record, detected: { ...record.detected, title: 'Lost', ...lost } };
      });
      const back = await imported(reader, bytes, recordSourceOf(bare), texts);
      for (const record of titled) {
        if (record.kind !== 'article') continue;
        const after = back.records.get('article', record.id);
        expect(facts({ ...(after as ArticleRecord).detected, ...after?.corrected })).toEqual(
          facts(record.detected),
        );
      }
    }
  },
);

/** On one line each, without marks: no format of references has lines in its fields, and `<b>` is a mark in CSL. */
function facts(metadata: ArticleRecord['detected']): unknown {
  const { title, outlet, byline, published, url, language } = metadata;
  return [title, outlet, byline, published, url, language].map((fact) =>
    fact === null || fact === undefined ? null : withoutMarks(fact.normalize('NFC')),
  );
}
