import { dirname, join } from 'node:path';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { OpenAppendFile } from './append-file.ts';
import type { SegmentScan } from './scan-segment.ts';
import type { Segment } from './segment.ts';

/**
 * Makes the last segment end with its last whole line. What stood behind it, a write that the power or the process did
 * not live to finish, is kept beside in `torn-<sequence>.txt`. Returns a sentence when there was any.
 */
export async function recoverTail(
  segment: Segment,
  scan: SegmentScan,
  openFile: OpenAppendFile,
): Promise<string | null> {
  const isTorn = scan.torn.length > 0;
  if (!isTorn && !scan.unended) return null;
  const fileName = `torn-${scan.lastSequence + 1}.txt`;
  if (isTorn) await writeFileAtomically(join(dirname(segment.path), fileName), scan.torn);
  const file = await openFile(segment.path, false);
  try {
    if (scan.unended) await file.write(Buffer.from('\n'), scan.end - 1);
    await file.truncate(scan.end);
    await file.sync();
  } finally {
    await file.close();
  }
  if (!isTorn) return null;
  return `The journal's last line was not written to its end (the program or the computer stopped while writing). It was cut off and kept as .variorum/journal/${fileName}. Nothing that was shown as saved is missing.`;
}
