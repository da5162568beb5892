import { basename } from 'node:path';
import { CodedError } from '../coded-error.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments } from '../journal/segment.ts';

/**
 * Throws `CodedError` `damaged` unless every entry of a range is in the journal and whole: what is put together from less is no
 * state that the project had. Cost: the segments of the range.
 *
 * @param range numbers of entries, both ends counted
 */
export async function wantWholeJournal(
  folder: string,
  range: { readonly from: number; readonly to: number },
): Promise<void> {
  let next = range.from;
  let damaged = '';
  const segments = await listSegments(folder);
  for (const [index, segment] of segments.entries()) {
    const following = segments[index + 1];
    if (segment.first > range.to) break;
    if (following !== undefined && following.first <= range.from) continue;
    const scan = await scanSegment(segment, ({ sequence }) => {
      if (sequence === next) next += 1;
    });
    const isHurt = scan.damagedLines.length + scan.strangeLines.length > 0 || scan.torn.length > 0;
    if (isHurt && next <= range.to) damaged ||= basename(segment.path);
  }
  if (next > range.to) return;
  const where = damaged === '' ? '' : ` (.variorum/journal/${damaged})`;
  throw new CodedError(
    'damaged',
    `Entry ${next} of the journal is missing or damaged${where}, so that state can’t be put together; nothing was changed. \`variorum verify\` says what is wrong. Take the folder from a copy, or name an entry on the other side of it.`,
  );
}
