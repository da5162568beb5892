import type { Maker } from '../../../app/base/maker.ts';
import type { Result } from '../../../app/base/result.ts';
import type { Change } from '../../../app/record/change.ts';
import { CodedError } from '../coded-error.ts';
import type { ReportLine } from '../jobs/job-file.ts';
import type { JobWork } from '../jobs/job-work.ts';
import type { JobRun } from '../jobs/jobs.ts';
import type { CorpusIndex } from './corpus-index.ts';
import { ensureArticlesFolder } from './ensure-articles-folder.ts';
import { fileHistory, isStillThere } from './file-history.ts';
import type { FindOptions, SourceFile } from './find-files.ts';
import type { ImportedFile, ImportFile } from './import-file.ts';
import type { Ingest } from './ingest.ts';
import type { KnownFiles } from './known-files.ts';
import { findOriginalOf, missingOriginal } from './original-file.ts';
import { articlesFolderId, type FolderPlace } from './place-keys.ts';
import { runImport } from './run-import.ts';
import { scanFolder } from './scan-folder.ts';
import type { WatchedFolders } from './watched-folders.ts';

/** What the work on a corpus is done on and with. */
export interface CorpusParts {
  readonly maker: Maker;
  readonly articlesFolder: string;
  readonly textsFolder: string;
  readonly corpus: CorpusIndex;
  readonly ingest: Ingest;
  readonly folders: WatchedFolders;
  readonly known: KnownFiles;
  /** Milliseconds that only grow. */
  clock(): number;
  /** Journals a change and tells the window. */
  append(change: Change): Promise<Result<number>>;
}

/** What a piece of work has to do. */
interface Todo {
  readonly files: readonly ImportFile[];
  readonly refused: readonly ReportLine[];
  /** Files that are gone from watched folders, by hash: where they were. */
  readonly gone: ReadonlyMap<string, FolderPlace>;
}

const nothingGone: Todo['gone'] = new Map();
/** Files in a watched folder that are still being written, by path: left to the next look. */
export type Unsettled = ReadonlySet<string>;

/** Does a job's work on the corpus. Throws `CodedError` for what stands in its way. */
export async function doCorpusWork(
  work: JobWork,
  run: JobRun,
  parts: CorpusParts,
  unsettled: Unsettled,
): Promise<void> {
  await ensureArticlesFolder(parts.articlesFolder);
  const { files, refused, gone } = await findWork(work, parts, unsettled);
  const left = files.filter(({ path }) => !run.done.has(path));
  const news = refused.filter(({ path }) => !run.done.has(path));
  const total = files.length + refused.length;
  const totalBytes = bytesOf(files);
  run.progress.begin(
    total,
    totalBytes,
    total - left.length - news.length,
    totalBytes - bytesOf(left),
    titleOf(work, files.length),
  );
  await run.report(news, news.length, 0);
  const moved = new Map<string, FolderPlace>();
  const unasked = work.kind === 'rescan' && !work.asked;
  const mark = { jobId: run.id, ...(unasked ? { unattended: true as const } : {}) };
  await runImport(left, {
    ...parts,
    append: (change) => parts.append({ ...change, ...mark }),
    signal: run.signal,
    isStillThere: (origin) => isStillThere(origin, parts),
    movedFrom: (hash) => {
      const place = gone.get(hash) ?? null;
      if (place !== null) moved.set(hash, place);
      return place;
    },
    onImported: async (imported) => {
      for (const file of imported) noteFile(file, parts);
      await parts.known.save();
      const whole = imported.filter(({ isWhole }) => isWhole);
      await run.report(
        imported.flatMap(linesOf),
        whole.length,
        bytesOf(whole.map((one) => one.file)),
      );
    },
  });
  // Of others that are gone it stays known what they were: they may come back, or be found elsewhere.
  for (const { folderId, path } of moved.values()) parts.known.delete(folderId, path);
  await parts.known.save();
}

async function findWork(work: JobWork, parts: CorpusParts, unsettled: Unsettled): Promise<Todo> {
  switch (work.kind) {
    case 'paths':
      return findPaths(work.paths, parts, {});
    case 'table':
      return findPaths([work.path], parts, { columns: work.columns, isAnew: true });
    case 'reread':
      return findOriginal(work, parts);
    case 'rescan':
      return findChanges(work, parts, unsettled);
  }
}

async function findPaths(
  paths: readonly string[],
  parts: CorpusParts,
  how: Partial<ImportFile>,
): Promise<Todo> {
  const { files, refused } = await find(paths, { isWatched: false }, parts);
  return {
    files: newOnesFirst(files.map((file) => known(importFile(file, parts, how), parts))),
    refused,
    gone: nothingGone,
  };
}

