import { expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { KnownIds } from '../../../app/exchange/import/known-ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import { countingMaker, sampleTag } from '../../support/records.ts';

test('J3 what is known is told by id and kind, of few records as of many, and goes through all of them once', () => {
  const maker = countingMaker();
  const tags = Array.from({ length: 500 }, (_, index) => sampleTag(maker, `Tag ${index}`));
  const brief = newRecord(maker, 'brief', { title: 'Brief' });
  const source = recordSourceOf([...tags, brief]);
  let passes = 0;
  const all = new Proxy(source.all, {
    get(map, name) {
      if (name === 'values') passes += 1;
      const value: unknown = Reflect.get(map, name);
      return typeof value === 'function' ? value.bind(map) : value;
    },
  });
  const records = { ...source, all };
  for (let time = 0; time < 2; time += 1) {
    const known = new KnownIds(records, 'tag');
    for (const { id } of tags) expect(known.has(id)).toBe(true);
    expect(known.has(brief.id)).toBe(false);
    expect(known.has(maker.id())).toBe(false);
  }
  expect(passes).toBe(1);
});
