import { utf16Text } from '../../../app/exchange/decode-text.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ImportHead,
  type ImportInput,
} from '../../../app/exchange/exchange-format.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { unpackFile } from './unpack-file.ts';

const headLength = 65_536;
const sureEnough = 0.3;

/** The reader for what was chosen: the one of a format, or the one that is surest. Throws `ExchangeFault` if none is. */
export async function recogniseImport(
  input: ImportInput,
  format: string | null,
): Promise<ExchangeReader> {
  if (format !== null) {
    const named = exchangeReaders.find(({ id }) => id === format);
    if (named === undefined) throw new ExchangeFault(`Nothing is imported as “${format}”.`);
    return named;
  }
  const head = await headOf(input);
  const ranked = exchangeReaders
    .map((reader) => ({ reader, sure: reader.recognise(head) }))
    .sort((one, other) => other.sure - one.sure);
  const [best] = ranked;
  if (best !== undefined && best.sure >= sureEnough) return best.reader;
  throw new ExchangeFault(
    `“${input.name}” is in no format that is known here. Choose the format in the list, or import it as an article.`,
  );
}

async function headOf(input: ImportInput): Promise<ImportHead> {
  const [first] = input.files;
  if (first === undefined) throw new ExchangeFault(`There are no files in “${input.name}”.`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of first.chunks()) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= headLength) break;
  }
  const bytes = Buffer.concat(parts).subarray(0, headLength);
  const isZip = input.files.length === 1 && bytes.toString('latin1', 0, 2) === 'PK';
  const names = (isZip ? await unpackFile(first) : input.files).map(({ name }) => name);
  const text = utf16Text(bytes)?.replace(/^\ufeff/, '') ?? new TextDecoder().decode(bytes);
  return { name: input.name, bytes, text, names };
}
