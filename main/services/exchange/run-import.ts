import { dirname } from 'node:path';
import { systemMaker } from '../../../app/base/maker.ts';
import { failure, success } from '../../../app/base/result.ts';
import { ExchangeFault, type TextSource } from '../../../app/exchange/exchange-format.ts';
import { ImportPlanner } from '../../../app/exchange/import/import-planner.ts';
import { ReportBuilder } from '../../../app/exchange/report-builder.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { projectRecordSchema } from '../../../app/schema/record-schemas.ts';
import { errorCode, writeFailureSentence } from '../files/error-code.ts';
import { syncFiles } from '../files/sync-files.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type {
  ExchangeProgress,
  ImportAnswer,
  ImportTask,
  PlannedImport,
  SpooledOriginal,
} from './exchange-tasks.ts';
import { importInput } from './import-files.ts';
import { ImportSpool } from './import-spool.ts';
import { packedProjectRecords } from './read-project-records.ts';
import { recogniseImport } from './recognise-import.ts';
import { storeDraft } from './store-draft.ts';
import { storedTexts } from './stored-texts.ts';
import { unpackFile } from './unpack-file.ts';

/**
 * Reads a file into records that wait in the spool; nothing of the project is changed but that texts are stored. On this
 * thread: call it from a worker. Fails with `unreadable` for a file that can't be read, `disk`.
 */
export async function runImport(
  task: ImportTask,
  tell: (progress: ExchangeProgress) => void,
): Promise<ImportAnswer> {
  try {
    return success(await planned(task, tell));
  } catch (error) {
    if (error instanceof ExchangeFault) return failure('unreadable', error.message);
    if (errorCode(error) !== null) return failure('disk', writeFailureSentence(error));
    throw error;
  }
}

async function planned(
  task: ImportTask,
  tell: (progress: ExchangeProgress) => void,
): Promise<PlannedImport> {
  const input = await importInput(task.path);
  const reader = await recogniseImport(input, task.format);
  const records = await packedProjectRecords(task);
  const report = new ReportBuilder();
  const spool = new ImportSpool(task.spool);
  const symmetric = records
    .list('linkType')
    .filter((type) => type.symmetric)
    .map(({ id }): string => id);
  const originals: SpooledOriginal[] = [];
  const written = new Set<string>();
  const stored = new Map<string, { readonly bytes: Uint8Array; readonly fileName: string }>();
  const texts: TextSource = storedTexts(task.texts);
  const planner = new ImportPlanner({
    maker: systemMaker(task.author),
    records,
    texts,
    report,
    articlesNumbered: task.articlesNumbered,
    sink: {
      async storeArticle(draft) {
        const result = await storeDraft(task.texts, draft);
        if (!result.ok) return result;
        const { bytes, written: paths, ...about } = result.value;
        for (const path of paths) written.add(path);
        stored.set(about.fileHash, { bytes, fileName: about.fileName });
        return success(about);
      },
      faultOf,
      add(record) {
        if (record.kind === 'linkType' && record.symmetric) symmetric.push(record.id);
        spool.add(record);
      },
      made(articleId, fileHash) {
        const original = stored.get(fileHash);
        if (original === undefined) return;
        const path = spool.keepOriginal(original.bytes);
        originals.push({ articleId, path, fileName: original.fileName });
      },
      update(before, after) {
        spool.update(before, after);
      },
    },
  });
  const context = {
    records,
    report,
    unpack: unpackFile,
    progress: (done: number, total: number) => tell({ done, total }),
  };
  for await (const draft of reader.read(input, context)) {
    await planner.take(draft);
    stored.clear();
  }
  await planner.finish();
  const steps = spool.close();
  const paths = [...written];
  await syncFiles(paths);
  for (const folder of new Set(paths.map(dirname))) await syncFolder(folder);
  return { format: reader.id, report: report.report(), originals, steps, symmetric };
}

/** What the schema says against a record: the file gave it a value that no record may have. */
function faultOf(record: ProjectRecord): string | null {
  const checked = projectRecordSchema.safeParse(record);
  if (checked.success) return null;
  const [issue] = checked.error.issues;
  const where = issue?.path.join(' › ') || 'record';
  return `It holds something that is not allowed here (${where}).`;
}
