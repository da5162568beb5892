import { publishedMoment } from '../article/published-date.ts';
import { readPublished } from '../article/read-published.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { ClaimRecord } from '../record/records.ts';

/** When a claim was made: at one time, or from one to another. */
export interface SaidOn {
  readonly saidOn: string | null;
  readonly saidUntil: string | null;
}

const example = 'Write 2031-05-12, 12 May 2031, 2031-05 or 2031, or “2031-05-12 to 2031-05-14”.';

// "to" and "until" stand between spaces; a dash between two days in numbers needs them as well, a slash does not (ISO 8601).
const between = /\s+(?:to|until|till|through|bis|–|—|-)\s+|\s*[–—]\s*|\s*\/\s*(?=\d{4}-)/giu;

/**
 * Reads when something was said as people write it: a date, or two with "to", a dash or a slash between them (rule Q2). Empty
 * means not known. Fails with `no-date` for what could mean two days or is no date, `order` if the end is before the
 * beginning.
 */
export function readSaidOn(text: string): Result<SaidOn, 'no-date' | 'order'> {
  const written = text.trim();
  if (written === '') return success({ saidOn: null, saidUntil: null });
  const whole = readPublished(written);
  if (whole !== null) return success({ saidOn: whole, saidUntil: null });
  for (const match of written.matchAll(between)) {
    const from = readPublished(written.slice(0, match.index));
    const to = readPublished(written.slice(match.index + match[0].length));
    if (from === null || to === null) continue;
    if (isBefore(to, from)) {
      return failure('order', 'The second date is before the first. Write the earlier one first.');
    }
    return success({ saidOn: from, saidUntil: to === from ? null : to });
  }
  return failure('no-date', example);
}

/** As `readSaidOn` reads it: "2031-05-12 to 2031-05-14"; empty where not known. */
export function writeSaidOn(claim: Pick<ClaimRecord, 'saidOn' | 'saidUntil'>): string {
  const { saidOn, saidUntil } = claim;
  return [saidOn ?? '', saidUntil ? `to ${saidUntil}` : ''].filter((part) => part !== '').join(' ');
}

/** Whether one date is before another beyond doubt: as far as both are known. */
function isBefore(one: string, other: string): boolean {
  if (one.length > 10 && other.length > 10) return publishedMoment(one) < publishedMoment(other);
  const shared = Math.min(one.length, other.length, 10);
  return one.slice(0, shared) < other.slice(0, shared);
}
