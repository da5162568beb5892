import { expect, test } from 'vitest';
import { nextRecord } from '../../../../app/record/record-factory.ts';
import { citationSource } from '../../../../renderer/session/writing/citation-source.ts';
import { briefWindow } from './brief-window.ts';

const guessed = { source: 'file-date', confidence: 'guessed' } as const;

test('C4 C15 what is guessed of a cited article is told once, in the word of the exports', async () => {
  const { session, records, dom } = await briefWindow((project) => {
    const annotation = project.annotate();
    const [article] = project.records.list('article');
    if (article === undefined) throw new Error('No article');
    const detected = { ...article.detected, outlet: 'TMS', published: '2026-11-22' };
    const provenance = { published: guessed, outlet: guessed };
    const next = nextRecord(project.maker, article, { detected, provenance });
    project.act({ added: [], updated: [[article, next]], removed: [] });
    expect(annotation.articleId).toBe(article.id);
    return {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'See ' },
            { type: 'article_citation', attrs: { articleId: article.id } },
          ],
        },
      ],
    };
  });
  const source = citationSource(session);
  const [article] = records.list('article');
  const [annotation] = records.list('annotation');
  if (article === undefined || annotation === undefined) throw new Error('No records');
  const { title } = article.detected;
  expect(source.article(article.id)).toMatchObject({
    name: `“${title}”`,
    line: `“${title}”, TMS (guessed), 22 November 2026 (guessed)`,
  });
  expect(source.annotation(annotation.id)).toMatchObject({
    outlet: 'TMS (guessed)',
    published: '22 November 2026 (guessed)',
  });
  expect(dom.querySelector('.citation-article')?.textContent).toBe(`“${title}”`);
});
