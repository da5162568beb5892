import { foldName } from '../../app/base/fold-name.ts';
import type { RecordSource } from '../../app/record/record-source.ts';
import type { BriefRecord } from '../../app/record/records.ts';
import { CodedError } from '../services/coded-error.ts';
import { UsageError } from './usage-error.ts';

/**
 * The brief of an id, of a title, or of the beginning of one, if there is just one; without a name the only brief there is. Throws `UsageError`, or `CodedError` `nothing` where there
 * are none at all.
 */
export function findBrief(records: RecordSource, name: string): BriefRecord {
  const briefs = records.list('brief');
  const wanted = foldName(name);
  const named = (fits: (title: string) => boolean): readonly BriefRecord[] =>
    briefs.filter(({ title }) => fits(foldName(title)));
  if (name === '' && briefs.length > 1) {
    throw new UsageError(`Which brief? There are ${listed(briefs)}.`);
  }
  const found = [
    name === '' ? briefs : [],
    briefs.filter(({ id }) => id === name),
    named((title) => title === wanted),
    named((title) => wanted !== '' && title.startsWith(wanted)),
  ].find((some) => some.length > 0);
  const [brief] = found ?? [];
  if (brief !== undefined && found?.length === 1) return brief;
  const titles = listed(found ?? briefs);
  if (brief !== undefined) throw new UsageError(`Which one of ${titles}?`);
  if (briefs.length === 0) throw new CodedError('nothing', 'The project has no briefs.');
  throw new UsageError(`There is no brief “${name}”. There are ${titles}.`);
}

function listed(briefs: readonly BriefRecord[]): string {
  return briefs.map(({ title, id }) => `“${title}” (${id})`).join(', ');
}
