import type { ArticleMetadata, MetadataField } from '../../record/records.ts';

// What the schema of records allows, in UTF-16 code units.
const longestName = 2_000;
const longestAddress = 8_192;
const longestLanguage = 100;
const partialDate = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * What a file says of an article as a record can hold it: names too long are cut, addresses too long and dates that are none
 * are left out. Fields without a value are left out, too.
 *
 * @param onLost told of each field that is cut or left out
 */
export function soundMetadata(
  stated: Partial<ArticleMetadata>,
  onLost: (field: MetadataField) => void,
): Partial<ArticleMetadata> {
  const sound: Record<string, string> = {};
  for (const [name, value] of Object.entries(stated)) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const field = name as MetadataField;
    const kept = soundValue(field, value);
    if (kept !== value) onLost(field);
    if (kept !== null) sound[field] = kept;
  }
  return sound;
}

function soundValue(field: MetadataField, value: string): string | null {
  switch (field) {
    case 'published':
    case 'updated':
      return soundDate(value);
    case 'url':
      return value.length <= longestAddress ? value : null;
    case 'language':
      return value.length <= longestLanguage ? value : null;
    default:
      return cutName(value);
  }
}

/** A date as a record can hold it, ISO 8601 of any precision; `null`: it is none. */
export function soundDate(value: string): string | null {
  return partialDate.test(value) ? value : null;
}

/** A name as a record can hold it: one that is too long ends in an ellipsis. */
export function cutName(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).toWellFormed()}…`;
}
