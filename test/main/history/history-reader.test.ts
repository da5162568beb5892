import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Instant } from '../../../app/base/brand.ts';
import type { HistoryFilter, HistoryPage } from '../../../app/host/history.ts';
import type { Change, JournalEntry } from '../../../app/record/change.ts';
import type { Diff } from '../../../app/record/diff.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { HistoryQuestion } from '../../../main/services/history/history-query.ts';
import { HistoryReader } from '../../../main/services/history/history-reader.ts';
import { emptyBase, Journal } from '../../../main/services/journal/journal.ts';
import { addition, countingMaker, tag, temporaryFolder } from '../support/samples.ts';

const all: HistoryFilter = {
  words: '',
  author: null,
  kind: null,
  recordId: null,
  from: null,
  until: null,
  hideUnattended: false,
  hideJobs: false,
};

/** A journal on disk with what reads its history. */
class Written {
  readonly maker = countingMaker();
  readonly entries: JournalEntry[] = [];
  readonly reader = new HistoryReader(() => 0);
  readonly folder: string;
  readonly journal: Journal;

  private constructor(folder: string, journal: Journal) {
    this.folder = folder;
    this.journal = journal;
  }

  static async begin(): Promise<Written> {
    const folder = await temporaryFolder();
    const journal = await Journal.open({
      folder,
      base: emptyBase,
      readOnly: false,
      onEntry: () => undefined,
    });
    onTestFinished(() => journal.close());
    return new Written(folder, journal);
  }

  async write(change: Change): Promise<number> {
    const result = await this.journal.append(change);
    if (!result.ok) throw new Error(result.error.message);
    this.entries.push({ sequence: result.value, change });
    return result.value;
  }

  ask(question: HistoryQuestion) {
    const { folder, journal, reader } = this;
    return reader.answer({ folder, lastSequence: journal.lastSequence, question });
  }

  async page(filter: Partial<HistoryFilter> = {}, offset = 0, limit = 200): Promise<HistoryPage> {
    const upTo = this.journal.lastSequence;
    const answer = await this.ask({
      kind: 'page',
      filter: { ...all, ...filter },
      upTo,
      offset,
      limit,
      all: true,
    });
    if (answer.kind !== 'page') throw new Error(answer.kind);
    return answer.page;
  }
}

function names({ entries }: HistoryPage): readonly string[] {
  return entries.map(({ name }) => name);
}

describe('H1: the history is the journal, newest first', () => {
  test('over several segments, also what is added later', async () => {
    const written = await Written.begin();
    for (let index = 1; index <= 7; index += 1) {
      await written.write(addition(written.maker, `Change ${index}`));
      if (index % 3 === 0) await written.journal.startSegment();
    }
    const first = await written.page({}, 0, 3);
    expect(names(first)).toEqual(['Change 7', 'Change 6', 'Change 5']);
    await written.reader.whenComplete();
    const second = await written.page({}, 3, 10);
    expect(names(second)).toEqual(['Change 4', 'Change 3', 'Change 2', 'Change 1']);
    expect(second).toMatchObject({ total: 7, complete: true, authors: ['Ada'] });
    await written.write(addition(written.maker, 'Change 8'));
    await written.journal.startSegment();
    await written.write(addition(written.maker, 'Change 9'));
    expect(names(await written.page({}, 0, 3))).toEqual(['Change 9', 'Change 8', 'Change 7']);
  });

  test('an entry says what it touched, by kind, and what it takes back', async () => {
    const written = await Written.begin();
    const { maker } = written;
    const [one, two] = [tag(maker, 'one'), tag(maker, 'two')];
    const made = addition(maker, 'Make', [one, two]);
    await written.write(made);
    const renamed = nextRecord(maker, one, { name: 'uno' });
    const diff: Diff = { added: [], updated: [[one, renamed]], removed: [two] };
    await written.write({
      ...addition(maker, 'Work'),
      diff,
      unattended: true,
      jobId: 'job',
      undoes: made.id,
    });
    const { entries } = await written.page();
    expect(entries[0]).toMatchObject({
      sequence: 2,
      unattended: true,
      jobId: 'job',
      undoes: made.id,
      redoes: null,
      touched: [{ kind: 'tag', added: 0, updated: 1, removed: 1 }],
    });
  });

  test('what is damaged is left out and what follows is there; a line that is being written is none yet', async () => {
    const written = await Written.begin();
    for (const name of ['A', 'B', 'C']) await written.write(addition(written.maker, name));
    const [file = ''] = await readdir(written.folder);
    const path = join(written.folder, file);
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = (lines[1] ?? '').replace('"B"', '"X"');
    await writeFile(path, lines.join('\n'));
    await appendFile(path, '{"sequence":4,"change":{"id"');
    expect(names(await written.page())).toEqual(['C', 'A']);
    const answer = await written.ask({ kind: 'earlier-states', sequence: 1, upTo: 3, offset: 0 });
    expect(answer).toMatchObject({ kind: 'earlier-states', page: { unreadable: 1 } });
    expect(await written.ask({ kind: 'entry', sequence: 2, offset: 0 })).toEqual({
      kind: 'missing',
    });
  });
});

