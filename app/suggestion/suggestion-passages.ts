import type { SuggestedPassage, Suggestion } from '../host/suggestions.ts';
import type { ArticleId } from '../record/ids.ts';

/** The passages that a suggestion shows, in its order; of a silence the nearest one, if there is any. */
export function passagesOf(suggestion: Suggestion): readonly SuggestedPassage[] {
  switch (suggestion.kind) {
    case 'parallel':
      return [suggestion.one, suggestion.other];
    case 'cluster':
      return suggestion.passages;
    case 'quotation':
      return [suggestion.passage];
    case 'conflict':
      return [suggestion.one.passage, suggestion.other.passage];
    case 'silence':
      return suggestion.nearest === null ? [] : [suggestion.nearest];
  }
}

/** The articles that a suggestion is about, each once. */
export function articlesOf(suggestion: Suggestion): readonly ArticleId[] {
  if (suggestion.kind === 'silence') return [suggestion.articleId];
  return [...new Set(passagesOf(suggestion).map(({ articleId }) => articleId))];
}
