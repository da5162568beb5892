import type { Maker } from '../../../app/base/maker.ts';
import type { Origin } from '../../../app/record/records.ts';
import type { ImportFile } from './import-file.ts';
import type { IngestedPart, OpenedFile } from './ingest.ts';

/** Where an article of a file was read from, and when: now. */
export function originOfPart(
  file: ImportFile,
  opened: OpenedFile,
  { part, key }: IngestedPart,
  maker: Maker,
): Origin {
  return {
    fileName: opened.copy?.fileName ?? file.ownCopy ?? '',
    fileHash: opened.fileHash,
    importedAt: maker.now(),
    ...(part === null ? {} : { part }),
    ...(key === undefined ? {} : { key }),
    ...file.place,
  };
}
