import { expect, test } from 'vitest';
import { correctArticle } from '../../../app/article/correct-article.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { listArticle } from '../../../renderer/session/article-list.ts';
import { countingMaker, sampleArticle } from '../../support/records.ts';

test('an outlet and a date that are guesses are shown as guesses, until they are put right', () => {
  const maker = countingMaker();
  const article: ArticleRecord = {
    ...sampleArticle(maker),
    provenance: {
      outlet: { source: 'text', confidence: 'guessed' },
      published: { source: 'file-date', confidence: 'guessed' },
    },
  };
  expect(listArticle(article)).toMatchObject({
    outlet: 'The Harbour Times (guess)',
    date: '12 May 2031 (guess)',
    metadata: { outlet: 'The Harbour Times' },
  });
  const [[, corrected] = []] = correctArticle(maker, article, 'outlet', 'Radio Hesk').updated;
  expect(listArticle(corrected as ArticleRecord)).toMatchObject({
    outlet: 'Radio Hesk',
    date: '12 May 2031 (guess)',
  });
});
