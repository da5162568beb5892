import type { AnnotationId, ClaimId } from '../record/ids.ts';
import type { Citation } from './cited-ids.ts';

/**
 * The numbers that readers see of quotations (a whole article that is cited has none): each cited annotation gets the next one at its first mention, counted from 1, and
 * keeps it when cited again. A claim mentions its evidence, in the order that `evidenceOf` gives. The editor and the
 * exports both number by this, so a brief has the same numbers on the screen and on paper.
 */
export function numberCitations(
  citations: Iterable<Citation>,
  evidenceOf: (id: ClaimId) => readonly AnnotationId[],
): Map<AnnotationId, number> {
  const numbers = new Map<AnnotationId, number>();
  const mention = (id: AnnotationId): void => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  };
  for (const citation of citations) {
    if (citation.kind === 'claim') for (const id of evidenceOf(citation.id)) mention(id);
    else if (citation.kind === 'annotation') mention(citation.id);
  }
  return numbers;
}
