import { describe, expect, test } from 'vitest';
import { newTag } from '../../../app/annotation/tag-diffs.ts';
import { tagArticles } from '../../../app/article/tag-articles.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord, ProjectRecord } from '../../../app/record/records.ts';
import { requiredIds, tagIdsOf } from '../../../app/record/references.ts';
import { restoreProject } from '../../../app/record/restore-project.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { EarlierStates } from '../../../main/services/history/earlier-states.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { contentsOf, firstRecords, randomCommand, seeded } from '../../support/random-commands.ts';
import { countingMaker, sampleArticle } from '../../support/records.ts';

/** Records that change, with the entries that changed them. */
class Work {
  readonly maker = countingMaker();
  readonly records = new RecordIndex();
  readonly entries: JournalEntry[] = [];

  constructor(articles = 8) {
    this.do({ added: firstRecords(this.maker, articles), updated: [], removed: [] });
  }

  do(diff: Diff): void {
    this.records.apply(diff);
    const change = newChange(this.maker, 'Change', diff);
    this.entries.push({ sequence: this.entries.length + 1, change });
  }

  restore(sequence: number) {
    const states = new EarlierStates();
    for (const entry of this.entries.slice(sequence)) states.add(entry);
    return restoreProject(this.records, this.maker, states.list());
  }

  get snapshot(): ReadonlyMap<string, ProjectRecord> {
    return new Map(this.records.all);
  }
}

/** What the analyst says: articles by the analyst's own fields, and only those that were there then. */
function analystsPart(
  records: ReadonlyMap<string, ProjectRecord>,
  then: ReadonlyMap<string, ProjectRecord>,
): string {
  const said = new Map<string, ProjectRecord>();
  for (const record of records.values()) {
    if (record.kind === 'setting' || record.kind === 'revision') continue;
    if (record.kind !== 'article') said.set(record.id, record);
    else if (then.has(record.id)) {
      const { corrected, correctedBy = {}, starred = false, archived = false } = record;
      const own = { corrected, correctedBy, starred, archived, tagIds: record.tagIds ?? [] };
      const trashedAt = record.trashedAt ?? null;
      said.set(record.id, { id: record.id, kind: 'article', ...own, trashedAt } as ArticleRecord);
    }
  }
  return contentsOf(said);
}

function expectWhole(records: ReadonlyMap<string, ProjectRecord>): void {
  for (const record of records.values()) {
    for (const id of [...requiredIds(record), ...(tagIdsOf(record) ?? [])]) {
      expect(records.has(id), `${record.kind} hangs on ${id}`).toBe(true);
    }
  }
}

describe('H7: the project as it was at an entry', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'after random commands, as one change that undo takes back (seed %i)',
    (seed) => {
      const work = new Work();
      const random = seeded(seed);
      const snapshots = [new Map<string, ProjectRecord>(), work.snapshot];
      for (let index = 0; index < 250; index += 1) {
        work.do(randomCommand(work.records, work.maker, random).diff);
        snapshots.push(work.snapshot);
      }
      for (let round = 0; round < 12; round += 1) {
        const sequence = 1 + Math.floor(random() * (work.entries.length - 1));
        const before = contentsOf(work.records.all);
        const articles = work.records.list('article').map(({ id }) => id);
        const revisions = work.records.list('revision').length;
        const { diff } = work.restore(sequence);
        work.do(diff);
        const then = snapshots[sequence] ?? new Map();
        expect(analystsPart(work.records.all, then) === analystsPart(then, then)).toBe(true);
        for (const id of articles) expect(work.records.all.has(id)).toBe(true);
        expect(work.records.list('revision').length).toBeGreaterThanOrEqual(revisions);
        expectWhole(work.records.all);
        snapshots.push(work.snapshot);
        if (round % 2 === 1) continue;
        const undone = undoDiff(work.records.all, diff, work.maker);
        expect(undone).not.toBeNull();
        work.do(undone ?? diff);
        expect(contentsOf(work.records.all) === before).toBe(true);
        snapshots.push(work.snapshot);
      }
    },
  );

  test('articles that came since stay with their text, without a tag that goes; corrections go back', () => {
    const work = new Work(1);
    const [old] = work.records.list('article');
    if (old === undefined) throw new Error('There is no article.');
    const fresh = sampleArticle(work.maker, 2);
    work.do({ added: [fresh], updated: [], removed: [] });
    const tag = newTag(work.maker, 'later', []);
    work.do({ added: [tag], updated: [], removed: [] });
    work.do(tagArticles(work.maker, work.records.list('article'), tag.id));
    const present = work.records.get('article', old.id) ?? old;
    const revised = {
      ...nextRecord(work.maker, present, {}),
      revisionId: work.maker.id<RevisionId>(),
    };
    work.do({
      added: [],
      updated: [[present, { ...revised, corrected: { title: 'Mine' }, annotationsMade: 7 }]],
      removed: [],
    });
    const restoration = work.restore(1);
    expect(restoration).toMatchObject({
      newArticles: 1,
      revisedArticles: 1,
      kinds: [
        { kind: 'article', back: 0, changed: 2, removed: 0 },
        { kind: 'tag', back: 0, changed: 0, removed: 1 },
      ],
    });
    work.do(restoration.diff);
    expect(work.records.get('article', fresh.id)?.tagIds).toEqual([]);
    expect(work.records.get('article', old.id)).toMatchObject({
      corrected: {},
      revisionId: revised.revisionId,
      annotationsMade: 7,
    });
  });

  test('nothing changed since: nothing to do', () => {
    const work = new Work();
    expect(work.restore(1)).toMatchObject({
      kinds: [],
      diff: { added: [], updated: [], removed: [] },
    });
  });
});
