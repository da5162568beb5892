import { createHash } from 'node:crypto';
import { untitledMetadata } from '../../../app/article/article-metadata.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import { readPlainText } from '../../../app/article/plain-text.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import { failure, success } from '../../../app/base/result.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { ExchangeReader, TextSource } from '../../../app/exchange/exchange-format.ts';
import type { ExchangeReport } from '../../../app/exchange/exchange-report.ts';
import { ImportPlanner } from '../../../app/exchange/import/import-planner.ts';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import { ReportBuilder } from '../../../app/exchange/report-builder.ts';
import { applyDiff, type Diff } from '../../../app/record/diff.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { projectRecordSchema } from '../../../app/schema/record-schemas.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';
import { countingMaker } from '../../support/records.ts';
import { importFile } from './exchange-io.ts';

/** A project after an import. */
export interface Imported {
  readonly records: RecordSource;
  readonly diff: Diff;
  readonly report: ExchangeReport;
  readonly texts: TextSource;
}

/** What an import makes of a file in a project, without a project folder: the planner that the frame uses. */
export async function imported(
  reader: ExchangeReader,
  content: string | Uint8Array,
  records: RecordSource,
  texts: TextSource,
): Promise<Imported> {
  const report = new ReportBuilder();
  const input = { name: 'file', files: [importFile('file', content)] };
  const progress = (): void => undefined;
  return planned(reader.read(input, { records, report, progress, unpack: unpackFile }), {
    records,
    texts,
    report,
  });
}

/** What the planner makes of drafts. */
export async function planned(
  drafts: AsyncIterable<ImportDraft> | Iterable<ImportDraft>,
  {
    records,
    texts,
    report = new ReportBuilder(),
  }: {
    readonly records: RecordSource;
    readonly texts: TextSource;
    readonly report?: ReportBuilder;
  },
): Promise<Imported> {
  const added: ProjectRecord[] = [];
  const updated: [ProjectRecord, ProjectRecord][] = [];
  const stored = new Map<string, RevisionText>();
  const both: TextSource = { read: async (hash) => stored.get(hash) ?? texts.read(hash) };
  const planner = new ImportPlanner({
    maker: countingMaker('Grace'),
    records,
    texts: both,
    report,
    articlesNumbered: Math.max(0, ...records.list('article').map(({ number }) => number)),
    sink: {
      async storeArticle({ text: source, metadata, key }) {
        if ('bytes' in source) return failure('unreadable', 'Files are read in main.');
        const blocks = 'blocks' in source ? source.blocks : readPlainText(source.plain).drafts;
        const { text, blocks: found } = canonicalText(blocks);
        if (text === '') return failure('unreadable', 'There are no words in it.');
        const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
        stored.set(hash, { hash, text, blocks: found });
        return success({
          hash,
          length: text.length,
          blockCount: found.length,
          wordCount: 1,
          metadata: untitledMetadata(metadata.title ?? key),
          provenance: {},
          remarks: [],
          format: 'text',
          encoding: null,
          fileHash: hash,
          fileName: 'article.txt',
        });
      },
      faultOf(record) {
        const checked = projectRecordSchema.safeParse(record);
        return checked.success ? null : (checked.error.issues[0]?.message ?? 'fault');
      },
      add: (record) => added.push(record),
      made: () => undefined,
      update: (before, after) => updated.push([before, after]),
    },
  });
  for await (const draft of drafts) await planner.take(draft);
  await planner.finish();
  for (const record of [...added, ...updated.map(([, after]) => after)]) {
    projectRecordSchema.parse(record);
  }
  const diff = { added, updated, removed: [] };
  const after = recordSourceOf(applyDiff(records.all, diff).values());
  return { records: after, diff, report: report.report(), texts: both };
}
