import { join } from 'node:path';
import { success } from '../../../app/base/result.ts';
import type { ImportItem } from '../../../app/host/job.ts';
import { CodedError } from '../coded-error.ts';
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
import { ingestRequest } from './ingest-request.ts';
import { journalChange, syncWritten } from './journal-batch.ts';
import { originOfPart } from './origin-of-part.ts';
import { PlaceHolders } from './place-holders.ts';
import { textResemblance } from './text-resemblance.ts';
import { UnneededCopies } from './unneeded-copies.ts';

const mostPerChange = 100;
/** Articles wait so long for others of their change, in milliseconds; the first ones less. */
const patience = 500;
const firstPatience = 100;

/** One import, file by file in their order: what was told of each is decided on, and journalled in batches. */
export class ImportRun {
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
  readonly #unneeded: UnneededCopies;
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
    this.#unneeded = new UnneededCopies(parts.articlesFolder, (fileName, fileHash) =>
      this.#batch.pending.namesCopy(fileName, fileHash),
    );
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
    if (this.#stop.signal.aborted) return Promise.resolve(success('unchanged' as const));
    const request = ingestRequest(file, this.#parts);
    return this.#parts.ingest.read(request, onMessage, this.#stop.signal);
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
    const origin = originOfPart(file, opened, part, this.#parts.maker);
    const before = file.reread?.article ?? (await this.#before(part, part.text.value));
    const became =
      before === null
        ? await this.#batch.add(part, part.text.value, origin, {
            movedFrom: this.#parts.movedFrom(opened.fileHash),
            columns: file.columns,
          })
        : this.#batch.reread(
            before,
            { part, text: part.text.value, origin, columns: file.columns },
            file.isAnew,
          );
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
      this.#unneeded.note(opened);
      const name = opened.copy?.fileName ?? file.ownCopy ?? '';
      this.#written.push(join(this.#parts.articlesFolder, name));
    }
    const isSettled = opened !== null || end?.ok === true || isForGood(end);
    this.#opened = null;
    this.#imported.push({ file, items, opened, isWhole: end !== null, isSettled });
    await this.#flushWhenDue();
  }

  /** Takes away copies that were made in vain. */
  tidy(): void {
    this.#unneeded.discard();
  }

  /** Journals what has gathered. Nothing names a file before that file is on disk. */
  async flush(): Promise<void> {
    const batch = this.#batch;
    const imported = this.#imported;
    const written = this.#written;
    this.#imported = [];
    this.#written = [];
    this.#begun = this.#parts.clock();
    if (batch.pending.size > 0) {
      this.#patience = patience;
      try {
        await syncWritten(written, this.#parts.ingest);
        const diff = batch.pending.diff();
        this.#batch = this.#newBatch();
        await journalChange(diff, batch.pending, this.#fileCount === 1, this.#parts);
      } catch (error) {
        for (const { opened } of imported) if (opened !== null) this.#discard(opened);
        if (this.#opened !== null && !this.#isNamed) this.#discard(this.#opened);
        throw error;
      }
    }
    this.#isNamed = this.#articles > 0;
    if (imported.length > 0) await this.#parts.onImported(imported);
  }

  async #flushWhenDue(): Promise<void> {
    const waited = this.#parts.clock() - this.#begun;
    if (this.#batch.pending.size >= mostPerChange || waited >= this.#patience) await this.flush();
  }
}

/** Whether a file was refused for what it is, and not for what stood in the way. */
function isForGood(end: IngestEnd | null): boolean {
  return end !== null && !end.ok && !['unreadable', 'changing'].includes(end.error.code);
}

const otherBytes =
  'The copy in the project’s articles folder was changed since the article was read from it. Look for changes in the folder to take it up, then choose the coding again.';
