import type { ColumnMap, Origin } from '../../../app/record/records.ts';
import type { IngestedPart, IngestedText } from './ingest.ts';

/** One article as it was read. */
export interface ArticleReading {
  readonly part: IngestedPart;
  readonly text: IngestedText;
  readonly origin: Origin;
  /** As the analyst named them. */
  readonly columns: ColumnMap | null;
}
