import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Instant } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { Change } from '../../../app/record/change.ts';
import { emptyDiff } from '../../../app/record/diff.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord, TagRecord } from '../../../app/record/records.ts';

/** A maker whose ids and times count up, the same in every run. Ids are UUIDs of version 7 in form. */
export function countingMaker(start = 0): Maker {
  let count = start;
  return {
    author: 'Ada',
    now: () => new Date(Date.UTC(2026, 0, 1) + count * 1000).toISOString() as Instant,
    id: <Id extends string>() => {
      count += 1;
      const digits = count.toString(16).padStart(12, '0');
      return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000` as Id;
    },
  };
}

export function tag(maker: Maker, name: string): TagRecord {
  return newRecord(maker, 'tag', { name, parentId: null, color: 1, description: '', key: null });
}

/** A change that adds records: by default one tag. */
export function addition(maker: Maker, name = 'Add tag', added?: readonly ProjectRecord[]): Change {
  return {
    id: maker.id(),
    name,
    author: maker.author,
    at: maker.now(),
    diff: { ...emptyDiff, added: added ?? [tag(maker, name)] },
  };
}

/** A new empty folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'variorum-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
