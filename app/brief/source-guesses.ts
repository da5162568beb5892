import { isGuess } from '../article/article-metadata.ts';
import type { ArticleRecord } from '../record/records.ts';

const guessable = ['title', 'outlet', 'byline', 'published'] as const;

/** A fact of a source that is printed as a guess where it is one (rule C4). */
export type GuessableField = (typeof guessable)[number];

/** Which of title, outlet, byline and date are guesses that nobody has confirmed, in this order. */
export function sourceGuesses(
  article: Pick<ArticleRecord, 'corrected' | 'provenance'>,
): readonly GuessableField[] {
  return guessable.filter((field) => isGuess(article, field));
}
