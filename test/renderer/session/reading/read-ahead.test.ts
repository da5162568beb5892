import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newRecord } from '../../../../app/record/record-factory.ts';
import { createReadAhead } from '../../../../renderer/session/reading/read-ahead.ts';
import type { Session } from '../../../../renderer/session/session.ts';
import { RecordIndex } from '../../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle } from '../../../support/records.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session of three articles, and the hashes of the texts that were read. Reading `damaged` fails. */
function readingSession() {
  const maker = countingMaker();
  const records = new RecordIndex();
  const articles = ['one', 'two', 'damaged'].map((hash) => {
    const article = sampleArticle(maker);
    const facts = { length: 1, blockCount: 1, wordCount: 1 };
    const revision = newRecord(maker, 'revision', {
      articleId: article.id,
      hash: hash as never,
      ...facts,
    });
    records.load([article, { ...revision, id: article.revisionId }]);
    return article;
  });
  const read: string[] = [];
  const texts = {
    read: (hash: string) => {
      read.push(hash);
      return hash === 'damaged' ? Promise.reject(new Error('damaged')) : Promise.resolve({});
    },
  };
  const session = {
    hasProject: true,
    store: { records, texts, loadArticle: async () => undefined },
  };
  return { articles, read, session: session as unknown as Session, put: session };
}

test('the text is read of the article that the keyboard stays on, not of those it passes by', () => {
  const { articles, read, session } = readingSession();
  const readAhead = createReadAhead(session);
  for (const { id } of articles.slice(0, 2)) readAhead(id);
  vi.advanceTimersByTime(59);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(read).toEqual(['two']);
});

test('a text that can’t be read is left to be said when it is opened, and none is read of a closed project', async () => {
  const { articles, read, session, put } = readingSession();
  const readAhead = createReadAhead(session);
  readAhead(articles[2]?.id as never);
  await vi.advanceTimersByTimeAsync(60);
  expect(read).toEqual(['damaged']);
  readAhead(articles[0]?.id as never);
  put.hasProject = false;
  await vi.advanceTimersByTimeAsync(60);
  expect(read).toEqual(['damaged']);
});
