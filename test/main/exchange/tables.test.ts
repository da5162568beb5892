import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExchangeOutcome } from '../../../app/host/exchange.ts';
import { readSourceFile } from '../../../main/services/corpus/read-source-file.ts';
import { makeFilledProject, reports } from '../../support/filled-project.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { recordsOf } from '../support/importing.ts';
import { temporaryFolder } from '../support/samples.ts';

const work = { annotationsEach: 5, claims: 3, links: 4, evidenceEach: 2 };

function done(outcome: ExchangeOutcome | null) {
  if (outcome?.kind !== 'done') throw new Error('It did not come to its end.');
  return outcome;
}

/** Two projects of the same articles, on one of which somebody worked. */
async function twoProjects() {
  const parent = await temporaryFolder();
  await makeFilledProject(join(parent, 'full'), reports(6), work);
  await makeFilledProject(join(parent, 'bare'), reports(6));
  const { host, window } = windowHost(await hostContext());
  return { parent, host, window };
}

test.each([
  ['workbook', ['workbook']],
  ['tables of text', ['annotations-csv', 'claims-csv', 'links-csv']],
])(
  'J21 a %s takes work from one project into another, once, and back home nothing',
  async (_, formats) => {
    const { parent, host, window } = await twoProjects();
    await host.openProjectAt(join(parent, 'full'));
    const mine = await recordsOf(host);
    for (const format of formats) {
      window.savePath = join(parent, format);
      done(await host.exportTo({ format, options: {} }));
      window.exchangePath = window.savePath;
      const home = done(await host.importFrom({ format: null, what: 'file' }));
      expect(home.format).toBe(format);
      expect([home.report.carried, home.report.refused]).toEqual([{}, []]);
    }
    await host.openProjectAt(join(parent, 'bare'));
    for (const format of formats) {
      window.exchangePath = join(parent, format);
      const { report } = done(await host.importFrom({ format: null, what: 'file' }));
      expect(report.refused).toEqual([]);
    }
    const theirs = await recordsOf(host);
    for (const record of mine.values()) {
      const other = theirs.get(record.id);
      if (record.kind === 'annotation') {
        const { start, end, quote } = record.passage;
        expect(other).toMatchObject({ number: record.number, passage: { start, end, quote } });
      } else if (record.kind === 'claim' || record.kind === 'evidence' || record.kind === 'link') {
        const { modifiedAt: _modified, ...fields } = record;
        expect(other).toMatchObject(fields);
      }
    }
  },
);

test('J31 a workbook among articles is no article, and nothing is said of exchange', () => {
  expect(readSourceFile('/nowhere/a.xlsx')).toMatchObject({
    ok: false,
    error: { code: 'unsupported' },
  });
});
