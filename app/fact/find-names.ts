import type { TextOffset } from '../base/brand.ts';
import type { RevisionText } from '../record/text.ts';
import type { FactContext, StatedName } from './facts.ts';
import { nameSpans } from './name-spans.ts';
import { resolveNames } from './resolve-names.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * The mentions of people, organisations and places by name in a text, in its order, each with the fullest form that the
 * text has of it (rule B10). English is complete; in other languages what is certainly a name. Never throws. Cost: the
 * length.
 */
export function findNames(
  text: RevisionText,
  { language }: Pick<FactContext, 'language'>,
): readonly StatedName[] {
  return namesIn(tokensOf(text, language), language);
}

/** The same of a text's blocks. */
export function namesIn(
  blocks: readonly (readonly Token[])[],
  language: string | null,
): readonly StatedName[] {
  return resolveNames(blocks.flatMap((tokens) => nameSpans(tokens, language))).map(
    ({ start, end, ...rest }) => ({
      start: start as TextOffset,
      end: end as TextOffset,
      ...rest,
    }),
  );
}
