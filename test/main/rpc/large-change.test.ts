import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HostApi } from '../../../app/host/host-api.ts';
import type { Change } from '../../../app/record/change.ts';
import type { ProjectId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import { dispatch } from '../../../main/rpc/dispatch.ts';
import { emptyBase, Journal } from '../../../main/services/journal/journal.ts';
import { decodeLine } from '../../../main/services/journal/journal-line.ts';
import { countingMaker, tag, temporaryFolder } from '../support/samples.ts';

const maker = countingMaker();

/** A change of so many records of each sort. */
function large(count: number): Change {
  const tags = Array.from({ length: count * 3 }, (_, index) => tag(maker, `tag “${index}” é 話`));
  return newChange(maker, 'Restore the project', {
    added: tags.slice(0, count),
    updated: tags
      .slice(count, count * 2)
      .map((one) => [one, nextRecord(maker, one, { key: 1 })] as const),
    removed: tags.slice(count * 2),
  });
}

/** How often others got their turn while something ran. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isOver = true;
  return turns;
}

async function append(change: unknown) {
  const taken: Change[] = [];
  const host = {
    appendChange: async ({ change: given }: { change: Change }) => {
      taken.push(given);
      return { sequence: 1 };
    },
  } as unknown as HostApi;
  const argument = { projectId: maker.id<ProjectId>(), change };
  const call = { senderAllowed: true, method: 'appendChange', argument };
  const answer = await dispatch(host, call, () => undefined);
  return { answer, taken };
}

describe('a change of 20,000 records', () => {
  test('is checked as any other is, without holding anything up', async () => {
    const change = large(7_000);
    let answered: Awaited<ReturnType<typeof append>> | null = null;
    const turns = await turnsDuring(async () => {
      answered = await append(structuredClone(change));
    });
    expect(answered).toEqual({ answer: { ok: true, value: { sequence: 1 } }, taken: [change] });
    expect(turns).toBeGreaterThan(50);
  });

  test('is refused for one record that is none, a record twice, or a field too many', async () => {
    const good = large(300);
    const { added, updated, removed } = good.diff;
    const [first] = added;
    const bad = [
      { ...good, diff: { added: [...added, { ...first, key: 77 }], updated, removed } },
      { ...good, diff: { added: [...added, first], updated, removed } },
      { ...good, diff: { added, updated, removed: [...removed, first] } },
      { ...good, diff: { added, updated, removed, more: [] } },
      { ...good, diff: { added, updated: updated.flat(), removed } },
      { ...good, name: 7 },
    ];
    for (const change of bad) {
      const { answer, taken } = await append(change);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect(taken).toEqual([]);
    }
  });

  test('is one whole line of the journal, which reads back, without holding anything up', async () => {
    const folder = await temporaryFolder();
    const journal = await Journal.open({
      folder,
      base: emptyBase,
      readOnly: false,
      onEntry: () => undefined,
    });
    const change = large(7_000);
    const small = newChange(maker, 'Small', {
      added: [tag(maker, 'one')],
      updated: [],
      removed: [],
    });
    const turns = await turnsDuring(() =>
      Promise.all([journal.append(change), journal.append(small)]),
    );
    await journal.close();
    expect(turns).toBeGreaterThan(25);
    const [file = ''] = await readdir(folder);
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n').filter(Boolean);
    expect(lines.map((line) => decodeLine(Buffer.from(line)))).toEqual([
      { kind: 'entry', entry: { sequence: 1, change } },
      { kind: 'entry', entry: { sequence: 2, change: small } },
    ]);
  });
});
