import { effectiveMetadata } from '../article/article-metadata.ts';
import type { RevisionHash } from '../base/brand.ts';
import type { BriefBundle } from '../record/brief-bundle.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../record/ids.ts';
import { checkCitations } from './check-citations.ts';
import { citationsIn } from './cited-ids.ts';
import { bundleRecords } from './cited-records.ts';
import { numberCitations } from './number-citations.ts';
import { type ResolvedClaim, resolveClaim } from './resolve-claim.ts';
import { type Quotation, resolveQuotation } from './resolve-quotation.ts';

/** A quotation with the number that readers see. */
export interface NumberedQuotation extends Quotation {
  readonly number: number;
}

/** What an export prints beside the brief's own words, the same for every format. */
export interface BriefPlan {
  /** Every quotation that the brief prints, once, in the order of its number. */
  readonly quotations: readonly NumberedQuotation[];
  quotation(id: AnnotationId): NumberedQuotation;
  claim(id: ClaimId): ResolvedClaim;
  /** The title of an article that is cited as a whole. */
  articleTitle(id: ArticleId): string;
}

/**
 * Resolves and numbers the citations of a brief that may be printed. Throws RangeError if `checkCitations` names a
 * problem: writers ask it first, and no writer prints what it refused (rules C2, C3).
 */
export function planBrief(
  bundle: BriefBundle,
  texts: ReadonlyMap<RevisionHash, string>,
): BriefPlan {
  const problem = checkCitations(bundle, texts)[0];
  if (problem !== undefined) {
    throw new RangeError(`Citation ${problem.label} may not be printed: ${problem.reason}`);
  }
  const records = bundleRecords(bundle);
  const claim = (id: ClaimId): ResolvedClaim => {
    const resolved = resolveClaim(records, id);
    if (!resolved.ok) throw new RangeError(resolved.error.message);
    return resolved.value;
  };
  const numbers = numberCitations(citationsIn(bundle.brief.content), (id) =>
    claim(id).evidence.map((item) => item.annotationId),
  );
  const quotations = new Map<AnnotationId, NumberedQuotation>();
  for (const [id, number] of numbers) {
    const resolved = resolveQuotation(records, id);
    if (!resolved.ok) throw new RangeError(resolved.error.message);
    quotations.set(id, { ...resolved.value, number });
  }
  return {
    quotations: [...quotations.values()],
    quotation(id) {
      const quotation = quotations.get(id);
      if (quotation === undefined) throw new RangeError(`Annotation ${id} is not cited.`);
      return quotation;
    },
    claim,
    articleTitle(id) {
      const article = records.article(id);
      if (article === undefined) throw new RangeError(`Article ${id} is not cited.`);
      return effectiveMetadata(article).title;
    },
  };
}
