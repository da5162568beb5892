import { expect, test } from 'vitest';
import { checkBrief } from '../../../../app/brief/check/check-brief.ts';
import { checkCitations } from '../../../../app/brief/check-citations.ts';
import { citationOf } from '../../../../app/brief/cited-ids.ts';
import { gatherBrief } from '../../../../app/brief/gather-brief.ts';
import { citationState } from '../../../../app/brief/live/citation-state.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../brief-fixture.ts';

const note = (...content: RichTextNode[]): RichTextNode => ({ type: 'footnote', content });

/** A project, the same without a record, and each form in which that record is cited. */
function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('The cost has risen to 3.9 billion crowns.');
  const cost = annotateWords(fixture, times, '3.9 billion crowns');
  const claim = fixture.claim('The tunnel costs 3.9 billion crowns.', [[cost, 'asserts']]);
  const whole: RichTextNode = { type: 'article_citation', attrs: { articleId: times.id } };
  return { fixture, times, cost, claim, whole };
}

type Project = ReturnType<typeof project>;

test.each<[string, (made: Project) => [string, RichTextNode, RichTextNode]]>([
  [
    'annotation in the line',
    ({ cost }) => [cost.id, inlineCitation(cost), paragraph('It ', inlineCitation(cost))],
  ],
  [
    'annotation as a block',
    ({ cost }) => [cost.id, quotationCitation(cost), quotationCitation(cost)],
  ],
  [
    'annotation in a footnote',
    ({ cost }) => [cost.id, inlineCitation(cost), paragraph('It', note(inlineCitation(cost)))],
  ],
  ['claim', ({ claim }) => [claim.id, claimCitation(claim), claimCitation(claim)]],
  ['article in the line', ({ times, whole }) => [times.id, whole, paragraph('It ', whole)]],
  ['article in a footnote', ({ times, whole }) => [times.id, whole, paragraph('It', note(whole))]],
  [
    'article of an annotation in a footnote',
    ({ times, cost }) => [
      times.id,
      inlineCitation(cost),
      paragraph('It', note(inlineCitation(cost))),
    ],
  ],
])('Y1 C2 a deleted %s is told by the citation, the check and the export', (_, make) => {
  const made = project();
  const [gone, node, block] = make(made);
  const { annotations, articles, revisions, claims, evidence, texts } = made.fixture;
  const brief = made.fixture.bundle([block]).brief;
  const records = [...annotations, ...articles, ...revisions, ...claims, ...evidence];
  const source = recordSourceOf(records.filter(({ id }) => id !== gone));
  expect(citationOf(node)).not.toBeNull();
  expect(citationState(recordSourceOf(records), node)?.kind).toBe('same');
  expect(citationState(source, node)?.kind).toBe('missing');
  const input = { document: brief.content, source, texts, clusterOf: () => null };
  expect(checkBrief(input).items.map(({ kind }) => kind)).toContain('missing');
  const [problem, ...others] = checkCitations(gatherBrief(source, brief), texts);
  expect(problem?.reason).toMatch(/deleted|not in the project/);
  expect(others).toEqual([]);
});

test('C2 deleted evidence of a claim is told by the citation as a change, and refused by the export', () => {
  const { fixture, cost, claim } = project();
  const { annotations, articles, revisions, claims, evidence, texts } = fixture;
  const records = [...annotations, ...articles, ...revisions, ...claims, ...evidence];
  const source = recordSourceOf(records.filter(({ id }) => id !== cost.id));
  const { brief } = fixture.bundle([claimCitation(claim)]);
  expect(checkCitations(gatherBrief(source, brief), texts)).toMatchObject([
    { reason: expect.stringContaining('deleted') },
  ]);
});
