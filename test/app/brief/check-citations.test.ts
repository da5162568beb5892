import { describe, expect, test } from 'vitest';
import type { RevisionHash } from '../../../app/base/brand.ts';
import { checkCitations } from '../../../app/brief/check-citations.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from './brief-fixture.ts';

function costBrief() {
  const fixture = new BriefFixture();
  const article = fixture.article('The bill is 4.2 billion crowns.\nNobody paid it.');
  const figure = annotateWords(fixture, article, '4.2 billion crowns');
  const nobody = annotateWords(fixture, article, 'Nobody paid it.');
  const claim = fixture.claim('It costs 4.2 billion.', [[nobody, 'denies']]);
  const bundle = fixture.bundle([
    paragraph('They said ', inlineCitation(figure), '.'),
    quotationCitation(figure),
    claimCitation(claim),
  ]);
  return { fixture, bundle, article, figure, nobody, claim };
}

function changed(annotation: AnnotationRecord, passage: object): AnnotationRecord {
  return { ...annotation, passage: { ...annotation.passage, ...passage } };
}

describe('checkCitations', () => {
  test('C2 a brief whose quotations all stand in their texts has no problems', () => {
    const { bundle, fixture } = costBrief();
    expect(checkCitations(bundle, fixture.texts)).toEqual([]);
  });

  test('C2 A2 a quotation that differs by one code unit is named, once', () => {
    const { bundle, fixture, figure, nobody } = costBrief();
    const other = changed(figure, { quote: '4.2 billion Crowns' });
    const problems = checkCitations({ ...bundle, annotations: [other, nobody] }, fixture.texts);
    expect(problems).toEqual([
      {
        label: '1:1',
        quote: '4.2 billion Crowns',
        reason: expect.stringContaining('other words at characters 12 to 30'),
      },
    ]);
  });

  test('C2 the evidence of a cited claim is checked too', () => {
    const { bundle, fixture, figure, nobody } = costBrief();
    const other = changed(nobody, { quote: 'Nobody  paid it.' });
    const problems = checkCitations({ ...bundle, annotations: [figure, other] }, fixture.texts);
    expect(problems.map((problem) => problem.label)).toEqual(['1:2']);
  });

  test('C2 the same words with other code points are not the same', () => {
    const fixture = new BriefFixture();
    const article = fixture.article('caf\u00e9');
    const annotation = fixture.annotate(article, 0, 4);
    const other = changed(annotation, { quote: 'cafe\u0301', end: 4 });
    const bundle = fixture.bundle([quotationCitation(other)]);
    expect(checkCitations({ ...bundle, annotations: [other] }, fixture.texts)).toHaveLength(1);
  });

  test.each([
    ['annotations', ['Citation 1', 'Citation 3'], 'annotation was deleted'],
    ['articles', ['1:1', '1:2'], 'article of this annotation is not in the project'],
    ['revisions', ['1:1', '1:2'], 'revision that this annotation quotes is not'],
    ['claims', ['Citation 3'], 'claim was deleted'],
  ])('C3 missing %s are named, each with what to do', (kind, labels, reason) => {
    const { bundle, fixture } = costBrief();
    const problems = checkCitations({ ...bundle, [kind]: [] }, fixture.texts);
    const found = problems.map((problem) => problem.label.replace(/^\?:/, ''));
    if (kind === 'articles') expect(found).toEqual(['Citation 1', 'Citation 3']);
    else expect(found).toEqual(labels);
    for (const problem of problems) expect(problem.reason).toContain(reason);
  });

  test('C2 a text that is not there is a problem of every quotation of it', () => {
    const { bundle } = costBrief();
    const problems = checkCitations(bundle, new Map<RevisionHash, string>());
    expect(problems.map((problem) => problem.label)).toEqual(['1:1', '1:2']);
    expect(problems[0]?.reason).toContain('could not be read');
  });

  test.each([
    [-3, -1],
    [5, 5],
    [9, 4],
    [40, 400],
    [Number.NaN, 4],
  ])('A2 offsets %s to %s are outside of the text', (start, end) => {
    const { bundle, fixture, figure, nobody } = costBrief();
    const text = 'The bill is 4.2 billion crowns.\nNobody paid it.';
    const other = changed(figure, { start, end, quote: text.slice(start, end) });
    const problems = checkCitations({ ...bundle, annotations: [other, nobody] }, fixture.texts);
    expect(problems[0]?.reason).toContain('is not in the text');
  });

  test('T3 half a character is not printed', () => {
    const fixture = new BriefFixture();
    const half = fixture.annotate(fixture.article('a😀b'), 0, 2);
    const bundle = fixture.bundle([quotationCitation(half)]);
    expect(checkCitations(bundle, fixture.texts)[0]?.reason).toContain('inside a character');
  });

  test('A3 a passage whose revision belongs to another article is not printed', () => {
    const { bundle, fixture, figure, nobody } = costBrief();
    const other = fixture.article('The bill is 4.2 billion crowns.');
    const moved = changed(figure, { revisionId: other.revisionId });
    const problems = checkCitations({ ...bundle, annotations: [moved, nobody] }, fixture.texts);
    expect(problems[0]?.reason).toContain('belongs to another article');
  });

  test('C1 a citation without an id is a problem, not a crash', () => {
    const fixture = new BriefFixture();
    const bundle = fixture.bundle([
      { type: 'quotation_citation' },
      { type: 'claim_citation', attrs: { claimId: 7 } },
    ]);
    const problems = checkCitations(bundle, fixture.texts);
    expect(problems.map((problem) => problem.label)).toEqual(['Citation 1', 'Citation 2']);
  });
});
