import type { Maker } from '../base/maker.ts';
import type { Result } from '../base/result.ts';
import { failure, success } from '../base/result.ts';
import { withAnalystFields } from './analyst-fields.ts';
import { keepCounters } from './counters.ts';
import type { Diff } from './diff.ts';
import { fitAmongOthers } from './fit-among-others.ts';
import { changedFields } from './record-content.ts';
import type { RecordSource } from './record-source.ts';
import type { ProjectRecord } from './records.ts';
import { inOrderOfKinds, requiredIds, tagIdsOf, withTagsThat } from './references.ts';

export type RestoreProblem =
  /** It is so already. */
  | 'same'
  /** It cannot be without something that is gone. */
  | 'reference'
  /** There is another tag, speaker or type of links of that name. */
  | 'name'
  /** There is another one that says the same. */
  | 'double';

/** What restoring a record comes to. */
export interface Restored {
  readonly diff: Diff;
  /** How many records that hung on it could not be brought back, as what else they need is gone or said anew. */
  readonly left: number;
}

/**
 * Makes a record say again what an earlier state of it says (rule H6). One that is gone is brought back, and with it what
 * was removed together with it because it hung on it: links, evidence, a tag's places; what can't be any more is left out
 * and counted. Cost: `removal`.
 *
 * @param removal the change that removed the record; `null` for one that is there
 */
export function restoreRecord(
  source: RecordSource,
  maker: Maker,
  earlier: ProjectRecord,
  removal: Diff | null,
): Result<Restored, RestoreProblem> {
  const present = source.all.get(earlier.id);
  if (present !== undefined) return restorePresent(source, maker, present, earlier);
  return bringBack(source, maker, earlier, removal);
}

function restorePresent(
  source: RecordSource,
  maker: Maker,
  present: ProjectRecord,
  earlier: ProjectRecord,
): Result<Restored, RestoreProblem> {
  const isThere = (id: string): boolean => source.all.has(id);
  const fitted = fitAmongOthers(source, withAnalystFields(present, withTagsThat(earlier, isThere)));
  if (!fitted.ok) return fitted;
  const wanted = keptThere(source, present, fitted.value);
  if (changedFields(present, wanted).length === 0) {
    return failure('same', 'It is as it was then already; nothing was changed.');
  }
  if (!requiredIds(wanted).every(isThere)) return missing(wanted);
  if (isDouble(source, wanted)) return double(wanted);
  const after = { ...wanted, ...stamp(maker, present.rev) };
  return success({ diff: { added: [], updated: [[present, after]], removed: [] }, left: 0 });
}

/** An annotation that is put back on an earlier revision stays there: it would be carried over again at once (rule K7). */
function keptThere(
  source: RecordSource,
  present: ProjectRecord,
  wanted: ProjectRecord,
): ProjectRecord {
  if (present.kind !== 'annotation' || wanted.kind !== 'annotation') return wanted;
  const { revisionId } = wanted.passage;
  const article = source.get('article', wanted.articleId);
  const isPutBack = revisionId !== present.passage.revisionId;
  if (!isPutBack || article === null || revisionId === article.revisionId) return wanted;
  return { ...wanted, keptFrom: article.revisionId };
}

function bringBack(
  source: RecordSource,
  maker: Maker,
  earlier: ProjectRecord,
  removal: Diff | null,
): Result<Restored, RestoreProblem> {
  const hanging = hangingOn(earlier.id, removal?.removed ?? []);
  const removed = removal?.removed.find(({ id }) => id === earlier.id) ?? earlier;
  const added = new Map<string, ProjectRecord>();
  const isThere = (id: string): boolean => source.all.has(id) || added.has(id);
  let left = 0;
  for (const record of inOrderOfKinds([earlier, ...hanging])) {
    const isIt = record.id === earlier.id;
    const fitted = fitAmongOthers(source, withTagsThat(record, isThere));
    const isWhole = requiredIds(record).every((id) => isThere(id));
    if (fitted.ok && isWhole && !isDouble(source, record)) {
      const rev = isIt ? Math.max(removed.rev, record.rev) : record.rev;
      const back = isIt ? keepCounters(fitted.value, removed) : fitted.value;
      added.set(record.id, { ...back, ...stamp(maker, rev) });
    } else if (!isIt) left += 1;
    else if (!fitted.ok) return fitted;
    else if (!isWhole) return missing(record);
    else return double(record);
  }
  const updated = earlier.kind === 'tag' ? retagged(source, maker, earlier.id, removal) : [];
  return success({ diff: { added: [...added.values()], updated, removed: [] }, left });
}

