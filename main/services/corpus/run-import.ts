import type { ImportFile, ImportParts } from './import-file.ts';
import { ImportRun } from './import-run.ts';
import type { IngestMessage } from './ingest.ts';
import { type FileReading, ReadAhead } from './read-ahead.ts';

/**
 * Imports files: has them read, decides what each text is to the corpus, and journals articles and revisions in batches,
 * after all that they name is on disk. Stops between two files when the signal says so. Throws `CodedError` `disk` when
 * the project folder can't be written; the files that were told stay, and the others can be imported again.
 */
export async function runImport(
  files: readonly ImportFile[],
  parts: ImportParts,
): Promise<'finished' | 'stopped'> {
  const run = new ImportRun(files.length, parts);
  const reading = new ReadAhead(files, (file, onMessage) => run.read(file, onMessage));
  try {
    for await (const read of reading) {
      if (parts.signal.aborted) {
        await run.abandon(read.file, await messagesOf(read));
        break;
      }
      run.begin(read.file);
      for await (const message of read.messages) {
        if (message.kind === 'opened') run.opened(message.file);
        else await run.part(message.part, message.written);
        if (parts.signal.aborted) break;
      }
      await run.end(parts.signal.aborted ? null : await read.end);
    }
    await run.flush();
  } finally {
    run.stop();
    // A copy that no article names would be taken for a new file the next time the folder is looked at.
    for (const [file, messages] of await reading.abandon()) run.abandon(file, messages);
    run.tidy();
  }
  return parts.signal.aborted ? 'stopped' : 'finished';
}

async function messagesOf({ messages, end }: FileReading<ImportFile>) {
  await end.catch(() => undefined);
  const told: IngestMessage[] = [];
  for await (const message of messages) told.push(message);
  return told;
}