test('H2: filters by author, kind, words, time, record, and by who was asked', async () => {
  const written = await Written.begin();
  const { maker } = written;
  const figure = tag(maker, 'figure');
  const search = newRecord(maker, 'savedSearch', { name: 'q', query: 'q' });
  await written.write({ ...addition(maker, 'Make tag “figure”', [figure]), author: 'Bea' });
  await written.write(addition(maker, 'Save search “q”', [search]));
  const renamed = nextRecord(maker, figure, { name: 'number' });
  await written.write({
    ...addition(maker, 'Edit tag “figure”'),
    diff: { added: [], updated: [[figure, renamed]], removed: [] },
  });
  await written.write({ ...addition(maker, 'Rescan'), unattended: true });
  await written.write({ ...addition(maker, 'Import 2 articles'), jobId: 'job' });
  const [, , edited] = written.entries;
  const found = async (filter: Partial<HistoryFilter>) => names(await written.page(filter));
  expect(await found({ author: 'Bea' })).toEqual(['Make tag “figure”']);
  expect(await found({ kind: 'savedSearch' })).toEqual(['Save search “q”']);
  expect(await found({ words: '"figure" TAG' })).toEqual([
    'Edit tag “figure”',
    'Make tag “figure”',
  ]);
  expect(await found({ recordId: figure.id })).toEqual(['Edit tag “figure”', 'Make tag “figure”']);
  expect(await found({ hideUnattended: true, hideJobs: true })).toEqual([
    'Edit tag “figure”',
    'Save search “q”',
    'Make tag “figure”',
  ]);
  const at = edited?.change.at as Instant;
  expect(await found({ from: at })).toEqual(['Import 2 articles', 'Rescan', 'Edit tag “figure”']);
  expect(await found({ until: at })).toEqual(['Save search “q”', 'Make tag “figure”']);
});

test('H5: the state at any entry, and last states, are those that the journal gives entry by entry', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { minLength: 1, maxLength: 30 }),
      fc.nat(30),
      async (steps, wanted) => {
        const written = await Written.begin();
        const { maker } = written;
        const states: Map<string, ProjectRecord>[] = [new Map()];
        const last = new Map<string, ProjectRecord>();
        const ids: string[] = [];
        for (const [which, what] of steps) {
          const now = new Map(states.at(-1));
          const present = now.get(ids[which] ?? '');
          const fresh = tag(maker, `tag ${which}`);
          const diff = {
            added: [] as ProjectRecord[],
            updated: [] as never[],
            removed: [] as ProjectRecord[],
          };
          if (present === undefined || what === 0) {
            diff.added.push(fresh);
            ids.push(fresh.id);
            now.set(fresh.id, fresh);
            last.set(fresh.id, fresh);
          } else if (what === 1) {
            diff.removed.push(present);
            now.delete(present.id);
          } else {
            const after = nextRecord(maker, present as typeof fresh, { name: `name ${what}` });
            diff.updated.push([present, after] as never);
            now.set(after.id, after);
            last.set(after.id, after);
          }
          await written.write({ ...addition(maker, 'Change'), diff });
          if (what === 3) await written.journal.startSegment();
          states.push(now);
        }
        const at = Math.min(wanted, steps.length);
        const answer = await written.ask({
          kind: 'earlier-states',
          sequence: at,
          upTo: steps.length,
          offset: 0,
        });
        if (answer.kind !== 'earlier-states') throw new Error(answer.kind);
        const then = new Map(states.at(-1));
        for (const { id, record } of answer.page.states) {
          if (record === null) then.delete(id);
          else then.set(id, record);
        }
        const byId = (map: ReadonlyMap<string, ProjectRecord>) =>
          [...map.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
        expect(byId(then)).toEqual(byId(states[at] ?? new Map()));
        const known = await written.ask({ kind: 'last-states', ids: [...ids, maker.id()] });
        if (known.kind !== 'last-states') throw new Error(known.kind);
        expect(byId(new Map(known.records.map((record) => [record.id, record])))).toEqual(
          byId(last),
        );
      },
    ),
    { seed: 5, numRuns: 40 },
  );
});

test('the records of a large entry and large states come in pages', async () => {
  const written = await Written.begin();
  const { maker } = written;
  const tags = Array.from({ length: 1_234 }, (_, index) => tag(maker, `tag ${index}`));
  await written.write(addition(maker, 'Many', tags));
  const gathered: (string | undefined)[] = [];
  for (;;) {
    const answer = await written.ask({ kind: 'entry', sequence: 1, offset: gathered.length });
    if (answer.kind !== 'entry') throw new Error(answer.kind);
    gathered.push(...answer.page.records.map(({ after }) => after?.id));
    expect(answer.page.total).toBe(tags.length);
    if (gathered.length >= answer.page.total) break;
  }
  expect(gathered).toEqual(tags.map(({ id }) => id));
  const states: string[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const answer = await written.ask({ kind: 'earlier-states', sequence: 0, upTo: 1, offset });
    if (answer.kind !== 'earlier-states') throw new Error(answer.kind);
    states.push(...answer.page.states.map(({ id }) => id));
    offset = answer.page.nextOffset;
  }
  expect(states).toEqual(tags.map(({ id }) => id));
});
