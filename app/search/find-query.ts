import { type FindableText, findInText, type TextRange } from './find-in-text.ts';

/** A word or phrase that a query asks the texts for. */
export interface QueryTerm {
  readonly words: string;
  /** The last word may go on: `harbour*`. */
  readonly isPrefix: boolean;
}

/** Fields of which the texts say nothing, and words that join others. */
const otherFields = /^(?:outlet|byline|tag|lang|section|after|before|on|is):/iu;
const operator = /^(?:AND|OR|NOT|NEAR(?:\/\d+)?)$/u;
const token = /-?(?:[a-z]+:)?(?:["“”„][^"“”„]*["“”„]?|[^\s()"“”„]+)\*?/giu;

/**
 * The words and phrases of a query that its hits in a text are made of, without those it excludes. Never fails: of a
 * query that can't be understood it takes what looks like words.
 */
export function queryTerms(query: string): readonly QueryTerm[] {
  const terms: QueryTerm[] = [];
  let excluded = false;
  for (const [part] of query.replaceAll(/,\s*\d+\s*\)/gu, ')').matchAll(token)) {
    if (operator.test(part)) {
      excluded = part === 'NOT';
      continue;
    }
    const bare = part.replace(/^(?:title|text):/iu, '');
    const words = bare.replaceAll(/["“”„*]/gu, '').trim();
    if (!excluded && !part.startsWith('-') && !otherFields.test(part) && words !== '') {
      terms.push({ words, isPrefix: bare.endsWith('*') });
    }
    excluded = false;
  }
  return terms;
}

/** Where the words and phrases of a query stand in a text, in order, never overlapping. */
export function findQuery(text: FindableText, query: string): readonly TextRange[] {
  const all = queryTerms(query)
    .flatMap(({ words, isPrefix }) => {
      const hits = findInText(text, words, { matchCase: false, wholeWords: !isPrefix });
      return isPrefix ? hits.filter(({ start }) => startsWord(text.text, start)) : hits;
    })
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const hits: TextRange[] = [];
  for (const hit of all) if (hit.start >= (hits.at(-1)?.end ?? 0)) hits.push(hit);
  return hits;
}

function startsWord(text: string, start: number): boolean {
  return start === 0 || !/[\p{L}\p{N}\p{M}_]/u.test(text.charAt(start - 1));
}
