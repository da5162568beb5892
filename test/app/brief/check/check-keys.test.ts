import { expect, it } from 'vitest';
import type { CheckKind } from '../../../../app/brief/check/check-item.ts';
import { accept } from '../../../../app/brief/live/accept-changes.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { RevisionId } from '../../../../app/record/ids.ts';
import type { ProjectRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../brief-fixture.ts';
import { findings } from './checked.ts';

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('The cost has risen to 4.2 billion crowns.', {
    outlet: 'The Times',
  });
  const ledger = fixture.article('The bill stands at 3.9 billion.', { outlet: 'The Ledger' });
  const cost = annotateWords(fixture, times, 'The cost has risen to 4.2 billion crowns.');
  const bill = annotateWords(fixture, ledger, 'The bill stands at 3.9 billion.');
  const claim = fixture.claim('The tunnel will cost 4.2 billion crowns.', [[cost, 'asserts']]);
  return { fixture, times, ledger, cost, bill, claim };
}

type Project = ReturnType<typeof project>;

/** The key of the one finding of a kind. */
function key(
  kind: CheckKind,
  { fixture }: Project,
  content: readonly RichTextNode[],
  ...changed: readonly ProjectRecord[]
): string {
  const [item, ...others] = findings(kind, fixture, content, changed);
  expect(others).toEqual([]);
  if (item === undefined) throw new Error(`Nothing of the kind “${kind}” was found.`);
  expect(item.key.length).toBeLessThanOrEqual(300);
  return item.key;
}

function requoted(own: Project, quote: string) {
  return { ...own.cost, passage: { ...own.cost.passage, quote } };
}

it('Y19 a figure that is ignored comes back when the cited passage has other words', () => {
  const own = project();
  const content = [paragraph('It costs 5 billion crowns ', inlineCitation(own.cost), '.')];
  const before = key('figure', own, content);
  expect(key('figure', own, [paragraph('New.', inlineCitation(own.bill)), ...content])).toBe(
    before,
  );
  expect(key('figure', own, content, requoted(own, 'It rose to 4.3 billion crowns.'))).not.toBe(
    before,
  );
  const other = [paragraph('It costs 5 billion crowns ', inlineCitation(own.bill), '.')];
  expect(key('figure', own, other)).not.toBe(before);
});

it('Y19 a single source comes back with another source or wording', () => {
  const own = project();
  const content = [claimCitation(own.claim)];
  const before = key('single-source', own, content);
  const [first] = own.fixture.evidence;
  if (first === undefined) throw new Error('no evidence');
  const moved = { ...first, annotationId: own.bill.id };
  expect(key('single-source', own, content, moved)).not.toBe(before);
  const reworded = { ...own.claim, wording: 'The tunnel is dear.' };
  expect(key('single-source', own, content, reworded)).not.toBe(before);
  expect(key('single-source', own, content, { ...own.claim, confidence: 3 })).toBe(before);
});

it('Y19 a changed citation comes back when it changes again', () => {
  const own = project();
  const { annotations, articles, revisions } = own.fixture;
  const node = accept(
    recordSourceOf([...annotations, ...articles, ...revisions]),
    quotationCitation(own.cost),
  );
  const named = (outlet: string) => ({ ...own.times, corrected: { outlet } });
  const before = key('changed', own, [node], named('Times'));
  expect(key('changed', own, [node], named('Times'))).toBe(before);
  expect(key('changed', own, [node], named('The New Times'))).not.toBe(before);
});

it('Y19 a quotation that is not verbatim comes back with other words, a later revision with the next one', () => {
  const own = project();
  const content = [quotationCitation(own.cost)];
  const before = key('not-verbatim', own, content, requoted(own, 'Other words'));
  expect(key('not-verbatim', own, content, requoted(own, 'Yet others'))).not.toBe(before);
  const later = (revisionId: RevisionId) => ({ ...own.times, revisionId });
  const waiting = key('later-revision', own, content, later(own.ledger.revisionId));
  const [revision] = own.fixture.revisions;
  if (revision === undefined) throw new Error('no revision');
  const third = { ...revision, id: 'revision-3' as RevisionId };
  expect(key('later-revision', own, content, later(third.id), third)).not.toBe(waiting);
});

it('Y19 a misfit comes back with other words or alterations', () => {
  const own = project();
  const altered = (start: number): RichTextNode => ({
    type: 'quotation_citation',
    attrs: { annotationId: own.cost.id, alterations: [{ start, end: 950, text: null }] },
  });
  const before = key('misfit', own, [altered(900)]);
  expect(key('misfit', own, [altered(901)])).not.toBe(before);
});

it('Y19 a claim stated as fact comes back when it is refuted or reworded', () => {
  const own = project();
  const content = [paragraph('The tunnel will cost billions of crowns ', inlineCitation(own.cost))];
  const before = key('stated-as-fact', own, content);
  const refuted = { ...own.claim, status: 'refuted' as const };
  expect(key('stated-as-fact', own, content, refuted)).not.toBe(before);
});

it('Y19 a typed quotation comes back when its sentence cites something else', () => {
  const own = project();
  const typed = (...cited: RichTextNode[]) => [
    paragraph('It is “a hope and no contract” ', ...cited),
  ];
  const before = key('typed-quotation', own, typed(inlineCitation(own.cost)));
  expect(key('typed-quotation', own, typed(inlineCitation(own.bill)))).not.toBe(before);
});

it('Y19 long words that differ in their midst are not the same', () => {
  const own = project();
  const long = (sign: string) => [
    paragraph(`${'Words. '.repeat(60)}${sign}${' Words.'.repeat(60)}`),
  ];
  expect(key('uncited', own, long('4'))).not.toBe(key('uncited', own, long('5')));
});
