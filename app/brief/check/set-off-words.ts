import { followingCitations } from './beside-unit.ts';
import { type BriefLine, citationSign, type LineCitation } from './brief-lines.ts';
import type { ReadUnit } from './check-cache.ts';
import { citationsOf } from './cited-in-unit.ts';
import type { TypedQuotation } from './line-sentences.ts';

/**
 * The words of a paragraph that its writer set off as a block quotation, apart at citations and line breaks: each has to
 * stand in a source (rule Y14). What leads to a citation with a colon, and a line that begins with a dash and says whose
 * words they are, is the writer's own. None of a line that stands elsewhere. Cost: the length.
 */
export function setOffWords(line: BriefLine): readonly TypedQuotation[] {
  if (!line.inQuotation || line.kind !== 'paragraph') return [];
  const found: TypedQuotation[] = [];
  let from = 0;
  for (const piece of line.text.split(/[\n\uFFFC]/u)) {
    const end = from + piece.length;
    const leads = line.text.charAt(end) === citationSign && /:\s*$/u.test(piece);
    const words = piece.trim();
    if (words !== '' && !leads && !/^[—–―-]/u.test(words)) {
      const start = from + piece.indexOf(words);
      found.push({ start, end: start + words.length, words });
    }
    from = end + 1;
  }
  return found;
}

/** What a block quotation is attributed to: citations in it, in the paragraph above, and those set off right behind it. */
export function setOffCitations(
  units: readonly ReadUnit[],
  line: BriefLine,
): readonly Pick<LineCitation, 'citation'>[] {
  const block = line.path[0];
  const first = units.findIndex(({ path }) => path[0] === block);
  const last = units.findLastIndex(({ path }) => path[0] === block);
  let above = first - 1;
  while (units[above]?.kind === 'footnote') above -= 1;
  const lead = units[above];
  const within = units.slice(first, last + 1);
  return [
    ...[...(lead?.kind === 'paragraph' ? [lead] : []), ...within].flatMap((unit) =>
      citationsOf(unit).map((citation) => ({ citation })),
    ),
    ...followingCitations(units, last),
  ];
}
