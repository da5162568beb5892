import { describe, expect, it } from 'vitest';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { sentences } from './checked.ts';

const source =
  'Chinese President Xi Jinping and Russian President Vladimir Putin spoke by phone. The Ministry of Foreign Affairs of the People’s Republic of China and the Shanghai Cooperation Organization were told; Egypt, Ethiopia, Iran, Saudi Arabia and the United Arab Emirates joined. Ever since then the two of them have been careful to say nothing at all about it in public.';

function copied(words: string, more: { language?: string; title?: string; text?: string } = {}) {
  const { text = source, ...metadata } = more;
  const fixture = new BriefFixture();
  const article = fixture.article(text, { outlet: 'The Times', ...metadata });
  const cited = inlineCitation(annotateWords(fixture, article, text.slice(0, 20)));
  return sentences('copied', fixture, [paragraph(`${words} `, cited, '.')]);
}

describe('words of a source without quotation marks', () => {
  it.each([
    'Chinese President Xi Jinping and Russian President Vladimir Putin met',
    'A note of the Ministry of Foreign Affairs of the People’s Republic of China and the Shanghai Cooperation Organization says so',
    'New members are Egypt, Ethiopia, Iran, Saudi Arabia and the United Arab Emirates',
    'As everybody knows, Chinese President Xi Jinping and Russian President Vladimir Putin spoke by phone',
  ])('Y15 a name counts as one word: %s', (words) => {
    expect(copied(words)).toEqual([]);
  });

  it('Y15 finds words that are no names, and names among them', () => {
    expect(copied('Ever since then the two of them have been careful')).toHaveLength(1);
    expect(
      copied('They say that the two of them have been careful to say nothing at all about it'),
    ).toHaveLength(1);
  });

  it('Y15 the title of an article is nobody’s own words', () => {
    const title = 'What the two of them have been careful to say';
    const text = `${title}\nMore of it is not known to anybody.`;
    expect(copied(`The Times headlined ${title}`, { title, text })).toEqual([]);
    expect(copied(`The Times headlined ${title}`, { text })).toHaveLength(1);
  });

  it('Y15 counts each word where every noun has a capital', () => {
    const text =
      'Die Kosten des Tunnels unter dem Fluss und die Dauer der Arbeiten am Ufer sind der Regierung bekannt.';
    const words = 'Die Kosten des Tunnels unter dem Fluss und die Dauer der Arbeiten stehen fest';
    expect(copied(words, { text, language: 'de' })).toHaveLength(1);
  });

  it('Y15 a block quotation says that its words are another’s', () => {
    const fixture = new BriefFixture();
    const article = fixture.article(source);
    const cited = inlineCitation(annotateWords(fixture, article, source));
    const quoted: RichTextNode = {
      type: 'blockquote',
      content: [
        paragraph('Ever since then the two of them have been careful to say nothing ', cited),
      ],
    };
    expect(sentences('copied', fixture, [quoted])).toEqual([]);
  });
});
