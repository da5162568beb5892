import { expect, test } from 'vitest';
import type { CheckItem, CheckKind } from '../../../../app/brief/check/check-item.ts';
import { checkTitle } from '../../../../app/brief/check/check-titles.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { BriefId } from '../../../../app/record/ids.ts';
import { initialBriefCheck } from '../../../../renderer/session/checking/check-state.ts';
import { openFindings } from '../../../../renderer/session/checking/open-findings.ts';
import {
  annotateWords,
  BriefFixture,
  inlineCitation,
  paragraph,
} from '../../../app/brief/brief-fixture.ts';

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('It rose. Nobody paid.');
  const rose = annotateWords(fixture, times, 'It rose.');
  const gone = { ...rose, id: 'gone' as typeof rose.id };
  const citation = inlineCitation(rose);
  const changed = {
    ...citation,
    attrs: {
      ...citation.attrs,
      accepted: { kind: 'quotation', quote: 'It fell.', revision: times.revisionId },
    },
  };
  const { brief } = fixture.bundle([
    paragraph('A ', citation, ' ', changed),
    paragraph('B ', inlineCitation(gone), ' ', inlineCitation(gone)),
  ]);
  const { articles, revisions, annotations } = fixture;
  return { brief, records: recordSourceOf([brief, ...articles, ...revisions, ...annotations]) };
}

function item(kind: CheckKind, key: string): CheckItem {
  return { kind, key, sentence: 'x', about: null, place: { path: [0], range: null } };
}

const none: ReadonlySet<string> = new Set();

test('Y38 before an export the findings that are open are told by kind, gravest first', () => {
  const { records, brief } = project();
  const items = [item('uncited', 'a'), item('not-verbatim', 'b'), item('not-verbatim', 'c')];
  const report = { quotations: 3, verbatim: 1, items: [...items, item('comment', 'd')] };
  const check = { ...initialBriefCheck, briefId: brief.id, report };
  expect(openFindings(records, brief, check, new Set(['d']))).toEqual({
    summary: '3 findings of the check are open',
    kinds: [checkTitle('not-verbatim', 2), checkTitle('uncited', 1)],
    isFault: true,
  });
  expect(openFindings(records, brief, { ...check, isStale: true }, new Set('abcd'))).toEqual({
    summary: 'The check left nothing open; what was changed since is being checked',
    kinds: [],
    isFault: false,
  });
});

test('Y38 of a brief that was not checked, changed and missing citations are told', () => {
  const { records, brief } = project();
  const told = {
    summary: 'This brief has not been checked yet',
    kinds: [checkTitle('missing', 2), checkTitle('changed', 1)],
    isFault: true,
  };
  expect(openFindings(records, brief, initialBriefCheck, none)).toEqual(told);
  const other = {
    ...initialBriefCheck,
    briefId: 'other' as BriefId,
    report: { quotations: 0, verbatim: 0, items: [] },
  };
  expect(openFindings(records, brief, other, none)).toEqual(told);
});
