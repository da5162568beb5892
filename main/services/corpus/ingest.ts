import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Result } from '../../../app/base/result.ts';
import type { TablePreview } from '../../../app/host/corpus.ts';
import type {
  ArticleMetadata,
  ColumnMap,
  MetadataProvenance,
  SourceEncoding,
  SourceFormat,
} from '../../../app/record/records.ts';
import type { FindOptions, Found } from './find-files.ts';
import type { StoredOriginal } from './store-original.ts';

/** A file to be read for its articles. */
export interface IngestRequest {
  readonly path: string;
  /** Without folders. */
  readonly name: string;
  /** In bytes, as it was found. */
  readonly size: number;
  /** SHA-256 of bytes that are known already: a file of these is not read for articles again. */
  readonly knownHashes: readonly string[];
  readonly encoding: string | null;
  /** The one that was chosen for what stood there before: taken, unless the bytes show that they are UTF-8 now. */
  readonly encodingBefore: string | null;
  readonly columns: ColumnMap | null;
  /** The folder that the original is copied to; `null`: it lies in the project already. */
  readonly copyTo: string | null;
  /** The folder of the text store. */
  readonly texts: string;
}

/** An article whose text is stored, without the text. */
export interface IngestedText {
  readonly metadata: ArticleMetadata;
  readonly provenance: MetadataProvenance;
  readonly remarks: readonly string[];
  readonly hash: RevisionHash;
  readonly length: number;
  readonly blockCount: number;
  readonly wordCount: number;
}

/** An article of a file, or why there is none. */
export interface IngestedPart {
  readonly part: string | null;
  /** As `SourcePart` has it. */
  readonly key?: string;
  readonly format: SourceFormat;
  readonly encoding: SourceEncoding | null;
  readonly text: Result<IngestedText>;
}

/** A file whose bytes are known, before its articles are. */
export interface OpenedFile {
  /** SHA-256 of its bytes, lower-case hexadecimal. */
  readonly fileHash: string;
  readonly size: number;
  readonly modified: number;
  /** Its copy in the project; `null` when none was asked for. */
  readonly copy: StoredOriginal | null;
}

/** Told while a file is read: first what it is, then each article. */
export type IngestMessage =
  | { readonly kind: 'opened'; readonly file: OpenedFile }
  | {
      readonly kind: 'part';
      readonly part: IngestedPart;
      /** What has to be synced before a journal entry may name it. */
      readonly written: readonly string[];
    };

/**
 * What reading a file came to in the end: `unchanged` for bytes that were known; a failure `disk` when the project
 * folder could not be written, which is no fault of the file; any other failure is the file's.
 */
export type IngestEnd = Result<'read' | 'unchanged'>;

/** The heavy part of an import, done away from main's event loop. */
export interface Ingest {
  /** Looks for files; told of them some hundreds at a time. Rejects never; a failure is one of the worker. */
  find(
    paths: readonly string[],
    options: FindOptions,
    onFound: (found: readonly Found[]) => void,
  ): Promise<Result<undefined>>;
  /**
   * Reads a file. What was told stays also when the end is a failure.
   *
   * @param signal aborted, a reading that has not begun fails
   */
  read(
    request: IngestRequest,
    onMessage: (message: IngestMessage) => void,
    signal?: AbortSignal,
  ): Promise<IngestEnd>;
  /** The head of a table, for its columns to be named. Fails as `parseSource` does, and with `unreadable`. */
  readTable(path: string): Promise<Result<TablePreview>>;
  /** Makes written files outlast a power cut. Fails with `disk`. */
  sync(paths: readonly string[]): Promise<Result<undefined>>;
}
