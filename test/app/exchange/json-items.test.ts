import { describe, expect, test } from 'vitest';
import type { ImportFile } from '../../../app/exchange/exchange-format.ts';
import { jsonItems } from '../../../app/exchange/web-annotation/json-items.ts';

/** A file that comes in pieces of a few bytes, which split signs. */
function inPieces(content: string, length: number): ImportFile {
  const bytes = new TextEncoder().encode(content);
  return {
    name: 'pieces.json',
    size: bytes.length,
    bytes: async () => bytes,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    },
  };
}

async function items(file: ImportFile, largest?: number) {
  const found = [];
  let context: unknown = null;
  for await (const part of jsonItems(file, () => undefined, largest)) {
    if (part.kind === 'item') found.push(part.item);
    else context = part.head['@context'] ?? context;
  }
  return { found, context };
}

const list = [{ id: 'a', text: 'naïve 😀', items: [{ no: 1 }] }, { id: 'b' }, 'c', 4];
const context = 'http://www.w3.org/ns/anno.jsonld';

describe('the items of a JSON file', () => {
  const shapes: readonly [string, unknown][] = [
    ['a list', list],
    ['a page', { '@context': context, items: list }],
    ['a collection', { '@context': context, total: 4, first: { id: 'p', items: list } }],
    [
      'pages within pages',
      { '@context': context, items: list.slice(0, 2), next: { id: 'q', items: list.slice(2) } },
    ],
    ['a graph', { '@context': [context], '@graph': list }],
    ['an export', { export_date: 'x', annotations: list }],
    ['an answer', { rows: list, total: 4 }],
  ];
  for (const [name, value] of shapes) {
    test(`of ${name} are the same, read whole and piece by piece`, async () => {
      const text = JSON.stringify(value, null, 1);
      const whole = await items(inPieces(text, 1_000));
      expect(whole.found).toEqual(list);
      for (const length of [1, 3, 7, 4_096]) {
        expect(await items(inPieces(text, length), 0)).toEqual(whole);
      }
    });
  }

  test('one object is one item; lines are items', async () => {
    expect((await items(inPieces('{"id":"a"}', 100))).found).toEqual([{ id: 'a' }]);
    expect((await items(inPieces('{"id":"a"}\n\n{"id":"b"}\n', 100))).found).toEqual([
      { id: 'a' },
      { id: 'b' },
    ]);
  });

  test('lines of a large file are items, whatever their ends; a line that is none is a fault', async () => {
    const text = `\ufeff${list.map((one) => JSON.stringify(one)).join('\r\n')}\n\n`;
    for (const length of [1, 5, 4_096]) {
      expect((await items(inPieces(text, length), 0)).found).toEqual(list);
    }
    await expect(items(inPieces('{"a":1}\n{"b":', 3), 0)).rejects.toThrow('is no JSON');
  });

  test('J4 a hundred megabytes of lists in lists are refused before they fill memory, not signs in text', async () => {
    const piece = new TextEncoder().encode('[{"a":'.repeat(200_000));
    const size = 100_000_000;
    const endless: ImportFile = {
      name: 'deep.json',
      size,
      bytes: async () => piece,
      async *chunks() {
        for (let at = 0; at < size; at += piece.length) yield piece;
      },
    };
    for (const largest of [undefined, 2 * size]) {
      await expect(items(endless, largest)).rejects.toThrow('nested deeper than any such file');
    }
    const brackets = `["${'['.repeat(150_000)}\\"${'{'.repeat(150_000)}"]`;
    for (const largest of [undefined, 0]) {
      expect((await items(inPieces(brackets, 700), largest)).found).toHaveLength(1);
    }
  });

  test('what is no JSON, or ends in the middle, is refused either way', async () => {
    for (const text of [
      '',
      '[{"a":1}',
      '{"items":[1,2',
      '{"items":[1,,2]}',
      'nothing',
      '[1] 2 [',
    ]) {
      for (const largest of [undefined, -1]) {
        await expect(items(inPieces(text, 3), largest), `${text} ${largest}`).rejects.toMatchObject(
          {
            name: 'ExchangeFault',
            message: expect.stringContaining('“pieces.json” is no JSON'),
          },
        );
      }
    }
  });
});
