import { isGuess } from '../../article/article-metadata.ts';
import type { ArticleRecord, MetadataField } from '../../record/records.ts';

const told = ['title', 'outlet', 'published'] as const satisfies readonly MetadataField[];

/**
 * For the column “Guessed” of a table: which of an article's facts nobody has confirmed ("outlet, published"); empty: none.
 * The facts themselves stand in their columns without a mark, so that they sort and can be reckoned with.
 */
export function guessedFacts(article: ArticleRecord): string {
  return guessedNames(told.filter((field) => isGuess(article, field)));
}

/** The same of guesses that are known already; of other fields nothing is said. */
export function guessedNames(guesses: readonly MetadataField[]): string {
  return told.filter((field) => guesses.includes(field)).join(', ');
}
