/**
 * In which paragraphs of its article a passage stands, as a locator: `4`, or `4-5`. Blocks of the canonical text are counted
 * from 1 (rule T2) without the first if that is the title, which readers do not count as a paragraph; `null` for what stands
 * in the title itself. `detectedTitle` is the one that was read with the text, not an analyst's: a number does not change
 * with what an article is called. Cost: one search through the text before the passage.
 */
export function passageParagraphs(
  text: string,
  start: number,
  end: number,
  detectedTitle: string,
): string | null {
  const firstEnd = text.indexOf('\n');
  const head = firstEnd < 0 ? '' : text.slice(0, firstEnd);
  const titled = head !== '' && letters(head) === letters(detectedTitle) ? 1 : 0;
  const first = breaksBefore(text, start) + 1 - titled;
  const last = breaksBefore(text, Math.max(start, end - 1)) + 1 - titled;
  if (first < 1) return null;
  return first === last ? String(first) : `${first}-${last}`;
}

function breaksBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
