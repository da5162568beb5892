import type { ConflictSuggestion, SuggestedRange } from '../host/suggestions.ts';
import type { ArticleId } from '../record/ids.ts';
import { foldedWords } from '../search/folded-words.ts';
import { suggestionKey } from './suggestion-key.ts';

/** The words of one side of a conflict, in their article's text. */
export interface ConflictWords extends SuggestedRange {
  readonly articleId: ArticleId;
  readonly text: string;
}

/** So many words before and after tell a figure from the same figure elsewhere in its article. */
const wordsAround = 6;
/** Among so many code units before and after. */
const unitsAround = 120;

/**
 * What a conflict is known by: what it is about, and on both sides the words that differ with those around them. The same
 * whether the passages were found to be parallel or filed together by the analyst.
 */
export function conflictKey(
  about: ConflictSuggestion['about'],
  sides: readonly ConflictWords[],
): string {
  return suggestionKey(
    'conflict',
    sides.map(({ articleId, text, start, end }) => {
      const before = foldedWords(text.slice(Math.max(0, start - unitsAround), start));
      const after = foldedWords(text.slice(end, end + unitsAround));
      // The outermost words may be cut where the stretch begins and ends.
      const quote = [
        about,
        ...before.slice(1).slice(-wordsAround),
        text.slice(start, end),
        ...after.slice(0, -1).slice(0, wordsAround),
      ].join(' ');
      return { articleId, quote };
    }),
  );
}
