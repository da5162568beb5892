import type { RevisionHash } from '../../base/brand.ts';
import type { Result } from '../../base/result.ts';
import type { ArticleId } from '../../record/ids.ts';
import type {
  ArticleMetadata,
  MetadataProvenance,
  ProjectRecord,
  SourceEncoding,
  SourceFormat,
} from '../../record/records.ts';
import type { ArticleDraft } from '../import-draft.ts';

/** The text of an article draft, stored under its hash. */
export interface StoredDraft {
  readonly hash: RevisionHash;
  readonly length: number;
  readonly blockCount: number;
  readonly wordCount: number;
  /** What the text states of itself. */
  readonly metadata: ArticleMetadata;
  readonly provenance: MetadataProvenance;
  readonly remarks: readonly string[];
  readonly format: SourceFormat;
  readonly encoding: SourceEncoding | null;
  /** SHA-256 of the original's bytes. */
  readonly fileHash: string;
  /** The name that the original wants in the project's folder of originals; it may get another. */
  readonly fileName: string;
}

/** Where an import puts what it makes. Nothing of it is in the project before all of it has been made. */
export interface ImportSink {
  /** Stores the text of a draft. Fails with a sentence for people ("The article holds no text."). */
  storeArticle(draft: ArticleDraft): Promise<Result<StoredDraft>>;
  /** What is wrong with a record by the schema, in a few words; `null`: nothing. */
  faultOf(record: ProjectRecord): string | null;
  add(record: ProjectRecord): void;
  /** An article is made of the draft that was stored last: its original is kept. */
  made(articleId: ArticleId, fileHash: string): void;
  /** A record of the project that becomes another; each stands here once. */
  update(before: ProjectRecord, after: ProjectRecord): void;
}
