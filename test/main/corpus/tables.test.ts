import { expect, test } from 'vitest';
import { makeZip } from '../parse/make-zip.ts';
import { corpusOf, importing } from '../support/importing.ts';

const table = [
  'nr,kop,inhoud,verslag',
  '1,Ferry aground,It ran aground at Hesk.,It ran aground at Hesk in fog on Monday.',
  '2,Ferry free,It was towed.,It was towed to Hesk at noon.',
].join('\n');

test('T20 a table that was understood in part says so, and its columns can be chosen then', async () => {
  const { host, window, run, write } = await importing();
  const job = await run(await write('clippings.csv', table));
  const [first, second] = job.items;
  expect(first).toMatchObject({
    outcome: 'added',
    part: 'row 1',
    reason: expect.stringContaining('“nr” and “verslag”'),
    tableId: expect.any(String),
  });
  expect(second?.tableId).toBeUndefined();
  const id = first?.tableId ?? '';
  expect(await host.readTable({ id })).toMatchObject({
    fileName: 'clippings.csv',
    columns: ['nr', 'kop', 'inhoud', 'verslag'],
    guess: { title: 'kop', text: 'inhoud' },
  });
  const ended = window.jobEnds();
  await host.importTable({ id, columns: { text: 'verslag', title: 'kop' } });
  expect((await ended).counts).toMatchObject({ added: 0, revised: 2 });
  expect(await corpusOf(host)).toHaveLength(2);
});

test('T20 a table in an archive has no columns to choose', async () => {
  const { run, write } = await importing();
  const packed = makeZip([{ name: 'clippings.csv', content: table }]);
  const { items } = await run(await write('pile.zip', packed));
  expect(items.map(({ outcome, tableId }) => [outcome, tableId])).toEqual([
    ['added', undefined],
    ['added', undefined],
  ]);
});
