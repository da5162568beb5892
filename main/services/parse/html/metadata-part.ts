import type { Confidence, MetadataField, MetadataSource } from '../../../../app/record/records.ts';

/** What one part of a page states of its article, in a form that records may hold. */
export interface MetadataPart {
  readonly source: MetadataSource;
  readonly confidence: Confidence;
  /** Every title stated, the most trusted first. Absent: none. */
  readonly titles?: readonly string[];
  /** Absent or `null` where it states nothing. */
  readonly facts: { readonly [Field in Exclude<MetadataField, 'title'>]?: string | null };
}
