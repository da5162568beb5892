import type { SuggestionKind, SuggestionsRequest } from '../../../app/host/suggestions.ts';
import { type CatalogueDatabase, rowsOf } from '../catalogue/catalogue-database.ts';
import { kindNumbers } from './suggestions-database.ts';

/** The suggestions that a request asks for, by their numbers, best first. */
export interface ListedSuggestions {
  readonly ids: readonly number[];
  readonly totals: { readonly [Kind in SuggestionKind]?: number };
}

/**
 * Lists suggestions, whichever page is asked for: formulas last, then by score. What is decided is left out, and so are
 * pairs of a cluster that is good enough for its own place in the list, or a set phrase: more articles may have made one of
 * what was none when the pair was found. Of conflicts that are the same one is listed, but all of an article's (rule Z10). Cost: going through all rows of the kinds.
 */
export function listSuggestions(
  database: CatalogueDatabase,
  { kinds, articleId, leastScores, formulas }: SuggestionsRequest,
): ListedSuggestions {
  const wanted = [...new Set(kinds)];
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  for (const kind of wanted) {
    conditions.push(`(kind = ${kindNumbers[kind]} AND score >= ?)`);
    values.push(leastScores[kind] ?? 0);
  }
  if (conditions.length === 0) return { ids: [], totals: {} };
  const rows = rowsOf<[number, number]>(
    database.prepare(`
      SELECT id, kind FROM suggestions AS listed
      WHERE decided = 0 AND formula <= ? AND (${conditions.join(' OR ')})
      AND NOT EXISTS (
        SELECT 1 FROM suggestions AS home
        WHERE home.id = listed.cluster AND (home.score >= ? OR home.formula = 1)
      )
      ${articleId === null ? onceEach : ''}
      ${articleId === null ? '' : ofArticle}
      ORDER BY formula, score DESC, id`),
    Number(formulas),
    ...values,
    leastScores.cluster ?? 0,
    ...(articleId === null ? [] : [articleId]),
  );
  const totals: Partial<Record<SuggestionKind, number>> = {};
  for (const kind of wanted) {
    const number = kindNumbers[kind];
    totals[kind] = rows.reduce((sum, [, of]) => sum + Number(of === number), 0);
  }
  return { ids: rows.map(([id]) => id), totals };
}

/** Of conflicts that are the same the best one, unless one of them is decided. */
const onceEach = `AND (listed.same IS NULL OR NOT EXISTS (
  SELECT 1 FROM suggestions AS better
  WHERE better.same = listed.same AND better.id <> listed.id
  AND (better.decided = 1 OR better.score > listed.score OR (better.score = listed.score AND better.id < listed.id))
))`;

const ofArticle = `AND id IN (
  WITH article AS (SELECT key FROM articles WHERE id = ?)
  SELECT suggestions.id FROM suggestions JOIN article ON suggestions.one = article.key
  UNION ALL SELECT suggestions.id FROM suggestions JOIN article ON suggestions.other = article.key
  UNION ALL SELECT suggestion FROM cluster_articles JOIN article ON cluster_articles.article = article.key
)`;
