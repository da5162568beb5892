import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantSamples, readSamples } from './sample-tree.ts';
import { judge, type Verdicts } from './sample-verdicts.ts';

const samples = await readSamples();

let verdicts: Verdicts;
let removeTree: () => Promise<void>;

beforeAll(async () => {
  const { folder, remove } = await plantSamples(samples);
  removeTree = remove;
  verdicts = await judge(folder);
}, 120_000);

afterAll(() => removeTree());

describe('A bad sample is refused', () => {
  test.each(samples.filter(({ refusals }) => refusals.length > 0))('$name', (sample) => {
    expect(verdicts.get(sample.place) ?? []).toEqual(expect.arrayContaining([...sample.refusals]));
  });
});

describe('A good sample is not', () => {
  test.each(samples.filter(({ refusals }) => refusals.length === 0))('$name', ({ place }) => {
    expect(verdicts.get(place) ?? []).toEqual([]);
  });
});

test('No two samples pretend to be the same file', () => {
  const places = samples.map(({ place }) => place);
  expect(new Set(places).size).toBe(places.length);
});