/** What was removed with a record because it could not be without it, directly or over others. */
function hangingOn(id: string, removed: readonly ProjectRecord[]): readonly ProjectRecord[] {
  const ids = new Set([id]);
  const found: ProjectRecord[] = [];
  for (const record of inOrderOfKinds(removed)) {
    if (ids.has(record.id) || !requiredIds(record).some((needed) => ids.has(needed))) continue;
    ids.add(record.id);
    found.push(record);
  }
  return found;
}

/** Evidence, links, silences and decisions are there once each: another may have been made since. */
function isDouble(source: RecordSource, record: ProjectRecord): boolean {
  switch (record.kind) {
    case 'evidence':
      return source
        .evidenceOf(record.claimId)
        .some(({ id, annotationId }) => id !== record.id && annotationId === record.annotationId);
    case 'silence':
      return source
        .silencesOf(record.claimId)
        .some(({ id, articleId }) => id !== record.id && articleId === record.articleId);
    case 'decision':
      return source.list('decision').some(({ id, key }) => id !== record.id && key === record.key);
    case 'link': {
      // Rule L2: of a symmetric type a link says the same whichever way it runs.
      const symmetric = source.get('linkType', record.typeId)?.symmetric === true;
      return source
        .linksAt(record.from)
        .some(
          ({ id, from, to, typeId }) =>
            id !== record.id &&
            typeId === record.typeId &&
            ((from === record.from && to.id === record.to.id) ||
              (symmetric && from === record.to.id && to.id === record.from)),
        );
    }
    case 'linkType': {
      // Rule L4: links that run both ways between two things would say the same if the type read the same from both.
      if (!record.symmetric) return false;
      const links = source.list('link').filter(({ typeId }) => typeId === record.id);
      const ways = new Set(links.map(({ from, to }) => `${from} ${to.id}`));
      return links.some(({ from, to }) => ways.has(`${to.id} ${from}`));
    }
    default:
      return false;
  }
}

/** Puts a tag back on what it was taken off when it was removed, in its place among the other tags. */
function retagged(
  source: RecordSource,
  maker: Maker,
  tagId: string,
  removal: Diff | null,
): (readonly [ProjectRecord, ProjectRecord])[] {
  return (removal?.updated ?? []).flatMap(([before, after]) => {
    const present = source.all.get(after.id);
    const had = tagIdsOf(before) ?? [];
    const place = had.indexOf(tagId);
    if (present === undefined || place === -1 || tagIdsOf(after)?.includes(tagId) === true)
      return [];
    const tagIds = [...(tagIdsOf(present) ?? [])];
    if (tagIds.includes(tagId)) return [];
    tagIds.splice(place, 0, tagId);
    // The kinds that have tags, by `tagIdsOf`: the record stays one of its kind.
    const back = { ...present, tagIds, ...stamp(maker, present.rev) } as unknown as ProjectRecord;
    return [[present, back] as const];
  });
}

function stamp(maker: Maker, rev: number): Pick<ProjectRecord, 'modifiedAt' | 'author' | 'rev'> {
  return { modifiedAt: maker.now(), author: maker.author, rev: rev + 1 };
}

function double(record: ProjectRecord): Result<never, 'double'> {
  return failure(
    'double',
    record.kind === 'linkType'
      ? 'Some of its links would say the same then. Remove one of each two that run both ways first.'
      : 'There is another one by now that says the same; it stays alone.',
  );
}

function missing(record: ProjectRecord): Result<never, 'reference'> {
  const what: Partial<Record<ProjectRecord['kind'], string>> = {
    revision: 'The article of this revision is',
    annotation: 'The article of this annotation, or the revision that it was made on, is',
    link: 'An end of this link, or its type, is',
    evidence: 'The claim or the passage is',
    silence: 'The claim or the article is',
    decision: 'An article of this suggestion is',
    briefPart: 'The brief of this part is',
  };
  const subject = what[record.kind] ?? 'Something that it needs is';
  return failure('reference', `${subject} not in the project any more. Bring that back first.`);
}
