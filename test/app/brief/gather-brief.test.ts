import { expect, test } from 'vitest';
import { gatherBrief } from '../../../app/brief/gather-brief.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { CitationStyleId, PictureId } from '../../../app/record/ids.ts';
import type { CitationStyleRecord, PictureRecord } from '../../../app/record/records.ts';
import {
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from './brief-fixture.ts';

test('C1 a brief is gathered with all that it cites, shows and is printed in, each record once, and nothing else', () => {
  const fixture = new BriefFixture();
  const [first, second, third, fourth] = ['one', 'two', 'three', 'four'].map((text) =>
    fixture.article(text),
  );
  if (!first || !second || !third || !fourth) throw new Error('No articles.');
  const cited = fixture.annotate(first, 0, 3);
  const evidence = fixture.annotate(second, 0, 3);
  fixture.annotate(third, 0, 3);
  const claim = fixture.claim('It is two.', [[evidence, 'asserts']]);
  fixture.claim('Nobody cites this.', [[cited, 'denies']]);
  const { brief } = fixture.bundle([
    paragraph(inlineCitation(cited), { type: 'article_citation', attrs: { articleId: fourth.id } }),
    quotationCitation(cited),
    claimCitation(claim),
    { type: 'figure', attrs: { pictureId: 'picture-1' } },
    paragraph({ type: 'reference', attrs: { kind: 'claim', id: claim.id } }),
  ]);
  const base = {
    createdAt: brief.createdAt,
    modifiedAt: brief.modifiedAt,
    author: brief.author,
    rev: 1,
  };
  const picture = (id: string): PictureRecord => ({
    ...base,
    ...{ kind: 'picture', id: id as PictureId, of: 'other', svg: '<svg/>', png: '' },
    ...{ width: 1, height: 1, description: 'x' },
  });
  const style = (id: string): CitationStyleRecord => ({
    ...base,
    ...{ kind: 'citationStyle', id: id as CitationStyleId, title: id, xml: '<style/>' },
  });
  const styled = { ...brief, citationStyle: 'style-1' };
  const { articles, revisions, annotations, claims } = fixture;
  const records = recordSourceOf([
    ...[styled, picture('picture-1'), picture('picture-2'), style('style-1'), style('style-2')],
    ...[...articles, ...revisions, ...annotations, ...claims, ...fixture.evidence],
  ]);
  const bundle = gatherBrief(records, styled);
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
  expect(ids(bundle.annotations)).toEqual([cited.id, evidence.id]);
  expect(ids(bundle.claims)).toEqual([claim.id]);
  expect(bundle.evidence.map(({ annotationId }) => annotationId)).toEqual([evidence.id]);
  expect(ids(bundle.articles)).toEqual([first.id, second.id, fourth.id]);
  expect(ids(bundle.revisions)).toEqual([first.revisionId, second.revisionId, fourth.revisionId]);
  expect(ids(bundle.pictures)).toEqual(['picture-1']);
  expect(ids(bundle.styles)).toEqual(['style-1']);
  expect(JSON.stringify(bundle.brief.content)).toContain('C1: It is two.');
});
