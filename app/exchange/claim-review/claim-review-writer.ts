import { isGuess } from '../../article/article-metadata.ts';
import { claimTree } from '../../claim/claim-tree.ts';
import { presentEvidence } from '../../claim/present-evidence.ts';
import { speakerName } from '../../claim/speakers.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ClaimRecord } from '../../record/records.ts';
import { ExchangeFault, type ExchangeWriter, type ExportContext } from '../exchange-format.ts';
import { isMaking, reviewOf } from './review-of.ts';

const guessable = ['outlet', 'byline', 'published'] as const;
const noPlace = 'ClaimReview has no place for it.';

/** Claims as ClaimReview (schema.org) in JSON-LD: one file with a `@graph`, a review for each claim (rule J22). */
export const claimReviewWriter: ExchangeWriter = {
  id: 'claim-review',
  write(context) {
    const claims = claimTree(context.records.list('claim')).inOrder;
    if (claims.length === 0) throw new ExchangeFault('There are no claims to export.');
    return reviews(claims, context);
  },
};

function* reviews(claims: readonly ClaimRecord[], context: ExportContext): Generator<string> {
  const { records, report, progress } = context;
  yield '{\n  "@context": "https://schema.org",\n  "@graph": [\n';
  for (const [index, claim] of claims.entries()) {
    const text = JSON.stringify(reviewOf(records, claim), null, 2).replace(/^/gm, '    ');
    yield `${text}${index === claims.length - 1 ? '' : ','}\n`;
    report.carry('claim');
    report.carry('evidence', presentEvidence(records, claim.id).length);
    tellLost(records, claim, report);
    progress(index + 1, claims.length);
  }
  yield '  ]\n}\n';
}

function tellLost(
  records: RecordSource,
  claim: ClaimRecord,
  report: ExportContext['report'],
): void {
  const label = `C${claim.number}`;
  const lose = (what: string, isThere: boolean, why = noPlace): void => {
    if (isThere) report.lose(what, why, label);
  };
  lose(
    'The address (url) of the review',
    true,
    'Search engines want the page on which the review is published; put it in there.',
  );
  lose(
    'A numeric rating',
    claim.status === 'open',
    'The claim is open: it has been judged by nobody.',
  );
  const wanted = 'Search engines want it; the claim does not say it. Add it to the claim.';
  lose('Who made the claim', speakerName(records, claim) === null, wanted);
  lose('When the claim was made', claim.saidOn === null, wanted);
  lose(
    'Where the claim appeared',
    !presentEvidence(records, claim.id).some(({ stance }) => isMaking(stance)),
    'Search engines want it; no passage that asserts, reports or qualifies it is filed under the claim.',
  );
  lose('Confidence', claim.confidence !== null);
  lose('Importance', (claim.importance ?? null) !== null);
  lose('The claim that it is a part of', (claim.parentId ?? null) !== null);
  lose('Questions', (claim.questions ?? []).length > 0);
  lose('Tags', claim.tagIds.length > 0);
  lose('Notes', claim.note !== null);
  lose('The end of the time in which it was said', (claim.saidUntil ?? null) !== null);
  lose(
    'Outlets, bylines and dates that are guesses',
    presentEvidence(records, claim.id).some(({ annotationId }) => {
      const articleId = records.get('annotation', annotationId)?.articleId;
      const article = articleId === undefined ? null : records.get('article', articleId);
      return article !== null && guessable.some((field) => isGuess(article, field));
    }),
    'The format has no way to mark a guess.',
  );
  lose('Links', records.linksAt(claim.id).length > 0);
  lose('Articles that do not mention it', records.silencesOf(claim.id).length > 0);
}
