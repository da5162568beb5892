import { annotationLabel } from '../annotation/annotation-label.ts';
import type { RevisionHash } from '../base/brand.ts';
import type { BriefBundle } from '../record/brief-bundle.ts';
import type { AnnotationId } from '../record/ids.ts';
import type { CitationProblem } from './citation-problem.ts';
import { citationsIn } from './cited-ids.ts';
import { bundleRecords, type CitedRecords } from './cited-records.ts';
import { resolveClaim } from './resolve-claim.ts';
import { type Quotation, resolveQuotation } from './resolve-quotation.ts';

/**
 * Every citation of a brief that may not be printed, in document order and each once: rules C2 and C3, with A2 for
 * every inline and block quotation and every quotation of evidence under a cited claim. Empty: the brief may be
 * printed. `texts` holds canonical texts under their hash; the caller has verified that each hashes to its key. Cost:
 * one comparison of each quotation.
 */
export function checkCitations(
  bundle: BriefBundle,
  texts: ReadonlyMap<RevisionHash, string>,
): CitationProblem[] {
  const records = bundleRecords(bundle);
  const problems = new Map<string, CitationProblem>();
  let position = 0;
  const checkQuotation = (id: AnnotationId): void => {
    const problem = quotationProblem(records, id, texts);
    // What is gone has no number of its own any more; people find it by its place in the brief.
    if (problem !== null && !problems.has(id)) {
      problems.set(
        id,
        problem.label === '' ? { ...problem, label: `Citation ${position}` } : problem,
      );
    }
  };
  for (const [index, citation] of citationsIn(bundle.brief.content).entries()) {
    position = index + 1;
    if (citation.kind === 'annotation') {
      checkQuotation(citation.id);
      continue;
    }
    if (citation.kind === 'article') {
      const label = `Citation ${position}`;
      if (records.article(citation.id) === undefined) {
        problems.set(citation.id || label, { label, quote: '', reason: articleGone });
      }
      continue;
    }
    const claim = resolveClaim(records, citation.id);
    if (claim.ok) for (const item of claim.value.evidence) checkQuotation(item.annotationId);
    else {
      const label = `Citation ${position}`;
      problems.set(citation.id || label, { label, quote: '', reason: claim.error.message });
    }
  }
  return [...problems.values()];
}

const articleGone =
  'The cited article is not in the project. Import it again or take the citation out of the brief.';

/** Why one quotation may not be printed, or `null` if it may (rules C2 and A2). */
export function quotationProblem(
  records: CitedRecords,
  id: AnnotationId,
  texts: ReadonlyMap<RevisionHash, string>,
): CitationProblem | null {
  const resolved = resolveQuotation(records, id);
  if (!resolved.ok) {
    const annotation = records.annotation(id);
    const article = annotation && records.article(annotation.articleId);
    return {
      label: annotation && article ? annotationLabel(article, annotation) : '',
      quote: annotation?.passage.quote ?? '',
      reason: resolved.error.message,
    };
  }
  const quotation = resolved.value;
  const reason = textProblem(quotation, texts.get(quotation.revisionHash));
  return reason === null ? null : { label: quotation.label, quote: quotation.quote, reason };
}

/** Why the text does not bear out a quotation, or `null` if it does (rule A2, to the code unit). */
function textProblem(quotation: Quotation, text: string | undefined): string | null {
  const { start, end, quote } = quotation;
  if (text === undefined) {
    return 'The text of the quoted revision could not be read. Restore the project folder from a copy or take the citation out of the brief.';
  }
  if (!(start >= 0 && start < end && end <= text.length)) {
    return `The quoted place (characters ${start} to ${end}) is not in the text, which has ${text.length}. Highlight the passage anew and cite that annotation.`;
  }
  if (text.slice(start, end) !== quote) {
    return `The text says other words at characters ${start} to ${end}. Compare the annotation with the article, highlight the passage anew and cite that annotation.`;
  }
  if (/\p{Surrogate}/u.test(quote)) {
    return 'The quotation begins or ends inside a character, so it can not be written. Extend the highlight by one character.';
  }
  return null;
}
