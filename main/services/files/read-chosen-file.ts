import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChosenFile } from '../../../app/host/chosen-file.ts';
import { CodedError } from '../coded-error.ts';
import { codingOfMark } from '../parse/encoding/byte-order-mark.ts';
import { decodeAs } from '../parse/encoding/decode-as.ts';
import { errorCode } from './error-code.ts';

/** The largest file that is read, in bytes. */
const largest = 10_000_000;

/**
 * Reads a file that the analyst chose, as text: UTF-8, or UTF-16 where it is marked so; what is neither is taken for
 * windows-1252, the coding of tables that were saved without one. Throws `CodedError` `unreadable` (gone, not allowed, too
 * large, no text).
 */
export async function readChosenFile(path: string): Promise<ChosenFile> {
  const fileName = basename(path);
  let bytes: Uint8Array;
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > largest) throw unreadable(`“${fileName}” is larger than 10 MB. Choose another.`);
      bytes = await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const reason = errorCode(error) ?? 'unknown reason';
    throw unreadable(
      `“${fileName}” could not be read (${reason}). Check that it is there, then try again.`,
    );
  }
  // It may have grown since.
  if (bytes.length > largest)
    throw unreadable(`“${fileName}” is larger than 10 MB. Choose another.`);
  const content = decode(bytes);
  if (content.includes('\0')) throw unreadable(`“${fileName}” is no text. Choose another file.`);
  return { fileName, content };
}

function decode(bytes: Uint8Array): string {
  const mark = codingOfMark(bytes);
  if (mark !== null) return decodeAs(bytes.subarray(mark.length), mark.name).text;
  const text = decodeAs(bytes, 'utf-8');
  return text.faults === 0 ? text.text : decodeAs(bytes, 'windows-1252').text;
}

function unreadable(message: string): CodedError {
  return new CodedError('unreadable', message);
}
