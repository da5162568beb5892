import { codingOfMark } from './byte-order-mark.ts';
import { wideCoding } from './wide-coding.ts';

const sampleLength = 4_096;

/** How a file's text begins, near enough to tell formats apart: what is not in UTF-16 or 32 is taken byte by byte. */
export function decodeSample(bytes: Uint8Array): string {
  const mark = codingOfMark(bytes);
  const sample = bytes.subarray(mark?.length ?? 0, sampleLength);
  const coding = mark?.name ?? wideCoding(sample);
  if (coding !== null && !coding.startsWith('utf-32')) {
    return new TextDecoder(coding, { ignoreBOM: true }).decode(sample);
  }
  // Not by a decoder, which for single bytes is many times slower.
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  return coding === null ? text : text.replaceAll('\0', '');
}
