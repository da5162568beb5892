import { foldPlain } from './fold-words.ts';

/**
 * How well a text goes with what was typed, both folded (rule S2): 0 where a word is missing; else 1 to 5, the more the
 * better: somewhere inside words, at their beginnings, as one phrase, at the text's beginning, the whole text. Cost: one
 * search of the text for each word.
 */
export function matchWords(text: string, typed: TypedWords): number {
  const { phrase, words } = typed;
  if (phrase === '') return 0;
  const at = text.indexOf(phrase);
  if (at === 0) return text.length === phrase.length ? 5 : 4;
  if (at > 0 && isWordStart(text, at)) return 3;
  let atStarts = true;
  for (const word of words) {
    const place = text.indexOf(word);
    if (place === -1) return 0;
    if (atStarts) atStarts = startsAWord(text, word, place);
  }
  return atStarts ? 2 : 1;
}

/** What was typed, taken apart once for many texts. */
export interface TypedWords {
  /** All of it, folded, with one space between words. */
  readonly phrase: string;
  readonly words: readonly string[];
}

export function typedWords(typed: string): TypedWords {
  const words = foldPlain(typed).split(/\s+/u).filter(Boolean);
  return { phrase: words.join(' '), words };
}

function startsAWord(text: string, word: string, first: number): boolean {
  for (let at = first; at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return true;
  }
  return false;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}
