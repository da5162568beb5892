import { describe, expect, test } from 'vitest';
import type { Diff } from '../../../app/record/diff.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { UndoHistory } from '../../../renderer/store/undo-history.ts';
import type { StackLimits } from '../../../renderer/store/undo-stack.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import { contentsOf, firstRecords, randomCommand, seeded } from '../../support/random-commands.ts';
import { countingMaker, sampleTag } from '../../support/records.ts';

/** The store's records and its undo over a journal in memory, without a database. */
class Work {
  readonly maker = countingMaker();
  readonly journal = new FakeJournal('018f0000-0000-7000-8000-00000000aaaa');
  readonly records = new RecordIndex();
  readonly random: () => number;
  readonly #limits: StackLimits | undefined;
  history: UndoHistory;

  constructor(seed: number, limits?: StackLimits) {
    this.random = seeded(seed);
    this.#limits = limits;
    const added = firstRecords(this.maker, 8);
    this.#save(newChange(this.maker, 'Create project', { added, updated: [], removed: [] }));
    this.history = this.#begin();
  }

  /** The program ends and begins again: what memory knew of undo is gone. */
  restart(): void {
    this.history = this.#begin();
  }

  /** Makes a random change. */
  act(): string {
    const { name, diff } = randomCommand(this.records, this.maker, this.random);
    this.history.push(this.#save(newChange(this.maker, name, diff)));
    return name;
  }

  async undo() {
    for (let waits = this.history.whenReady('done'); waits !== null; ) {
      await waits;
      waits = this.history.whenReady('done');
    }
    return this.history.undo();
  }

  async redo() {
    for (let waits = this.history.whenReady('undone'); waits !== null; ) {
      await waits;
      waits = this.history.whenReady('undone');
    }
    return this.history.redo();
  }

  get contents(): string {
    return contentsOf(this.records.all);
  }

  #save(change: ReturnType<typeof newChange>) {
    this.records.apply(change.diff);
    // Not `append`: it looks for the change among all others first.
    const sequence = this.journal.entries.length + 1;
    this.journal.entries.push({ sequence, change });
    return change;
  }

  #begin(): UndoHistory {
    return new UndoHistory({
      records: this.records.all,
      maker: this.maker,
      host: this.journal.host,
      sequence: () => this.journal.entries.length,
      whenSaved: () => Promise.resolve(),
      make: (name, diff, takesBack) =>
        this.#save({ ...newChange(this.maker, name, diff), ...takesBack }),
      ...(this.#limits === undefined ? {} : { limits: this.#limits }),
    });
  }
}

function addition(work: Work, name: string): Diff {
  return { added: [sampleTag(work.maker, name)], updated: [], removed: [] };
}

describe('H3: everything is taken back, in order, and done again', () => {
  test.each([1, 2])(
    '2,000 random commands, to the start and to the end (seed %i)',
    async (seed) => {
      const work = new Work(seed);
      const states = new Map([[0, work.contents]]);
      const names: string[] = [];
      for (let index = 1; index <= 2_000; index += 1) {
        names.push(work.act());
        if (index % 25 === 0) states.set(index, work.contents);
      }
      // Not `toBe`: what would be printed is the whole project.
      const isAsBefore = (index: number): boolean =>
        !states.has(index) || work.contents === states.get(index);
      for (let index = 2_000; index > 0; index -= 1) {
        expect(await work.undo()).toMatchObject({ kind: 'done', name: names[index - 1] });
        expect(isAsBefore(index - 1), `undo of ${index}`).toBe(true);
      }
      expect(await work.undo()).toEqual({ kind: 'nothing' });
      for (const [index, name] of names.entries()) {
        expect(await work.redo()).toMatchObject({ kind: 'done', name });
        expect(isAsBefore(index + 1), `redo of ${index + 1}`).toBe(true);
      }
      expect(await work.redo()).toEqual({ kind: 'nothing' });
    },
  );

  test('5,000 steps, each with its name', async () => {
    const work = new Work(4);
    const names = Array.from({ length: 5_000 }, () => work.act());
    for (const name of names.toReversed()) {
      expect(work.history.undoName).toBe(name);
      expect(work.history.undo().kind).toBe('done');
    }
    expect(work.contents).toBe(new Work(4).contents);
    for (const name of names) {
      expect(work.history.redoName).toBe(name);
      expect(work.history.redo().kind).toBe('done');
    }
    expect(work.history.redoName).toBeNull();
  }, 60_000);
});

