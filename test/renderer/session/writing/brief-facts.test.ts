import { expect, test } from 'vitest';
import { newRecord, nextRecord } from '../../../../app/record/record-factory.ts';
import { briefFacts } from '../../../../renderer/session/writing/brief-facts.ts';
import { ClaimsProject, paragraph, words } from '../../../app/claim/claims-project.ts';

test('a brief says how often it cites, which claims, and how many sources stand behind them', () => {
  const project = new ClaimsProject(4);
  const [one, two, three] = [project.annotate(0), project.annotate(1), project.annotate(2)];
  for (const [at, outlet] of ['The Ledger', 'The Ledger', null].entries()) {
    const article = project.records.list('article')[at];
    if (article === undefined) throw new Error('There is no such article.');
    const next = nextRecord(project.maker, article, { corrected: { outlet } });
    project.act({ added: [], updated: [[article, next]], removed: [] });
  }
  const claim = project.claim('The tunnel is long.');
  project.file(claim, [two, three], 'asserts');
  const cite = (annotationId: string) => ({ type: 'inline_citation', attrs: { annotationId } });
  const content = paragraph(
    words('It is long, '),
    cite(one.id),
    words(' and again '),
    cite(one.id),
    { type: 'claim_citation', attrs: { claimId: claim.id } },
    cite('gone'),
  );
  const brief = newRecord(project.maker, 'brief', { title: 'A brief', content });
  project.act({ added: [brief], updated: [], removed: [] });
  // The one without an outlet counts by itself.
  expect(briefFacts(project.records, brief)).toEqual({ citations: 4, claims: 1, sources: 2 });
  const empty = newRecord(project.maker, 'brief', { title: 'Empty', content: paragraph() });
  expect(briefFacts(project.records, empty)).toEqual({ citations: 0, claims: 0, sources: 0 });
});

test('what a brief rests on is counted without going through blocks again that nobody wrote in', () => {
  const project = new ClaimsProject(2);
  const one = project.annotate(0);
  let walks = 0;
  const block = {
    type: 'paragraph',
    get content() {
      walks += 1;
      return [{ type: 'inline_citation', attrs: { annotationId: one.id } }];
    },
  };
  const content = { type: 'doc', content: [block] };
  const brief = newRecord(project.maker, 'brief', { title: 'A brief', content });
  expect(briefFacts(project.records, brief).citations).toBe(1);
  const after = walks;
  expect(after).toBeGreaterThan(0);
  const longer = { type: 'doc', content: [block, ...(paragraph(words('More.')).content ?? [])] };
  expect(
    briefFacts(project.records, nextRecord(project.maker, brief, { content: longer })),
  ).toEqual({ citations: 1, claims: 0, sources: 1 });
  expect(walks).toBe(after);
});
