import { keepCounters } from './counters.ts';
import { changedFields, withFields } from './record-content.ts';
import type { ArticleRecord, ProjectRecord } from './records.ts';

/** What of an article is the analyst's own. All else is what the import read, and having been read is no work. */
const articleFields: ReadonlySet<string> = new Set<keyof ArticleRecord>([
  'corrected',
  'correctedBy',
  'tagIds',
  'starred',
  'archived',
  'trashedAt',
]);

/**
 * A record as it is now with what the analyst says of it as an earlier state has it; counters do not go back (rule D6).
 * The same record if nothing of that is different. An article keeps what the import made of it, a revision and a setting
 * stay as they are. `rev`, times and author are those of `present`.
 */
export function withAnalystFields(present: ProjectRecord, earlier: ProjectRecord): ProjectRecord {
  if (present.kind === 'revision' || present.kind === 'setting') return present;
  const different = changedFields(present, earlier);
  const fields =
    present.kind === 'article' ? different.filter((name) => articleFields.has(name)) : different;
  return fields.length === 0
    ? present
    : keepCounters(withFields(present, fields, earlier), present);
}
