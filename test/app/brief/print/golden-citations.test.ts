import { describe, expect, test } from 'vitest';
import { builtInStyles } from '../../../../app/brief/print/built-in-styles.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { goldenCitations } from './golden-citations.ts';
import { builtInStyle, entryLines, linesOf, noteLines, printed } from './printed-lines.ts';

const known = {
  title: 'Cost of tunnel rises',
  outlet: 'The Harbour Times',
  byline: 'Tomas Reyl',
  published: '2024-05-12',
  url: 'https://example.org/t',
  language: 'en',
} as const;

describe.each(builtInStyles)('C7: $title', ({ id }) => {
  const style = builtInStyle(id);

  test.each(goldenCitations)('cites an article with $name', ({ metadata, cited }) => {
    const fixture = new BriefFixture();
    const text = 'Cost of tunnel rises\nThe tunnel will cost 3 billion.';
    const article = fixture.article(text, { ...known, ...metadata });
    const quoted = annotateWords(fixture, article, 'will cost 3 billion');
    const brief = printed(fixture, [paragraph('It ', inlineCitation(quoted), '.')], style);
    const citation =
      brief.notes.length === 0
        ? linesOf(brief.blocks)[0]?.slice('It “will cost 3 billion” '.length, -1)
        : noteLines(brief)[0]?.slice('1 '.length);
    expect([citation, entryLines(brief)[0]]).toEqual(cited[id]);
  });
});
