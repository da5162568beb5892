import type { ExchangeReader, ExchangeWriter } from '../../../app/exchange/exchange-format.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';

/** What writes and what reads a format. Throws where it does not go both ways. */
export function partsOf(id: string): {
  readonly writer: ExchangeWriter;
  readonly reader: ExchangeReader;
} {
  const writer = exchangeWriters.find((one) => one.id === id);
  const reader = exchangeReaders.find((one) => one.id === id);
  if (writer === undefined || reader === undefined) throw new Error(`There is no ${id} both ways.`);
  return { writer, reader };
}

/** A note's lines: most formats have no more of it. */
export function wordsIn(node: RichTextNode | null): string {
  if (node === null) return '';
  return node.text ?? (node.content ?? []).map(wordsIn).join(node.type === 'doc' ? '\n' : '');
}
