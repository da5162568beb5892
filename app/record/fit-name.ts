import { foldCase } from '../base/fold-case.ts';
import { foldName } from '../base/fold-name.ts';
import type { Result } from '../base/result.ts';
import { failure, success } from '../base/result.ts';
import type { RecordSource } from './record-source.ts';
import type { ProjectRecord, TagRecord } from './records.ts';

/**
 * An earlier state of a record as it can be among the others by now. Fails with `name` if another tag, speaker (rule Q1) or
 * type of links (rule L4) has its name. A tag finds its key taken, or the tag above it gone: it is without them.
 */
export function fitName(
  source: RecordSource,
  record: ProjectRecord,
): Result<ProjectRecord, 'name'> {
  switch (record.kind) {
    case 'tag':
      return fitTag(source, record);
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
  const parentId = isBelow(source, record.parentId, record) ? null : record.parentId;
  return success({ ...record, key, parentId });
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

/** Whether a tag can't stand below another one: that is gone, or stands below this one by now. */
function isBelow(source: RecordSource, parentId: TagRecord['parentId'], tag: TagRecord): boolean {
  const seen = new Set<string>();
  for (let above = parentId; above !== null; ) {
    if (above === tag.id || seen.has(above)) return true;
    seen.add(above);
    const next = source.get('tag', above);
    if (next === null) return true;
    above = next.parentId;
  }
  return false;
}
