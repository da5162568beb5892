import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import type { SourceFormat } from '../../../app/record/records.ts';
import { formatOfName, isReadableName } from '../parse/formats.ts';
import { parseFailure } from '../parse/parse-failure.ts';
import { accessFailureSentence } from './access-failure.ts';

const megabyte = 1_000_000;

/** The largest file of one text that is read, in bytes. */
export const largestFile = 50 * megabyte;

// Larger where a file holds many texts, or pictures beside them. Below what a worker has memory for.
const largestOfFormat: { readonly [Format in SourceFormat]?: number } = {
  pdf: 200 * megabyte,
  docx: 200 * megabyte,
  odt: 200 * megabyte,
  epub: 200 * megabyte,
  mhtml: 100 * megabyte,
  mail: 100 * megabyte,
  csv: 200 * megabyte,
  'json-lines': 200 * megabyte,
  mailbox: 500 * megabyte,
  zip: 500 * megabyte,
};

export type ReadFailureCode = 'unsupported' | 'too-large' | 'changing' | 'unreadable';

/** A file that was read whole. */
export interface ReadSourceFile {
  readonly bytes: Buffer;
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
}

/**
 * The bytes of a file that is to be imported, or why it can't be, in a sentence with what to do. Name and size are
 * looked at first. A file that changes while it is read is read once more. On this thread; never throws.
 */
export function readSourceFile(path: string): Result<ReadSourceFile, ReadFailureCode> {
  if (!isReadableName(basename(path))) return parseFailure('unsupported') as never;
  try {
    const first = readOnce(path);
    if (!first.ok || first.value !== null) return first as Result<ReadSourceFile, ReadFailureCode>;
    const second = readOnce(path);
    if (!second.ok || second.value !== null)
      return second as Result<ReadSourceFile, ReadFailureCode>;
    return failure(
      'changing',
      'It was being changed while it was read. Wait until it is complete, then import it again.',
    );
  } catch (error) {
    return failure('unreadable', accessFailureSentence(error));
  }
}

/** `null`: it changed meanwhile. */
function readOnce(path: string): Result<ReadSourceFile | null, ReadFailureCode> {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file);
    const limit = largestOfFormat[formatOfName(basename(path))?.format ?? 'text'] ?? largestFile;
    if (before.size > limit) return tooLarge(before.size, limit);
    const bytes = Buffer.allocUnsafe(before.size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, length);
      if (count === 0) break;
      length += count;
    }
    // By its name, not the open file: a program that saves may have put another file in its place.
    const after = statSync(path);
    if (length !== before.size || !isSame(before, after)) return success(null);
    return success({ bytes, size: before.size, modified: before.mtimeMs });
  } finally {
    closeSync(file);
  }
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino;
}

function tooLarge(size: number, limit: number) {
  const megabytes = Math.ceil(size / megabyte);
  return failure(
    'too-large',
    `The file has ${megabytes} MB; of its kind, files over ${limit / megabyte} MB are not imported. Split it, or save the article alone.`,
  );
}
