import { open } from 'node:fs/promises';
import { failure, success } from '../../../app/base/result.ts';
import { ExchangeFault, type ExchangeFormat } from '../../../app/exchange/exchange-format.ts';
import { exchangeFormat } from '../../../app/exchange/formats.ts';
import { ReportBuilder } from '../../../app/exchange/report-builder.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import { fileFailureSentence } from '../files/error-code.ts';
import { writeAllAsync } from '../files/write-all-async.ts';
import type { ExchangeProgress, ExportAnswer, ExportTask } from './exchange-tasks.ts';
import { packedProjectRecords } from './read-project-records.ts';
import { storedTexts } from './stored-texts.ts';

/** What the system throws while writing the file. */
class DiskFault extends Error {}

/**
 * Writes a project in a format, piece by piece, synced. On this thread: call it from a worker. Fails with `nothing` where
 * there is nothing to write, `disk`; the file then holds no more than a part.
 */
export async function runExport(
  task: ExportTask,
  tell: (progress: ExchangeProgress) => void,
): Promise<ExportAnswer> {
  const format = exchangeFormat(task.format);
  const writer = exchangeWriters.find(({ id }) => id === task.format);
  if (format === null || writer === undefined) {
    return failure('format', `Nothing is exported as “${task.format}”.`);
  }
  const report = new ReportBuilder();
  const records = await packedProjectRecords(task);
  try {
    const pieces = writer.write({
      records,
      texts: storedTexts(task.texts),
      options: optionsOf(format, task.options),
      title: task.title,
      projectId: task.projectId,
      report,
      progress: (done, total) => tell({ done, total }),
    });
    await write(task.path, pieces);
  } catch (error) {
    if (error instanceof ExchangeFault) return failure('nothing', error.message);
    if (error instanceof DiskFault) return failure('disk', fileFailureSentence(error.cause));
    throw error;
  }
  return success(report.report());
}

function optionsOf({ choices }: ExchangeFormat, chosen: ExportTask['options']) {
  return Object.fromEntries(choices.map(({ id, initial }) => [id, chosen[id] ?? initial]));
}

async function write(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const onDisk = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      throw new DiskFault('The file could not be written.', { cause: error });
    }
  };
  const file = await onDisk(open(path, 'wx', 0o644));
  try {
    for await (const some of gathered(pieces)) await onDisk(writeAllAsync(file, some));
    await onDisk(file.sync());
  } finally {
    await file.close();
  }
}

const enough = 256 * 1024;

/** Pieces of a size that is quick to write, each of them to be written before the next is asked for: they share their memory. */
async function* gathered(
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const memory = Buffer.allocUnsafeSlow(enough);
  let size = 0;
  for await (const piece of pieces) {
    const length = typeof piece === 'string' ? Buffer.byteLength(piece, 'utf8') : piece.length;
    if (size + length > enough && size > 0) {
      yield memory.subarray(0, size);
      size = 0;
    }
    if (length > enough) yield typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    else if (typeof piece === 'string') size += memory.write(piece, size, 'utf8');
    else {
      memory.set(piece, size);
      size += length;
    }
  }
  if (size > 0) yield memory.subarray(0, size);
}
