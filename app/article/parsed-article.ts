import type { ArticleMetadata, MetadataProvenance } from '../record/records.ts';
import type { Block } from '../record/text.ts';

/** What a source turned out to hold: what it states about itself, and its canonical text (rules T1 to T11). */
export interface ParsedArticle {
  readonly metadata: ArticleMetadata;
  /** Where each known field of `metadata` came from. */
  readonly provenance: MetadataProvenance;
  /** Never empty. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the analyst has to know of the reading, in sentences: pages without text, what was left out. */
  readonly remarks: readonly string[];
}
