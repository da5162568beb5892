import type { BriefLine, LineCitation } from './brief-lines.ts';
import type { ReadUnit } from './check-cache.ts';
import { citationsOf } from './cited-in-unit.ts';

/** Citations set off right behind the unit at an index. */
export function followingCitations(
  units: readonly ReadUnit[],
  at: number,
): readonly LineCitation[] {
  const found: LineCitation[] = [];
  for (let index = at + 1; ; index += 1) {
    const unit = units[index];
    if (unit?.kind === 'footnote') continue;
    if (unit?.kind !== 'citation') return found;
    found.push({ citation: unit.citation, node: unit.node, offset: 0, inFootnote: false });
  }
}

/**
 * Whether a paragraph stands in a block quotation of the writer's, or right above one, and that or the paragraph above it
 * cites: whoever introduces a quotation need not say twice where it is from.
 */
export function isOfCitedQuotation(
  units: readonly ReadUnit[],
  line: BriefLine,
  at: number,
): boolean {
  const first = units[at + 1];
  const isAbove = !line.inQuotation && first?.kind !== 'citation' && first?.inQuotation === true;
  const block = isAbove ? first.path[0] : line.path[0];
  if (!isAbove && !line.inQuotation) return false;
  const from = units.findIndex(({ path }) => path[0] === block);
  for (let index = from; units[index]?.path[0] === block; index += 1) {
    const unit = units[index];
    if (unit !== undefined && citationsOf(unit).length > 0) return true;
  }
  let above = from - 1;
  while (units[above]?.kind === 'footnote') above -= 1;
  const lead = units[above];
  return lead?.kind === 'paragraph' && lead.citations.length > 0;
}

/** Whether the block behind a paragraph, be it a table or a list, cites: a paragraph that ends with a colon leads to it. */
export function leadsToCitation(units: readonly ReadUnit[], at: number): boolean {
  const block = units[at + 1]?.path[0];
  for (let index = at + 1; ; index += 1) {
    const unit = units[index];
    if (unit === undefined || unit.path[0] !== block) return false;
    if (citationsOf(unit).length > 0) return true;
  }
}
