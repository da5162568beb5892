import { basename, dirname, join } from 'node:path';
import type { Maker } from '../../../app/base/maker.ts';
import { success } from '../../../app/base/result.ts';
import type { ImportItem } from '../../../app/host/job.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import { newChange } from '../../../app/record/new-change.ts';
import type { Origin } from '../../../app/record/records.ts';
import { CodedError } from '../coded-error.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import { textPath } from '../text/write-text.ts';
import type { FileView } from './decide-part.ts';
import { type PartBefore, partsBefore } from './file-history.ts';
import { ImportBatch } from './import-batch.ts';
import type { ImportedFile, ImportFile, ImportParts } from './import-file.ts';
import { unchangedItem } from './import-item.ts';
import type {
  Ingest,
  IngestEnd,
  IngestedPart,
  IngestedText,
  IngestMessage,
  OpenedFile,
} from './ingest.ts';
import { discardCopy } from './ingest-file.ts';
import { PlaceHolders } from './place-holders.ts';
import { type FileReading, ReadAhead } from './read-ahead.ts';
import type { StoredOriginal } from './store-original.ts';
import { textResemblance } from './text-resemblance.ts';

const mostPerChange = 100;
/** Articles wait so long for others of their change, in milliseconds; the first ones less. */
const patience = 500;
const firstPatience = 100;

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

/** The state of one run. */
class ImportRun {
  readonly #parts: ImportParts;
  readonly #fileCount: number;
  readonly #files: FileView;
  #batch: ImportBatch;
  #imported: ImportedFile[] = [];
  #written: string[] = [];
  #begun: number;
  #patience = firstPatience;
  #file: ImportFile | null = null;
  #opened: OpenedFile | null = null;
  #items: ImportItem[] = [];
  #articles = 0;
  /** What parts of the file's bytes were, of one that is read anew. */
  #readBefore: ReadonlyMap<string, PartBefore> = new Map();
  /** Whether an entry of the journal names the copy of the file that is being taken. */
  #isNamed = false;
  readonly #unneeded: { readonly copy: StoredOriginal; readonly fileHash: string }[] = [];
  readonly #stop = new AbortController();

