import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimReviewWriter } from '../../../app/exchange/claim-review/claim-review-writer.ts';
import type { ClaimStatus, Stance } from '../../../app/record/records.ts';
import { ClaimsProject, paragraph, words } from '../claim/claims-project.ts';
import { written } from './exchange-io.ts';

interface Review {
  readonly [name: string]: unknown;
  readonly '@type': string;
  readonly claimReviewed: string;
  readonly reviewRating: { readonly alternateName: string; readonly ratingValue?: number };
  readonly itemReviewed: {
    readonly appearance?: readonly {
      readonly headline: string;
      readonly hasPart: readonly { readonly text: string }[];
    }[];
    readonly firstAppearance?: { readonly headline: string };
  };
  readonly citation?: readonly { readonly headline: string }[];
}

/** Throws unless it has what schema.org and the search engines ask of each review, but for `url`, which the report names. */
function checkReview(value: Review): void {
  expect(value['@type']).toBe('ClaimReview');
  expect(typeof value.claimReviewed).toBe('string');
  expect(value.claimReviewed).not.toBe('');
  expect(value.datePublished).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(value.author).toMatchObject({ name: expect.stringMatching(/./) });
  const { reviewRating } = value;
  expect(reviewRating).toMatchObject({
    '@type': 'Rating',
    alternateName: expect.stringMatching(/./),
  });
  if (reviewRating.ratingValue !== undefined) {
    expect(reviewRating).toMatchObject({ bestRating: 5, worstRating: 1 });
    expect([1, 2, 3, 4, 5]).toContain(reviewRating.ratingValue);
  }
  expect(value.itemReviewed).toMatchObject({ '@type': 'Claim' });
}

async function reviewsOf(project: ClaimsProject) {
  const { text, report } = await written(claimReviewWriter, project.records);
  const document = JSON.parse(text) as { '@context': string; '@graph': readonly Review[] };
  expect(document['@context']).toBe('https://schema.org');
  for (const review of document['@graph']) checkReview(review);
  return { reviews: document['@graph'], report, text };
}

describe('Claims as ClaimReview', () => {
  test('J22 a claim says who said it where and when, and how it is rated', async () => {
    const project = new ClaimsProject();
    const claim = project.claim('Five people died.', {
      speaker: 'Jo Smith',
      saidOn: '2031-05-12',
      place: 'Oslo',
      status: 'refuted',
    });
    project.file(claim, [project.annotate(1), project.annotate(0)], 'asserts');
    project.file(claim, [project.annotate(2)], 'denies');
    const { reviews, report } = await reviewsOf(project);
    expect(reviews[0]).toMatchObject({
      claimReviewed: 'Five people died.',
      reviewRating: { ratingValue: 1, alternateName: 'Refuted' },
      itemReviewed: {
        author: { name: 'Jo Smith' },
        datePublished: '2031-05-12',
        locationCreated: { name: 'Oslo' },
        firstAppearance: { headline: 'Article 1' },
      },
    });
    const { appearance = [] } = reviews[0]?.itemReviewed ?? {};
    expect(appearance.map(({ headline }) => headline)).toEqual(['Article 1', 'Article 2']);
    expect(appearance[0]?.hasPart).toEqual([{ '@type': 'Quotation', text: 'words' }]);
    expect(reviews[0]?.citation?.map(({ headline }) => headline)).toEqual(['Article 3']);
    expect(report.carried).toEqual({ claim: 1, evidence: 3 });
  });

  test('J22 an open claim has no number; what has no place is in the report, the missing address too', async () => {
    const project = new ClaimsProject();
    project.claim('Nobody knew.', { confidence: 0.4, note: paragraph(words('hm')) });
    const { reviews, report } = await reviewsOf(project);
    expect(reviews[0]?.reviewRating.ratingValue).toBeUndefined();
    expect(report.lost.map(({ what }) => what)).toEqual([
      'The address (url) of the review',
      'A numeric rating',
      'Who made the claim',
      'When the claim was made',
      'Where the claim appeared',
      'Confidence',
      'Notes',
    ]);
  });

  test('J22 whatever the claims are, each is a sound review, and the same ones are the same bytes', async () => {
    const project = new ClaimsProject(5);
    const annotations = [0, 1, 2, 3, 4].map((article) => project.annotate(article));
    const status = fc.constantFrom<ClaimStatus>('open', 'corroborated', 'disputed', 'refuted');
    const stance = fc.constantFrom<Stance>(
      'asserts',
      'denies',
      'reports',
      'qualifies',
      'questions',
    );
    const wording = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(wording, status, fc.array(stance, { maxLength: 5 }), (text, one, stances) => {
        const claim = project.claim(text, { status: one });
        for (const [index, each] of stances.entries()) {
          project.file(claim, annotations.slice(index, index + 1), each);
        }
      }),
      { seed: 5, numRuns: 40 },
    );
    const { text, reviews } = await reviewsOf(project);
    expect(reviews.map(({ claimReviewed }) => claimReviewed)).toEqual(
      project.records.list('claim').map(({ wording: one }) => one),
    );
    expect((await reviewsOf(project)).text).toBe(text);
  });
});
