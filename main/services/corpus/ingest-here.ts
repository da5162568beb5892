import { basename } from 'node:path';
import { failure, success } from '../../../app/base/result.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import { syncFiles } from '../files/sync-files.ts';
import { readTableHead } from '../parse/table/read-table-head.ts';
import { type Found, findFiles } from './find-files.ts';
import type { Ingest } from './ingest.ts';
import { ingestFile } from './ingest-file.ts';
import { readSourceFile } from './read-source-file.ts';

const foundAtOnce = 500;

/** The heavy part of an import on the calling thread: what each worker does. */
export const ingestHere: Ingest = {
  async find(paths, options, onFound) {
    let found: Found[] = [];
    for (const one of findFiles(paths, options)) {
      found.push(one);
      if (found.length < foundAtOnce) continue;
      onFound(found);
      found = [];
    }
    if (found.length > 0) onFound(found);
    return success(undefined);
  },
  read: (request, onMessage) => ingestFile(request, onMessage),
  async readTable(path) {
    const read = readSourceFile(path);
    return read.ok ? readTableHead(read.value.bytes, basename(path)) : read;
  },
  async sync(paths) {
    try {
      await syncFiles(paths);
      return success(undefined);
    } catch (error) {
      return failure('disk', writeFailureSentence(error));
    }
  },
};
