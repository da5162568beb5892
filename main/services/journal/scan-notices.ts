import type { SegmentScan } from './scan-segment.ts';

/** What the analyst has to know of a segment's damage, in sentences. A torn end of the last one is told elsewhere. */
export function scanNotices(fileName: string, scan: SegmentScan, isLast: boolean): string[] {
  const where = `.variorum/journal/${fileName}`;
  const notices = scan.damagedLines.map(
    (line) =>
      `Line ${line} of ${where} is damaged and was skipped. The change in it is missing from the journal; if this window still has it, it stays.`,
  );
  if (!isLast && scan.torn.length > 0) {
    notices.push(`The end of ${where} is damaged and was skipped.`);
  }
  if (scan.strangeLines.length > 0) {
    notices.push(
      `In ${where} these lines could not be understood and were skipped: ${scan.strangeLines.join(', ')}. Perhaps a newer Variorum wrote them.`,
    );
  }
  return notices;
}
