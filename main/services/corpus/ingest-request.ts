import { basename } from 'node:path';
import type { ImportFile, ImportParts } from './import-file.ts';
import type { IngestRequest } from './ingest.ts';

/** What a thread is asked to read a file. */
export function ingestRequest(
  file: ImportFile,
  { articlesFolder, textsFolder }: Pick<ImportParts, 'articlesFolder' | 'textsFolder'>,
): IngestRequest {
  const { path, size, knownHashes, encoding, encodingBefore, columns } = file;
  return {
    path,
    name: basename(path),
    size,
    knownHashes,
    encoding,
    encodingBefore,
    columns,
    copyTo: file.ownCopy === null ? articlesFolder : null,
    texts: textsFolder,
  };
}
