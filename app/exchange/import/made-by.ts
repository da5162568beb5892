import type { Instant } from '../../base/brand.ts';
import type { Maker } from '../../base/maker.ts';
import type { DraftOrigin } from '../import-draft.ts';
import type { ReportBuilder } from '../report-builder.ts';

/** Longer names are cut. */
const longestName = 2_000;
const withZone = /(?:z|[+-]\d\d:?\d\d)$/i;

/**
 * Who made a record and when: what the file says, else whoever imports, now. A time that can't be read is reported.
 *
 * @param where the record's place in the file, for the report
 */
export function madeBy(
  { maker, report }: { readonly maker: Maker; readonly report: ReportBuilder },
  { author, createdAt, modifiedAt }: DraftOrigin,
  where: string,
): { readonly author: string; readonly createdAt: Instant; readonly modifiedAt: Instant } {
  for (const time of [createdAt, modifiedAt]) {
    if (!time?.trim() || instantOf(time) !== null) continue;
    report.lose(
      'Times of making that could not be read',
      'The time of the import stands there, or another that the file states. Write them as 2031-05-12T09:14:00Z.',
      `${where}: ${time.trim()}`,
    );
  }
  const created = instantOf(createdAt) ?? instantOf(modifiedAt) ?? maker.now();
  const modified = instantOf(modifiedAt) ?? created;
  return {
    author: author?.trim().slice(0, longestName) || maker.author,
    createdAt: created,
    modifiedAt: modified < created ? created : modified,
  };
}

/** A time as a file writes it; without a zone it is taken for one in UTC. `null`: it is none. */
export function instantOf(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined || !/^\d{4}-\d\d/.test(text)) return null;
  const isDate = !text.includes('T') && !text.includes(' ');
  const time = Date.parse(isDate || withZone.test(text) ? text : `${text}Z`);
  if (Number.isNaN(time)) return null;
  const written = new Date(time).toISOString();
  // A zone may lead over the year 9999, which is written with six digits.
  return /^\d{4}-/.test(written) ? (written as Instant) : null;
}