/** A file whose bytes need not be read for articles again, since nothing can be new in them. */
function known(file: ImportFile, { corpus }: CorpusParts): ImportFile {
  const { only, columns } = fileHistory(file.place, corpus);
  // A file may lie in a watched folder now that did not when it was read.
  if (only === null || only.origin.folderId !== file.place.folderId || columns !== file.columns) {
    return file;
  }
  return { ...file, knownHashes: [only.origin.fileHash], knownArticle: only.article };
}

/**
 * Files at places where nothing was read yet before those that changed: a file that took another name is then met before
 * the one that took its old one.
 */
function newOnesFirst(files: readonly ImportFile[]): readonly ImportFile[] {
  return [...files.filter(({ isNew }) => isNew), ...files.filter(({ isNew }) => !isNew)];
}

/** The original of an article's present revision, to be read in another way. */
async function findOriginal(
  { articleId, encoding }: JobWork & { kind: 'reread' },
  parts: CorpusParts,
): Promise<Todo> {
  const article = parts.corpus.article(articleId);
  const original = article === null ? null : await findOriginalOf(article, parts);
  if (article === null || original === null) throw missingOriginal();
  const { files } = await find([original.path], { isWatched: false }, parts);
  const reread = { article, part: original.part, fileHash: original.fileHash };
  return {
    files: files.map((file) => importFile(file, parts, { encoding, reread })),
    refused: [],
    gone: nothingGone,
  };
}

/** What is new, changed and gone in watched folders, by size and time. */
async function findChanges(
  { folders: ids, asked }: JobWork & { kind: 'rescan' },
  parts: CorpusParts,
  unsettled: Unsettled,
): Promise<Todo> {
  const files: ImportFile[] = [];
  const refused: ReportLine[] = [];
  const gone = new Map<string, FolderPlace>();
  for (const id of ids) {
    const scan = await scanFolder(id, parts);
    if (scan === null) continue;
    // Said when somebody asks, and not each time that the program looks.
    if (asked) refused.push(...scan.outside.map((one) => ({ ...one, isLast: true })));
    for (const { folderId, path, hash } of scan.gone)
      if (hash !== '') gone.set(hash, { folderId, path });
    for (const { file, path } of scan.changed) {
      if (unsettled.has(file.path)) continue;
      const hash = parts.known.get(id, path)?.hash ?? '';
      const copies = id === articlesFolderId ? parts.corpus.knownCopies(path) : [];
      const knownHashes = [...(hash === '' ? [] : [hash]), ...copies];
      files.push(importFile(file, parts, { knownHashes }));
    }
  }
  return { files: newOnesFirst(files), refused, gone };
}

async function find(paths: readonly string[], options: FindOptions, { ingest }: CorpusParts) {
  const files: SourceFile[] = [];
  const refused: ReportLine[] = [];
  const found = await ingest.find(paths, options, (some) => {
    for (const one of some) {
      if (one.kind === 'file') files.push(one.file);
      else refused.push({ path: one.path, item: one.item, isLast: true });
    }
  });
  if (!found.ok) throw CodedError.of(found.error);
  return { files, refused };
}

function importFile(
  file: SourceFile,
  { folders, corpus }: CorpusParts,
  how: Partial<ImportFile>,
): ImportFile {
  const where = folders.placeOf(file.path);
  const { isKnown, encoding, columns } = fileHistory(where.place, corpus);
  return {
    ...file,
    ...where,
    isNew: !isKnown,
    knownHashes: [],
    knownArticle: null,
    encoding: null,
    encodingBefore: encoding,
    columns,
    isAnew: false,
    reread: null,
    ...how,
  };
}

/** Remembers a file of a watched folder as it was read, and the copy that was made of it. */
function noteFile(
  { file, opened, isWhole, isSettled }: ImportedFile,
  { known }: CorpusParts,
): void {
  if (!isWhole || !isSettled) return;
  const { folderId, path } = file.place;
  if (folderId !== undefined && path !== undefined) {
    const { size, modified } = opened ?? file;
    known.set(folderId, path, { size, modified, hash: opened?.fileHash ?? '' });
  } else if (file.place.place !== undefined && opened !== null) {
    // What tells whether it is still there, when another file of the same text changes.
    const { size, modified, fileHash } = opened;
    known.set(file.place.place, file.path, { size, modified, hash: fileHash });
  }
  if (opened?.copy != null) {
    const { fileName, size, modified } = opened.copy;
    known.set(articlesFolderId, fileName, { size, modified, hash: opened.fileHash });
  }
}

function linesOf({ file, items, isWhole }: ImportedFile): readonly ReportLine[] {
  return items.map((item, index) => ({
    item,
    path: file.path,
    isLast: isWhole && index === items.length - 1,
  }));
}

function titleOf(work: JobWork, count: number): string {
  const files = `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;
  switch (work.kind) {
    case 'rescan':
      return count === 0 ? 'Looking for changes' : `Looking at ${files} of watched folders`;
    case 'reread':
      return 'Reading an article again';
    default:
      return `Importing ${files}`;
  }
}

function bytesOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
