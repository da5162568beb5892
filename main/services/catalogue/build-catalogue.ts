import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogueSources, JournalEnd } from './catalogue-messages.ts';
import { cataloguedKinds, readRecords } from './read-history.ts';
import type { WrittenCatalogue } from './written-catalogue.ts';

/** How long one transaction may take, in milliseconds: after it, what was asked meanwhile is looked at. */
export const transactionTime = 400;

/**
 * Fills an empty catalogue with what the journal holds up to an entry. Answers with how many articles those are. Throws
 * what SQLite and the system throw.
 *
 * @param tell told how many articles are in it and how many wait, at first and after each transaction but the last
 */
export async function buildCatalogue(
  catalogue: WrittenCatalogue,
  sources: CatalogueSources,
  end: JournalEnd,
  tell: (indexed: number, waiting: number) => void,
): Promise<number> {
  const { indexer } = catalogue;
  const records = await readRecords(sources, end, cataloguedKinds);
  const articles = records.filter((record) => record.kind === 'article');
  articles.sort((one, other) => one.number - other.number);
  tell(0, articles.length);
  catalogue.transaction(() => {
    indexer.apply({ put: records.filter((record) => record.kind !== 'article'), removed: [] });
  });
  let next = 0;
  while (next < articles.length) {
    catalogue.transaction(() => {
      const until = performance.now() + transactionTime;
      while (next < articles.length && performance.now() < until) {
        const article = articles[next];
        if (article !== undefined) indexer.putArticle(article);
        next += 1;
      }
    });
    if (next < articles.length) tell(next, articles.length - next);
    await nextTurn();
  }
  catalogue.transaction(() => {
    catalogue.writeOwner();
    catalogue.writeEnd(end);
  });
  return articles.length;
}
