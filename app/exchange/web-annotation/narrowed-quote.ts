import { isObject, type JsonObject, listOfJson, textOf } from './json.ts';

/** Words with those around them. */
export interface QuotedWords {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * What a selector quotes in the end: its words, or those that a selector within it (`refinedBy`) takes out of them, with what
 * stands around these. Positions within words count code points from their beginning. `null`: it quotes nothing; no words:
 * it points outside of those that it refines.
 *
 * @param outer the words that it refines
 */
export function narrowedQuote(selector: JsonObject, outer: QuotedWords | null): QuotedWords | null {
  const own = ownWords(selector, outer) ?? outer;
  const inner = listOfJson(selector.refinedBy)
    .filter(isObject)
    .map((one) => narrowedQuote(one, own))
    .findLast((one) => one !== null);
  return inner ?? own;
}

function ownWords(selector: JsonObject, outer: QuotedWords | null): QuotedWords | null {
  if (typeof selector.exact === 'string') return quotedIn(selector, selector.exact, outer);
  const { start, end } = selector;
  const isPosition = listOfJson(selector.type).includes('TextPositionSelector');
  if (outer === null || !isPosition || typeof start !== 'number' || typeof end !== 'number') {
    return null;
  }
  const signs = [...outer.quote];
  if (end > signs.length) return { quote: '', prefix: '', suffix: '' };
  const part = (from: number, to: number): string => signs.slice(from, to).join('');
  return {
    quote: part(start, end),
    prefix: outer.prefix + part(0, start),
    suffix: part(end, signs.length) + outer.suffix,
  };
}

function quotedIn(selector: JsonObject, quote: string, outer: QuotedWords | null): QuotedWords {
  const prefix = textOf(selector.prefix) ?? '';
  const suffix = textOf(selector.suffix) ?? '';
  const at = outer?.quote.indexOf(prefix + quote + suffix) ?? -1;
  if (outer === null || at === -1) return { quote, prefix, suffix };
  const start = at + prefix.length;
  return {
    quote,
    prefix: outer.prefix + outer.quote.slice(0, start),
    suffix: outer.quote.slice(start + quote.length) + outer.suffix,
  };
}
