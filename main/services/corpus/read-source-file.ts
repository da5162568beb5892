import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import { exchangeFormats } from '../../../app/exchange/formats.ts';
import type { SourceFormat } from '../../../app/record/records.ts';
import type { ReusedBytes } from '../files/reused-bytes.ts';
import { fileEnding, formatOfName, isReadableName } from '../parse/formats.ts';
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

/** Formats whose readers make one string of the bytes and are done with them. */
const ofText: ReadonlySet<SourceFormat> = new Set(['text', 'markdown', 'html']);

export type ReadFailureCode = 'unsupported' | 'too-large' | 'changing' | 'unreadable';

/** A file that was read whole. */
export interface ReadSourceFile {
  readonly bytes: Buffer;
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
}

// Of workbooks and XML most are no exchange.
const exchangeEndings: ReadonlySet<string> = new Set(
  exchangeFormats
    .flatMap(({ importExtensions }) => importExtensions)
    .filter((ending) => !['xlsx', 'xml'].includes(ending)),
);

/**
 * The bytes of a file that is to be imported, or why it can't be, in a sentence with what to do. Name and size are
 * looked at first. A file that changes while it is read is read once more. On this thread; never throws.
 *
 * @param reused where the bytes of a small text, Markdown or web page may be put; then they last until its next use
 */
export function readSourceFile(
  path: string,
  reused: ReusedBytes | null = null,
): Result<ReadSourceFile, ReadFailureCode> {
  if (!isReadableName(basename(path))) {
    const isExchanged = exchangeEndings.has(fileEnding(path));
    return parseFailure(isExchanged ? 'exchange' : 'unsupported') as never;
  }
  try {
    const first = readOnce(path, reused);
    if (!first.ok || first.value !== null) return first as Result<ReadSourceFile, ReadFailureCode>;
    const second = readOnce(path, reused);
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
function readOnce(
  path: string,
  reused: ReusedBytes | null,
): Result<ReadSourceFile | null, ReadFailureCode> {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file);
    const format = formatOfName(basename(path))?.format ?? 'text';
    const limit = largestOfFormat[format] ?? largestFile;
    if (before.size > limit) return tooLarge(before.size, limit);
    // Readers of other formats may keep parts of what they are given, or give it away to another thread.
    const bytes =
      reused !== null && ofText.has(format)
        ? reused.take(before.size)
        : Buffer.allocUnsafe(before.size);
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
