import { utf16Text } from '../decode-text.ts';
import type { ImportFile } from '../exchange-format.ts';
import { elementsIn, readXml, type XmlElement } from '../xml/read-xml.ts';
import { brokenWorkbook } from './workbook-fault.ts';

/** Bytes decoded at a time. What is read of a piece is held together: four hundred rows, each as wide as a sheet may be. */
const pieceLength = 16_384;
/** Sheets and words of a workbook; what unpacks to more is refused by the archive's own limits before. */
const mostOfPart = 512 * 1024 * 1024;
/** What a workbook says of itself. */
const mostOfIndex = 20_000_000;

/** A part of a workbook as text, piece by piece. Unpacks it at the first piece. Throws `ExchangeFault` for a damaged one. */
export async function* partText(
  part: ImportFile,
  onProgress: (done: number, total: number) => void = () => undefined,
): AsyncGenerator<string> {
  const bytes = await part.bytes(mostOfPart);
  const wide = /^[<\ufeff]/.test(utf16Text(bytes.subarray(0, 512)) ?? '') ? utf16Text(bytes) : null;
  if (wide !== null) {
    for (let from = 0; from < wide.length; from += pieceLength) {
      onProgress(from, wide.length);
      yield wide.slice(from, from + pieceLength);
    }
    return;
  }
  const decoder = new TextDecoder('utf-8');
  for (let from = 0; from < bytes.length; from += pieceLength) {
    onProgress(from, bytes.length);
    yield decoder.decode(bytes.subarray(from, from + pieceLength), { stream: true });
  }
  yield decoder.decode();
}

/** A small part as a tree. Throws `ExchangeFault` for what is no sound XML. */
export async function partTree(part: ImportFile): Promise<XmlElement> {
  const bytes = await part.bytes(mostOfIndex);
  const text = utf16Text(bytes) ?? new TextDecoder('utf-8').decode(bytes);
  const tree = readXml(text);
  if (!tree.ok) throw brokenWorkbook(`${part.name}: ${tree.error.message}`);
  return tree.value;
}

/** The elements in those of a name right in another: `listed(styles, 'cellXfs', 'xf')`. */
export function listed(element: XmlElement, outer: string, inner: string): readonly XmlElement[] {
  return elementsIn(element, outer).flatMap((one) => elementsIn(one, inner));
}
