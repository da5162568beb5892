import { expect, test } from 'vitest';
import { citationsIn, citedIds } from '../../../app/brief/cited-ids.ts';
import { numberCitations } from '../../../app/brief/number-citations.ts';
import type { AnnotationId, ClaimId } from '../../../app/record/ids.ts';
import {
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from './brief-fixture.ts';

const fixture = new BriefFixture();
const article = fixture.article('one two three four');
const one = fixture.annotate(article, 0, 3);
const two = fixture.annotate(article, 4, 7);
const three = fixture.annotate(article, 8, 13);
const claim = fixture.claim('They count.', [
  [three, 'asserts'],
  [one, 'asserts'],
]);
const document = fixture.bundle([
  paragraph('First ', inlineCitation(two)),
  { type: 'bullet_list', content: [{ type: 'list_item', content: [quotationCitation(one)] }] },
  claimCitation(claim),
  { type: 'blockquote', content: [paragraph(inlineCitation(two))] },
]).brief.content;

test('C1 citations are found in document order, wherever they stand', () => {
  expect(citationsIn(document)).toEqual([
    { kind: 'annotation', id: two.id, form: 'inline' },
    { kind: 'annotation', id: one.id, form: 'block' },
    { kind: 'claim', id: claim.id },
    { kind: 'annotation', id: two.id, form: 'inline' },
  ]);
});

test('C1 cited ids come once, in the order of first mention', () => {
  expect(citedIds(document)).toEqual({
    annotationIds: [two.id, one.id],
    claimIds: [claim.id],
    articleIds: [],
  });
});

test('C1 articles that are cited as a whole, and citations in footnotes, are found where they stand', () => {
  const whole = { type: 'article_citation', attrs: { articleId: article.id } };
  const noted = fixture.bundle([
    paragraph(
      'See ',
      { type: 'footnote', content: [inlineCitation(one), whole] },
      inlineCitation(two),
    ),
  ]).brief.content;
  expect(citationsIn(noted)).toEqual([
    { kind: 'annotation', id: one.id, form: 'inline' },
    { kind: 'article', id: article.id },
    { kind: 'annotation', id: two.id, form: 'inline' },
  ]);
  expect(citedIds(noted).articleIds).toEqual([article.id]);
});

test('A cited annotation keeps its number, and evidence counts where its claim stands', () => {
  const evidenceOf = (id: ClaimId): AnnotationId[] => (id === claim.id ? [one.id, three.id] : []);
  expect([...numberCitations(citationsIn(document), evidenceOf)]).toEqual([
    [two.id, 1],
    [one.id, 2],
    [three.id, 3],
  ]);
});
