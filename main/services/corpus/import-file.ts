import type { Maker } from '../../../app/base/maker.ts';
import type { Result } from '../../../app/base/result.ts';
import type { ImportItem } from '../../../app/host/job.ts';
import type { Change } from '../../../app/record/change.ts';
import type { ArticleRecord, ColumnMap, Origin } from '../../../app/record/records.ts';
import type { CorpusIndex } from './corpus-index.ts';
import type { SourceFile } from './find-files.ts';
import type { Ingest, OpenedFile } from './ingest.ts';
import type { FolderPlace } from './place-keys.ts';

/** A file on its way in, with what is known of it beforehand. */
export interface ImportFile extends SourceFile {
  /** Where it is, as its articles' origins tell it. */
  readonly place: Pick<Origin, 'place' | 'folderId' | 'path'>;
  /** Of a file in the project's `articles` folder: its name there. It is not copied. */
  readonly ownCopy: string | null;
  /** No article was read from there. */
  readonly isNew: boolean;
  /** Bytes of these hashes are known: nothing is done. */
  readonly knownHashes: readonly string[];
  /** The article that such bytes are, for the report; `null`: nothing is said. */
  readonly knownArticle: ArticleRecord | null;
  readonly encoding: string | null;
  /** The one that was chosen for what was read there before. */
  readonly encodingBefore: string | null;
  readonly columns: ColumnMap | null;
  /** The columns were named just now: what was read of the same bytes before is read anew. */
  readonly isAnew: boolean;
  readonly reread: Reread | null;
}

/** The one article that a file is read again for. */
export interface Reread {
  readonly article: ArticleRecord;
  /** The only part of the file that counts. */
  readonly part: string | null;
  /** The bytes that the file must have. */
  readonly fileHash: string;
}

/** A file that was dealt with, to the end. */
export interface ImportedFile {
  readonly file: ImportFile;
  /** Nothing for a file that was known; one line for most; many for a file of many articles. */
  readonly items: readonly ImportItem[];
  /** `null` when it could not be opened. */
  readonly opened: OpenedFile | null;
  /** `false`: the import stopped within it, and would begin it again. */
  readonly isWhole: boolean;
  /** `false`: it could not be read just now; the next time it may. */
  readonly isSettled: boolean;
}

/** What an import works on and with. */
export interface ImportParts {
  readonly maker: Maker;
  readonly articlesFolder: string;
  readonly textsFolder: string;
  readonly corpus: CorpusIndex;
  readonly ingest: Ingest;
  /** Milliseconds that only grow. */
  clock(): number;
  /** Journals a change and tells the window. */
  append(change: Change): Promise<Result<number>>;
  /** Where a file of these bytes was that is not there any more; `null`: nowhere. */
  movedFrom(fileHash: string): FolderPlace | null;
  /** Whether the file of an origin is there, unchanged, as far as the disk tells without reading it. */
  isStillThere(origin: Origin): Promise<boolean>;
  /** Told of files when what became of them is on disk, in order. */
  onImported(files: readonly ImportedFile[]): Promise<void>;
  readonly signal: AbortSignal;
}
