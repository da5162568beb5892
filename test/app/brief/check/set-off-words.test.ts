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

const fixture = new BriefFixture();
const times = fixture.article(
  'The cost of the tunnel has risen again. Nobody at the port believed a word of it.\nThe harbour master says: “I saw it rise.”',
  { outlet: 'The Times' },
);
const ledger = fixture.article('The ministry asked that the old bridge would be kept open.', {
  outlet: 'The Ledger',
});
const one = annotateWords(fixture, times, 'The cost of the tunnel has risen again.');
const two = annotateWords(fixture, ledger, 'the old bridge would be kept open');
const article = (id: string): RichTextNode => ({
  type: 'article_citation',
  attrs: { articleId: id },
});

function quoted(...content: readonly RichTextNode[]): RichTextNode {
  return { type: 'blockquote', content };
}

function told(...content: readonly RichTextNode[]): readonly string[] {
  return sentences('typed-quotation', fixture, content);
}

describe('words that a writer set off as a block quotation', () => {
  it('Y14 have to stand in a cited article, to the word', () => {
    const lead = paragraph('The Times wrote ', inlineCitation(one), ':');
    expect(told(lead, quoted(paragraph('Nobody at the port believed a word of it.')))).toEqual([]);
    expect(told(lead, quoted(paragraph('Nobody at the port has believed a word of it.')))).toEqual([
      '“Nobody at the port has believed a word of it.” is set off as a quotation, and stands so in no cited article. Correct its words, or cite where it stands.',
    ]);
    // Over the line of the source, with omissions, with brackets and with the marks of the source.
    expect(
      told(lead, quoted(paragraph('Nobody […] believed a word of it. The harbour master says'))),
    ).toEqual([]);
    expect(told(lead, quoted(paragraph('The harbour master says: "I saw it rise."')))).toEqual([]);
  });

  it('Y14 are told once, marks in them included', () => {
    const items = findings('typed-quotation', fixture, [
      quoted(
        paragraph('The port said “nobody believed in it at all” and left ', inlineCitation(one)),
      ),
    ]);
    expect(items).toHaveLength(1);
    expect(items[0]?.place).toEqual({ path: [0, 0], range: { from: 0, to: 53 } });
  });

  it('Y14 are looked for in what the quotation cites: in it, above it, behind it', () => {
    const words = paragraph('Nobody at the port believed a word of it.');
    expect(told(quoted(words), quotationCitation(one))).toEqual([]);
    expect(told(quoted(words, paragraph('— The Times, of the day ', article(times.id))))).toEqual(
      [],
    );
    expect(
      told(quoted(words, paragraph(inlineCitation(two))), paragraph(inlineCitation(one))),
    ).toEqual([
      '“Nobody at the port believed a word of it.” is set off as a quotation of article 2, The Ledger, and stands in article 1, The Times. Cite that.',
    ]);
  });

  it('Y14 what leads to a citation, and terms, are the writer’s own', () => {
    expect(
      told(quoted(paragraph('The ministry said on the day before: ', inlineCitation(two)))),
    ).toEqual([]);
    expect(told(quoted(paragraph('So what?', inlineCitation(two))))).toEqual([]);
  });
});

describe('titles', () => {
  const titled = new BriefFixture();
  const title = 'Who pays? “The tunnel will cost 4.2 billion!” says the minister on 9 May 2024';
  const asked = titled.article(`${title}\nIt has risen again. More is not known.`, {
    title,
    outlet: null,
  });
  const copy = titled.article(`${title}\nIt has risen again, we read.`, { outlet: 'The Copy' });
  const [own, other] = [asked, copy].map((at) => annotateWords(titled, at, 'It has risen again'));
  if (own === undefined || other === undefined) throw new Error('no passages');

  function all(...content: readonly RichTextNode[]): readonly string[] {
    return ['copied', 'typed-quotation', 'figure', 'uncited'].flatMap((kind) =>
      sentences(kind as 'copied', titled, content),
    );
  }

  it('Y14, Y15 the title of a cited article is no quotation and copies nobody, though another text has its words', () => {
    expect(all(paragraph(`${title} reports `, inlineCitation(own), '.'))).toEqual([]);
    const both = paragraph(inlineCitation(other), ` as ${title} has it `, inlineCitation(own), '.');
    expect(all(both)).toEqual([]);
  });

  it('Y14, Y15 so is that of an article that is mentioned', () => {
    const mention: RichTextNode = { type: 'reference', attrs: { kind: 'article', id: asked.id } };
    expect(all(paragraph(mention, ' reports it too, or so ', inlineCitation(other)))).toEqual([]);
  });

  it('Y12 a title in italics that asks is within its sentence, which cites what stands behind it', () => {
    const em = (text: string): RichTextNode => ({ type: 'text', text, marks: [{ type: 'em' }] });
    const line = paragraph(
      'At 7 million, ',
      em('Who pays? Nobody!'),
      ' says ',
      inlineCitation(own),
    );
    expect(sentences('figure', titled, [line])).toHaveLength(1);
    const ends = [
      paragraph(
        'At 7 million it rose. ',
        em('Not so. They say no.'),
        inlineCitation(own),
        ' They cite.',
      ),
    ];
    expect(sentences('figure', titled, ends)).toEqual([]);
  });
});
