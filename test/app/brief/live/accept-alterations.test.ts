import { expect, test } from 'vitest';
import { citedAlterations } from '../../../../app/brief/cited-alterations.ts';
import { accept } from '../../../../app/brief/live/accept-changes.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture, inlineCitation } from '../brief-fixture.ts';

const words = 'The cost, they said again, has risen.';

function project() {
  const fixture = new BriefFixture();
  const article = fixture.article(words);
  const cost = annotateWords(fixture, article, words);
  const sourceWith = (quote: string) =>
    recordSourceOf([
      ...fixture.articles,
      ...fixture.revisions,
      { ...cost, passage: { ...cost.passage, quote } },
    ]);
  const omission = { start: 9, end: 25, text: null };
  const node: RichTextNode = inlineCitation(cost);
  const altered = { ...node, attrs: { ...node.attrs, alterations: [omission] } };
  return { sourceWith, omission, kept: accept(sourceWith(words), altered) };
}

test('I22 accepting a quote that was extended takes the omissions along to their words', () => {
  const { sourceWith, omission, kept } = project();
  expect(citedAlterations(kept, words)).toEqual([omission]);
  const longer = `On Monday: ${words}`;
  const accepted = accept(sourceWith(longer), kept);
  expect(citedAlterations(accepted, longer)).toEqual([{ start: 20, end: 36, text: null }]);
});

test('I22 accepting a quote whose omitted words changed gives the omission up', () => {
  const { sourceWith, kept } = project();
  const other = words.replace('again', 'twice');
  expect(citedAlterations(kept, other)).toBeNull();
  const accepted = accept(sourceWith(other), kept);
  expect(accepted.attrs).not.toHaveProperty('alterations');
  expect(citedAlterations(accepted, other)).toEqual([]);
});
