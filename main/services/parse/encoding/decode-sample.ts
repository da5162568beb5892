import { codingOfMark } from './byte-order-mark.ts';
import { wideCoding } from './wide-coding.ts';

const sampleLength = 4_096;

/** How a file's text begins, near enough to tell formats apart: what is not in UTF-16 or 32 is taken byte by byte. */
export function decodeSample(bytes: Uint8Array): string {
  const mark = codingOfMark(bytes);
  const sample = bytes.subarray(mark?.length ?? 0, sampleLength);
  const coding = mark?.name ?? wideCoding(sample);
  const name = coding === null || coding.startsWith('utf-32') ? 'latin1' : coding;
  const text = new TextDecoder(name, { ignoreBOM: true }).decode(sample);
  return coding?.startsWith('utf-32') === true ? text.replaceAll('\0', '') : text;
}