describe('H4: the journal knows the steps that memory does not', () => {
  test.each([
    { seed: 11, limits: undefined },
    { seed: 12, limits: { steps: 3, states: 100_000 } },
    { seed: 13, limits: { steps: 1_000, states: 6 } },
    { seed: 14, limits: { steps: 1, states: 1 } },
  ])('over restarts and beyond what is kept (seed $seed, $limits)', async ({ seed, limits }) => {
    const work = new Work(seed, limits);
    const chance = seeded(seed + 1_000);
    // What an analyst expects: a row of states, a place in it, and a new change forgets what lies ahead.
    let row = [work.contents];
    let place = 0;
    for (let index = 0; index < 1_500; index += 1) {
      const what = chance();
      if (what < 0.4) {
        work.act();
        row = [...row.slice(0, place + 1), work.contents];
        place += 1;
      } else if (what < 0.72) {
        const { kind } = await work.undo();
        expect(kind, `undo, ${index}`).toBe(place === 0 ? 'nothing' : 'done');
        place = Math.max(0, place - 1);
      } else if (what < 0.95) {
        const { kind } = await work.redo();
        expect(kind, `redo, ${index}`).toBe(place === row.length - 1 ? 'nothing' : 'done');
        place = Math.min(row.length - 1, place + 1);
      } else work.restart();
      expect(work.contents === row[place], `state, ${index}`).toBe(true);
    }
  });

  test('what others did and what the program did by itself is no step', async () => {
    const work = new Work(21);
    const name = work.act();
    const other = {
      ...newChange(work.maker, 'Make a tag', addition(work, 'theirs')),
      author: 'Bea',
    };
    const own = newChange(work.maker, 'Rescan', addition(work, 'found'));
    for (const change of [other, { ...own, unattended: true as const }]) {
      work.records.apply(change.diff);
      work.journal.append(change);
    }
    work.restart();
    expect(await work.undo()).toMatchObject({ kind: 'done', name });
    expect(await work.undo()).toEqual({ kind: 'nothing' });
  });

  test('the changes of a job are one step, also from the journal', async () => {
    const work = new Work(22);
    const before = work.contents;
    for (const part of [1, 2, 3]) {
      const change = newChange(work.maker, 'Import 1 article', addition(work, `part ${part}`));
      work.records.apply(change.diff);
      work.journal.append({ ...change, jobId: 'job' });
    }
    const after = work.contents;
    work.restart();
    expect(await work.undo()).toMatchObject({ kind: 'done', name: 'Import 3 articles' });
    expect(work.contents).toBe(before);
    work.restart();
    expect(await work.undo()).toEqual({ kind: 'nothing' });
    expect(await work.redo()).toMatchObject({ kind: 'done', name: 'Import 3 articles' });
    expect(work.contents).toBe(after);
    work.restart();
    expect(await work.undo()).toMatchObject({ kind: 'done', name: 'Import 3 articles' });
    expect(work.contents).toBe(before);
  });

  test('behind an undoing that an earlier program wrote nothing is offered', async () => {
    const work = new Work(23);
    work.act();
    const name = 'Undo Highlight';
    const change = newChange(work.maker, name, addition(work, 'whatever'));
    work.records.apply(change.diff);
    work.journal.append(change);
    const last = work.act();
    work.restart();
    expect(await work.undo()).toMatchObject({ kind: 'done', name: last });
    expect(await work.undo()).toEqual({ kind: 'nothing' });
  });
});

describe('what was overtaken', () => {
  test('is passed by, and undo goes on with what was done before it', async () => {
    const work = new Work(31);
    const first = work.act();
    const tag = sampleTag(work.maker, 'figure');
    const made = newChange(work.maker, 'Make tag', { added: [tag], updated: [], removed: [] });
    work.records.apply(made.diff);
    work.journal.append(made);
    work.history.push(made);
    work.records.apply({ added: [], updated: [[tag, { ...tag, name: 'number' }]], removed: [] });
    expect(await work.undo()).toEqual({ kind: 'overtaken', name: 'Make tag' });
    expect(await work.undo()).toMatchObject({ kind: 'done', name: first });
    expect(await work.undo()).toEqual({ kind: 'nothing' });
  });
});
