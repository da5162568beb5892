import type { AnnotationId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord, LinkEnd } from '../../../app/record/records.ts';
import { wordsOf } from '../evidence/evidence-filter.ts';
import { findAnnotations } from '../evidence/find-annotations.ts';
import { fold } from '../library/library-item.ts';

/** What an end of a link may be, as a list offers it. */
export interface FoundEnd {
  readonly end: LinkEnd;
  /** "3:10 words of the passage", "C4 wording". */
  readonly text: string;
  readonly detail: string;
}

/** So many code units of a quotation are offered. */
const shown = 200;

/**
 * The first passages and claims whose number begins so, or whose words hold every word that was typed; at most `most` of
 * each. Claims come first where a claim's number was typed. Cost: annotations and claims up to the last that is found.
 */
export function findEnds(
  records: RecordSource,
  typed: string,
  most: number,
  before: readonly AnnotationId[] = [],
): readonly FoundEnd[] {
  const passages = findAnnotations(records, typed, most, before).map(({ annotation, source }) => ({
    end: { kind: 'annotation', id: annotation.id } as const,
    text: `${source.listed.number}:${annotation.number} ${annotation.passage.quote.slice(0, shown).toWellFormed()}`,
    detail: [source.listed.outlet, source.listed.date].filter(Boolean).join(' · '),
  }));
  const claims = findClaims(records, typed, most).map((claim) => ({
    end: { kind: 'claim', id: claim.id } as const,
    text: `C${claim.number} ${claim.wording.slice(0, shown).toWellFormed()}`,
    detail: `claim, ${claim.status}`,
  }));
  return /^c\d*$/i.test(typed.trim()) ? [...claims, ...passages] : [...passages, ...claims];
}

function findClaims(records: RecordSource, typed: string, most: number): readonly ClaimRecord[] {
  const words = wordsOf(typed);
  const found: ClaimRecord[] = [];
  for (const claim of records.list('claim')) {
    if (found.length >= most) break;
    const folded = fold(claim.wording);
    const number = `c${claim.number}`;
    if (words.every((word) => number.startsWith(word) || folded.includes(word))) found.push(claim);
  }
  return found;
}
