import { foldCase } from '../base/fold-case.ts';
import { foldName } from '../base/fold-name.ts';
import type { Result } from '../base/result.ts';
import { failure, success } from '../base/result.ts';
import type { RecordSource } from './record-source.ts';
import type { ProjectRecord, TagRecord } from './records.ts';

/**
 * An earlier state of a record as it can be among the others by now. Fails with `name` if another tag, speaker (rule Q1) or
 * type of links (rule L4) has its name. A tag finds its key taken, or the tag above it gone: it is without them. What would
 * stand below itself, as what it was part of is part of it by now, stands below nothing.
 */
export function fitAmongOthers(
  source: RecordSource,
  record: ProjectRecord,
): Result<ProjectRecord, 'name'> {
  switch (record.kind) {
    case 'tag':
      return fitTag(source, record);
    case 'claim': {
      const above = upwards((id) => source.get('claim', id), record.parentId ?? null, record.id);
      return success(above === 'itself' ? { ...record, parentId: null } : record);
    }
    case 'speaker':
      return isTaken(source.list('speaker'), record, foldName)
        ? taken('speaker', record.name)
        : success(record);
    case 'linkType':
      return isTaken(source.list('linkType'), record, foldCase)
        ? taken('type of links', record.name)
        : success(record);
    default:
      return success(record);
  }
}

function fitTag(source: RecordSource, record: TagRecord): Result<ProjectRecord, 'name'> {
  const tags = source.list('tag');
  if (isTaken(tags, record, (name) => name.toLocaleLowerCase())) return taken('tag', record.name);
  const isKeyTaken = tags.some((tag) => tag.id !== record.id && tag.key === record.key);
  const key = isKeyTaken ? null : record.key;
  const above = upwards((id) => source.get('tag', id), record.parentId, record.id);
  return success({ ...record, key, parentId: above === 'top' ? record.parentId : null });
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function isTaken(all: readonly Named[], own: Named, fold: (name: string) => string): boolean {
  const name = fold(own.name);
  return all.some((other) => other.id !== own.id && fold(other.name) === name);
}

function taken(what: string, name: string): Result<never, 'name'> {
  return failure(
    'name',
    `There is another ${what} “${name}” by now. Rename that one first, then restore this one.`,
  );
}

/**
 * Where the way up from a parent ends: at the top, at something that is gone, or at the record itself (or in a ring of
 * others).
 */
function upwards(
  get: (id: string) => { readonly parentId?: string | null } | null,
  parentId: string | null,
  own: string,
): 'top' | 'gone' | 'itself' {
  const seen = new Set([own]);
  for (let above = parentId; above !== null; ) {
    if (seen.has(above)) return 'itself';
    seen.add(above);
    const next = get(above);
    if (next === null) return 'gone';
    above = next.parentId ?? null;
  }
  return 'top';
}
