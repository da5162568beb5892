import { expect, it } from 'vitest';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../brief-fixture.ts';
import { sentences } from './checked.ts';

const fixture = new BriefFixture();
const article = fixture.article('The cost of the tunnel has risen again.');
const cost = annotateWords(fixture, article, 'The cost of the tunnel has risen again.');
const claim = fixture.claim('The cost has risen.', [[cost, 'asserts']]);

function uncited(...content: RichTextNode[]): readonly string[] {
  return sentences('uncited', fixture, content);
}

function quoted(...content: RichTextNode[]): RichTextNode {
  return { type: 'blockquote', content };
}

it('Y16 a paragraph that introduces a block quotation is cited by it', () => {
  const lead = paragraph('The ministry puts it like this.');
  expect(uncited(lead, quotationCitation(cost))).toEqual([]);
  expect(uncited(lead, claimCitation(claim))).toEqual([]);
  expect(uncited(lead, quoted(paragraph('So they say.'), paragraph(inlineCitation(cost))))).toEqual(
    [],
  );
  expect(uncited(lead, quoted(quotationCitation(cost)))).toEqual([]);
  expect(uncited(lead, paragraph('See ', inlineCitation(cost)))).toHaveLength(1);
  expect(uncited(lead, quoted(paragraph('So they say.')))).toHaveLength(2);
  expect(uncited(paragraph('Two above.'), lead, quotationCitation(cost))).toEqual([
    'No citation: “Two above.”',
  ]);
});

it('Y16 a block quotation is cited by the paragraph above it', () => {
  const footnote = { type: 'footnote', content: [inlineCitation(cost)] };
  const words = quoted(paragraph('So they say.'), paragraph('And so on.'));
  expect(uncited(paragraph('The ministry ', inlineCitation(cost), ' says'), words)).toEqual([]);
  expect(uncited(paragraph('The ministry says', footnote), words)).toEqual([]);
  expect(uncited(words, paragraph(inlineCitation(cost)))).toHaveLength(2);
});