  constructor(fileCount: number, parts: ImportParts) {
    this.#parts = parts;
    this.#fileCount = fileCount;
    this.#files = {
      holders: new PlaceHolders((origin) => parts.isStillThere(origin)),
      resemblance: (one, other) =>
        textResemblance([textPath(parts.textsFolder, one), textPath(parts.textsFolder, other)]),
    };
    this.#batch = this.#newBatch();
    this.#begun = parts.clock();
    parts.signal.addEventListener('abort', () => this.stop(), { signal: this.#stop.signal });
    if (parts.signal.aborted) this.stop();
  }

  #newBatch(): ImportBatch {
    return new ImportBatch(this.#parts.maker, this.#parts.corpus, this.#files);
  }

  /** Nothing more is begun. */
  stop(): void {
    this.#stop.abort();
  }

  /** Takes away the copy of a file that was read and is not imported. */
  abandon(file: ImportFile, messages: readonly IngestMessage[]): void {
    if (file.ownCopy !== null) return;
    for (const message of messages) {
      if (message.kind === 'opened') this.#discard(message.file);
    }
  }

  #discard({ copy }: OpenedFile): void {
    discardCopy(this.#parts.articlesFolder, copy);
  }

  read(file: ImportFile, onMessage: Parameters<Ingest['read']>[1]) {
    const { articlesFolder, textsFolder, ingest } = this.#parts;
    if (this.#stop.signal.aborted) return Promise.resolve(success('unchanged' as const));
    return ingest.read(
      {
        path: file.path,
        name: basename(file.path),
        size: file.size,
        knownHashes: file.knownHashes,
        encoding: file.encoding,
        encodingBefore: file.encodingBefore,
        columns: file.columns,
        copyTo: file.ownCopy === null ? articlesFolder : null,
        texts: textsFolder,
      },
      onMessage,
      this.#stop.signal,
    );
  }

  begin(file: ImportFile): void {
    this.#file = file;
    this.#opened = null;
    this.#isNamed = false;
    this.#items = [];
    this.#articles = 0;
  }

  opened(opened: OpenedFile): void {
    this.#opened = opened;
    const { corpus } = this.#parts;
    this.#readBefore =
      this.#file?.isAnew === true
        ? partsBefore(this.#file.place, opened.fileHash, corpus)
        : new Map();
  }

  async part(part: IngestedPart, written: readonly string[]): Promise<void> {
    const file = this.#file;
    const opened = this.#opened;
    if (file === null || opened === null) return;
    if (file.reread !== null) {
      if (file.reread.part !== part.part) return;
      if (file.reread.fileHash !== opened.fileHash) {
        this.#items.push({ fileName: file.fileName, outcome: 'refused', reason: otherBytes });
        return;
      }
    }
    const about = {
      fileName: file.fileName,
      ...(part.part === null ? {} : { part: part.part }),
      format: part.format,
    };
    if (!part.text.ok) {
      const { code, message } = part.text.error;
      // A table inside an archive would have to be unpacked to be looked at.
      const asks = code === 'columns' && (part.part === null || !part.part.includes('/'));
      this.#items.push({ ...about, outcome: asks ? 'asks' : 'refused', reason: message });
      return;
    }
    this.#articles += 1;
    this.#written.push(...written);
    const origin = originOf(file, opened, part, this.#parts.maker);
    const before = file.reread?.article ?? (await this.#before(part, part.text.value));
    const became =
      before === null
        ? await this.#batch.add(part, part.text.value, origin, {
            movedFrom: this.#parts.movedFrom(opened.fileHash),
            columns: file.columns,
          })
        : this.#batch.reread(before, part, part.text.value, origin, file);
    this.#items.push({ ...about, ...became });
    await this.#flushWhenDue();
  }

  /** What a part was that is read anew with other columns; `null` when that is not asked or can't be told. */
  async #before({ part }: IngestedPart, text: IngestedText) {
    const before = this.#readBefore.get(part ?? '');
    if (before === undefined) return null;
    const isIt = before.isOfSameBytes || (await this.#batch.hasInCommon(before.article, text));
    return isIt ? before.article : null;
  }

  /** @param end `null`: the import stops within the file */
  async end(end: IngestEnd | null): Promise<void> {
    const file = this.#file;
    const opened = this.#opened;
    if (file === null) return;
    this.#file = null;
    const items = this.#items;
    if (end !== null && !end.ok) {
      if (end.error.code === 'disk') {
        await this.flush();
        throw CodedError.of(end.error);
      }
      const copy = file.ownCopy === null ? (opened?.copy ?? null) : null;
      if (this.#articles === 0) discardCopy(this.#parts.articlesFolder, copy);
      items.push({ fileName: file.fileName, outcome: 'refused', reason: end.error.message });
    }
    if (end?.ok === true && end.value === 'unchanged' && file.knownArticle !== null) {
      items.push({ fileName: file.fileName, ...unchangedItem(file.knownArticle) });
    }
    if (this.#articles > 0 && opened !== null) {
      this.#noteUnneeded(opened);
      const name = opened.copy?.fileName ?? file.ownCopy ?? '';
      this.#written.push(join(this.#parts.articlesFolder, name));
    }
    const isSettled = opened !== null || end?.ok === true || isForGood(end);
    this.#opened = null;
    this.#imported.push({ file, items, opened, isWhole: end !== null, isSettled });
    await this.#flushWhenDue();
  }

  /** What was read brought nothing new: no article needs the copy that was made of it. */
  #noteUnneeded({ copy, fileHash }: OpenedFile): void {
    if (copy?.isNew === true && !this.#batch.namesCopy(copy.fileName, fileHash)) {
      this.#unneeded.push({ copy, fileHash });
    }
  }

  /** Takes away copies that were made in vain, unless a file that came after has the same bytes. */
  tidy(): void {
    for (const { copy, fileHash } of this.#unneeded) {
      if (!this.#batch.namesCopy(copy.fileName, fileHash)) {
        discardCopy(this.#parts.articlesFolder, copy);
      }
    }
  }

  /** Journals what has gathered. Nothing names a file before that file is on disk. */
  async flush(): Promise<void> {
    const batch = this.#batch;
    const imported = this.#imported;
    const written = this.#written;
    this.#imported = [];
    this.#written = [];
    this.#begun = this.#parts.clock();
    if (batch.size > 0) {
      this.#patience = patience;
      try {
        await this.#journal(batch, written);
      } catch (error) {
        for (const { opened } of imported) if (opened !== null) this.#discard(opened);
        if (this.#opened !== null && !this.#isNamed) this.#discard(this.#opened);
        throw error;
      }
    }
    this.#isNamed = this.#articles > 0;
    if (imported.length > 0) await this.#parts.onImported(imported);
  }

  async #journal(batch: ImportBatch, written: readonly string[]): Promise<void> {
    await this.#sync(written);
    const diff = batch.diff();
    this.#batch = this.#newBatch();
    if (isEmptyDiff(diff)) return;
    const name = changeName(batch, this.#fileCount === 1);
    const appended = await this.#parts.append(newChange(this.#parts.maker, name, diff));
    if (!appended.ok) throw CodedError.of(appended.error);
  }

  async #flushWhenDue(): Promise<void> {
    const waited = this.#parts.clock() - this.#begun;
    if (this.#batch.size >= mostPerChange || waited >= this.#patience) await this.flush();
  }

  async #sync(written: readonly string[]): Promise<void> {
    const paths = [...new Set(written)];
    const synced = await this.#parts.ingest.sync(paths);
    if (!synced.ok) throw CodedError.of(synced.error);
    try {
      await Promise.all([...new Set(paths.map(dirname))].map(syncFolder));
    } catch (error) {
      throw new CodedError('disk', writeFailureSentence(error));
    }
  }
}

function changeName(batch: ImportBatch, isOnlyFile: boolean): string {
  const { added, updated } = batch.counts;
  if (added === 0) {
    return updated === 1 ? `Update “${batch.firstTitle}”` : `Update ${updated} articles`;
  }
  if (added + updated === 1 && isOnlyFile) return `Import “${batch.firstTitle}”`;
  return `Import ${added + updated} articles`;
}

function originOf(
  file: ImportFile,
  opened: OpenedFile,
  { part, key }: IngestedPart,
  maker: Maker,
): Origin {
  return {
    fileName: opened.copy?.fileName ?? file.ownCopy ?? '',
    fileHash: opened.fileHash,
    importedAt: maker.now(),
    ...(part === null ? {} : { part }),
    ...(key === undefined ? {} : { key }),
    ...file.place,
  };
}

/** Whether a file was refused for what it is, and not for what stood in the way. */
function isForGood(end: IngestEnd | null): boolean {
  return end !== null && !end.ok && !['unreadable', 'changing'].includes(end.error.code);
}

const otherBytes =
  'The copy in the project’s articles folder was changed since the article was read from it. Look for changes in the folder to take it up, then choose the coding again.';
