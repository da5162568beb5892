import type { ArticleMetadata } from '../record/records.ts';
import type { Block } from '../record/text.ts';

/** What a file turned out to hold: what it states about itself, and its canonical text (rules T1 to T5, T7 to T11). */
export interface ParsedArticle {
  readonly metadata: ArticleMetadata;
  /** Never empty. */
  readonly text: string;
  readonly blocks: readonly Block[];
}
