import type { Maker } from '../../../app/base/maker.ts';
import type { Result } from '../../../app/base/result.ts';
import type { Change } from '../../../app/record/change.ts';
import { claimsMade, keepCounters } from '../../../app/record/counters.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, ProjectRecord, SettingRecord } from '../../../app/record/records.ts';
import { settleDiff } from '../../../app/record/settle-diff.ts';
import { CodedError } from '../coded-error.ts';
import { readLines } from '../files/read-lines.ts';
import { ChangesMeanwhile, type JournalBehind } from './changes-meanwhile.ts';
import { DoubledNumbers } from './doubled-numbers.ts';
import type { ImportStep } from './exchange-tasks.ts';
import { fittingRecord } from './fitting-record.ts';
import { JoinedMeanwhile } from './joined-meanwhile.ts';
import type { PendingImport } from './pending-import.ts';

export interface CommitParts {
  readonly maker: Maker;
  /** The journal, to see what others do meanwhile. */
  readonly journal: JournalBehind;
  /** An article as it is now. */
  article(id: ArticleId): ArticleRecord | null;
  /** The highest number that an article ever had. */
  articlesNumbered(): number;
  append(change: Change): Promise<Result<number>>;
}

/** What the window takes up between two frames. */
const recordsPerChange = 2_000;

type Pair = readonly [ProjectRecord, ProjectRecord];

/**
 * Journals what an import made, records in the order in which they refer to one another, some thousands a change, all of one job.
 * What others change meanwhile stays as they made it: fields that the import does not change are theirs (rule D7), what hangs on
 * something that they removed is left out, and a number that they gave, too, is given up (rule D6). Begun again after it was
 * ended in the middle, it adds what is missing. Answers how many records were left out. Throws `CodedError` `disk`.
 */
export async function commitImport(pending: PendingImport, parts: CommitParts): Promise<number> {
  const { maker, journal } = parts;
  const meanwhile = new ChangesMeanwhile(journal, pending.jobId, pending.sequence);
  const leftOut = new Set<string>();
  const joined = new JoinedMeanwhile(meanwhile.states, new Set(pending.symmetric));
  const isGone = (id: string): boolean => leftOut.has(id) || meanwhile.isRemoved(id);
  let claims: SettingRecord | null = null;
  let added: ProjectRecord[] = [];
  let updated: Pair[] = [];
  const flush = async (): Promise<void> => {
    await meanwhile.read();
    const fitting: ProjectRecord[] = [];
    for (const record of added) {
      if (meanwhile.done.has(record.id) || joined.has(record)) continue;
      const theirs = isClaimCounter(record)
        ? [...meanwhile.states.values()].find(isClaimCounter)
        : undefined;
      if (theirs !== undefined) {
        // Two counters of one thing would count apart.
        updated.push([theirs, keepCounters(nextRecord(maker, theirs, {}), record)]);
        continue;
      }
      const fits = meanwhile.states.has(record.id) ? null : fittingRecord(record, isGone);
      if (fits !== null) fitting.push(fits);
      // Somebody made the same meanwhile: then it is there.
      else if (!meanwhile.states.has(record.id)) leftOut.add(record.id);
    }
    const present = (id: string) => meanwhile.stateOf(id);
    const kept = updated.filter(([, { id }]) => !meanwhile.done.has(id) && !isGone(id));
    [added, updated] = [[], []];
    if (fitting.length + kept.length === 0) return;
    const diff = settleDiff(present, { added: fitting, updated: kept, removed: [] });
    for (const record of [...diff.added, ...diff.updated.map(([, after]) => after)]) {
      if (isClaimCounter(record)) claims = record;
    }
    const change = newChange(maker, pending.name, diff);
    const appended = await parts.append({ ...change, jobId: pending.jobId });
    if (!appended.ok) throw CodedError.of(appended.error);
    meanwhile.passOwn(appended.value);
  };
  for await (const { kind, record, before } of linesOf(pending)) {
    if (kind === 'added') added.push(record);
    else if (before !== null) updated.push([before, record]);
    if (added.length + updated.length >= recordsPerChange) await flush();
  }
  await flush();
  await meanwhile.read();
  const doubled = new DoubledNumbers(meanwhile);
  if (doubled.isNeeded) {
    for await (const { kind, record } of linesOf(pending)) {
      if (kind === 'added' && !isGone(record.id)) doubled.look(record);
      if (claims === null && isClaimCounter(record)) claims = record;
    }
    const counters = {
      article: (id: ArticleId) => parts.article(id),
      articlesNumbered: () => parts.articlesNumbered(),
      claims: () => [...meanwhile.states.values()].find(isClaimCounter) ?? claims,
    };
    updated = [...doubled.settle(maker, counters, isGone)];
    meanwhile.done.clear();
    await flush();
  }
  return leftOut.size;
}

/** Every line of an import's steps, with originals named as they are in the project. */
async function* linesOf({ steps, originals }: PendingImport): AsyncGenerator<{
  readonly kind: ImportStep['kind'];
  readonly record: ProjectRecord;
  readonly before: ProjectRecord | null;
}> {
  for (const { kind, path } of steps) {
    for await (const { bytes } of readLines(path, 0, Number.POSITIVE_INFINITY, true)) {
      // Made by this program a moment ago; `append` checks what goes into the journal.
      const line: unknown = JSON.parse(bytes.toString('utf8'));
      if (kind === 'updated') {
        const [before, record] = line as Pair;
        yield { kind, record, before };
      } else yield { kind, record: withOriginal(line as ProjectRecord, originals), before: null };
    }
  }
}

function isClaimCounter(record: ProjectRecord | null): record is SettingRecord {
  return record?.kind === 'setting' && record.name === claimsMade;
}

function withOriginal(record: ProjectRecord, names: ReadonlyMap<ArticleId, string>): ProjectRecord {
  if (record.kind === 'article') {
    const fileName = names.get(record.id);
    if (fileName === undefined) return record;
    return { ...record, origins: record.origins.map((origin) => ({ ...origin, fileName })) };
  }
  if (record.kind === 'revision' && record.source !== undefined) {
    const fileName = names.get(record.articleId);
    if (fileName === undefined) return record;
    return { ...record, source: { ...record.source, fileName } };
  }
  return record;
}
