import { describe, expect, it } from 'vitest';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../brief-fixture.ts';
import { findings, sentences } from './checked.ts';

const timesWords = 'The cost of the tunnel has risen to 4.2 billion crowns since the spring.';
const ledgerWords =
  'Nobody ever promised [sic] that the [old] bridge would be kept … open for good.';

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article(timesWords, { outlet: 'The Times' });
  const ledger = fixture.article(ledgerWords, { outlet: 'The Ledger' });
  const one = annotateWords(fixture, times, timesWords);
  const two = annotateWords(fixture, ledger, ledgerWords);
  return {
    fixture,
    one: inlineCitation(one),
    two: inlineCitation(two),
    block: quotationCitation(two),
  };
}

const { fixture, one, two, block } = project();

function told(...content: readonly (string | RichTextNode)[]): readonly string[] {
  return sentences('typed-quotation', fixture, [paragraph(...content), block]);
}

const footnote = (...content: RichTextNode[]): RichTextNode => ({ type: 'footnote', content });

describe('whose words a typed quotation has', () => {
  const wrong =
    '“cost of the tunnel has risen” is not in 2:1, which is cited for it, but in 1:1 (article 1, The Times). Cite that.';

  it('Y14 asks after words of another source than the one that the sentence cites', () => {
    const said = 'The Ledger wrote “cost of the tunnel has risen” ';
    const items = findings('typed-quotation', fixture, [paragraph(said, two, '.'), paragraph(one)]);
    expect(items).toMatchObject([
      { sentence: wrong, about: { kind: 'annotation', id: 'annotation-1' }, place: { path: [0] } },
    ]);
    expect(told('The Times wrote “cost of the tunnel has risen” ', one, '.')).toEqual([]);
  });

  it('Y14 takes the citation right behind it before those of its sentence', () => {
    const [first, second] = [
      '“cost of the tunnel has risen” ',
      '“that the [old] bridge would be kept” ',
    ];
    expect(told(first, one, ', but ', second, two, '.')).toEqual([]);
    expect(told(first, two, ', but ', second, one, '.')).toHaveLength(2);
    expect(told(first, ' and ', second, one, two, '.')).toEqual([]);
    expect(
      told('The Times ', one, ' has “cost of the tunnel has risen”, the Ledger ', two, ' more.'),
    ).toEqual([]);
    expect(
      told('It wrote “cost of the tunnel has risen”.', footnote(two), ' So ', one, '.'),
    ).toEqual([wrong]);
  });

  it('Y14 takes those of the paragraph and behind it for a sentence that cites nothing', () => {
    expect(told('So wrote ', one, '. It was “the cost of the tunnel”. Then ', two, '.')).toEqual(
      [],
    );
    expect(told('It wrote “would be kept … open for good”:')).toEqual([]);
    expect(
      sentences('typed-quotation', fixture, [
        paragraph('It wrote “cost of the tunnel has risen”:'),
        block,
        paragraph(one),
      ]),
    ).toEqual([wrong]);
    expect(
      sentences('typed-quotation', fixture, [
        paragraph('It was “the cost of the tunnel”.'),
        paragraph(one),
      ]),
    ).toEqual([]);
  });
});

describe('brackets and dots in a typed quotation', () => {
  it.each([
    'Nobody ever promised [sic] that the [old] bridge',
    'promised [sic] that the [old] bridge would be kept … open',
    'Nobody ever promised [sic] that … bridge would be kept',
    'Nobody ever … that the [old] bridge',
    'nobody [of the ministers] promised [sic] that the [old] bridge',
    '[…] would be kept … open for good',
    '[N]obody ever promised [sic]',
    'Nobody ... open for good [emphasis added]',
  ])('Y14 finds the source’s own and the writer’s: %s', (words) => {
    expect(told(`It wrote “${words}” `, two, '.')).toEqual([]);
  });

  it.each([
    ['the source’s brackets left out without a sign', 'Nobody ever promised that the old bridge'],
    ['other words in the source’s brackets', 'that the [new] bridge would be kept'],
    ['words left out without a sign', 'Nobody ever promised the bridge'],
    ['too much in the place of brackets', 'Nobody ever [x] open for good'],
    ['parts in another order', 'open for good … nobody ever promised'],
  ])('Y14 finds %s', (_what, words) => {
    const long = `${words}`;
    expect(told(`It wrote “${long}” `, two, '.')).toHaveLength(1);
  });
});
