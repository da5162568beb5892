import { queryTokens } from './query-tokens.ts';

/**
 * For a search that found nothing: what `tag:` means, if the query has it, in a sentence for people; else `null`. Cost: the
 * length of the query.
 */
export function tagAdvice(query: string): string | null {
  return queryTokens(query).some(({ kind, text }) => kind === 'field' && text === 'tag')
    ? '“tag:” finds tags that whole articles have. Passages with a tag are found in Evidence, by its filter.'
    : null;
}
