import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { type RecordKind, recordKinds } from '../../../app/record/records.ts';
import { lazyList } from '../../../main/services/exchange/lazy-list.ts';
import { PackedSource } from '../../../main/services/exchange/packed-source.ts';
import { PackedRecords } from '../../../main/services/snapshot/packed-records.ts';
import { projectOf, projectShapes } from '../../app/exchange/written-project.ts';

const shapes = fc.sample(projectShapes, { seed: 20310822, numRuns: 25 });

test('packed records answer as records that are held do', () => {
  for (const shape of shapes) {
    const held = recordSourceOf(projectOf(shape).records.all.values());
    const records = new PackedRecords();
    // Put in twice, and some that go again: what was before does not come back.
    for (const record of held.all.values()) {
      records.set(record.id, { ...record, author: 'Before' });
      records.set(`${record.id}-gone`, record);
    }
    for (const record of held.all.values()) {
      records.set(record.id, record);
      expect(records.delete(`${record.id}-gone`)).toBe(true);
    }
    const packed = new PackedSource(records);
    expect(new Map(packed.all)).toEqual(new Map(held.all));
    for (const kind of recordKinds) {
      expect([...packed.list(kind)]).toEqual(held.list(kind));
      expect(packed.count(kind)).toBe(held.count(kind));
    }
    for (const { id, kind } of held.all.values()) {
      expect(packed.get(kind, id)).toEqual(held.get(kind, id));
      expect(packed.get(other(kind), id)).toBeNull();
      for (const name of [
        'annotationsOf',
        'linksAt',
        'evidenceOf',
        'evidenceFor',
        'silencesOf',
        'mentionsOf',
        'partsOf',
      ] as const) {
        expect([...packed[name](id as never)]).toEqual([...held[name](id as never)]);
      }
    }
    expect(packed.tagSets).toEqual(held.tagSets);
  }
});

test('a lazy list is an array to whoever reads it, and makes what is looked at', () => {
  let made = 0;
  const list = lazyList(4, (index) => {
    made += 1;
    return index * 10;
  });
  expect(list.length).toBe(4);
  expect(made).toBe(0);
  expect(list[2]).toBe(20);
  expect(made).toBe(1);
  expect(list[4]).toBeUndefined();
  expect(list.at(-1)).toBe(30);
  expect(Array.isArray(list)).toBe(true);
  expect([...list]).toEqual([0, 10, 20, 30]);
  expect(list.map((one) => one + 1)).toEqual([1, 11, 21, 31]);
  expect(list.filter((one) => one > 5)).toEqual([10, 20, 30]);
  expect(list.toSorted((one, next) => next - one)).toEqual([30, 20, 10, 0]);
  expect([5].concat(list)).toEqual([5, 0, 10, 20, 30]);
  expect(list.entries().next().value).toEqual([0, 0]);
});

function other(kind: RecordKind): RecordKind {
  return kind === 'tag' ? 'claim' : 'tag';
}
