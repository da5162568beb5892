import { type GeneratedArticle, outletNames } from './generate-corpus.ts';
import { textOf } from './project-of-corpus.ts';
import { Random } from './random.ts';

/** One question in the words of each of the searches that are measured. */
export interface TypicalQuery {
  readonly kind: 'words' | 'phrase' | 'prefix' | 'filter';
  /** As the analyst types it. */
  readonly query: string;
  /** As FTS5 takes it. */
  readonly match: string;
  /** Of `filter`: published in this or later, `2031-02`. */
  readonly after: string | null;
  /** As others take it, that know words only. */
  readonly words: string;
}

/** Words of middling frequency are in one article in a hundred to one in ten. */
const rarest = 0.01;
const commonest = 0.1;

/**
 * Eighty questions, the same for the same articles, and some words that stand a little more than a thousand times in all
 * texts together.
 */
export function typicalQueries(
  articles: readonly GeneratedArticle[],
  seed: number,
): { readonly queries: TypicalQuery[]; readonly linedWords: readonly string[] } {
  const random = new Random(seed);
  const { middling, linedWords } = countWords(articles);
  const word = () => random.pick(middling);
  const queries: TypicalQuery[] = [];
  const add = (
    kind: TypicalQuery['kind'],
    query: string,
    match: string,
    after: string | null,
    words = query,
  ) => queries.push({ kind, query, match, after, words });
  for (let count = 0; count < 40; count += 1) {
    const words = Array.from({ length: 1 + (count % 3) }, word);
    add('words', words.join(' '), words.map((one) => `"${one}"`).join(' AND '), null);
  }
  for (let count = 0; count < 15; count += 1) {
    const phrase = phraseWith(word(), articles, random);
    add('phrase', `"${phrase}"`, `"${phrase}"`, null, phrase);
  }
  for (let count = 0; count < 15; count += 1) {
    const begin = word().slice(0, 5);
    add('prefix', `${begin}*`, `"${begin}" *`, null, begin);
  }
  for (let count = 0; count < 10; count += 1) {
    const one = word();
    const month = `2031-0${1 + random.below(9)}`;
    const outlet = random.pick(outletNames).split(' ').at(-1) ?? '';
    const query = `${one} outlet:${outlet} after:${month}`;
    add('filter', query, `"${one}" AND outlet : "${outlet}"`, month, one);
  }
  return { queries, linedWords };
}

function countWords(articles: readonly GeneratedArticle[]) {
  const inArticles = new Map<string, number>();
  const inAll = new Map<string, number>();
  const note = (counts: Map<string, number>, word: string) =>
    counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const article of articles) {
    const words =
      textOf(article)
        .toLowerCase()
        .match(/(?<![^\s.,])[a-z]{4,}(?![^\s.,])/g) ?? [];
    for (const word of words) note(inAll, word);
    for (const word of new Set(words)) note(inArticles, word);
  }
  const least = articles.length * rarest;
  const most = articles.length * commonest;
  const within = (counts: Map<string, number>, from: number, to: number) =>
    [...counts].flatMap(([word, count]) => (count >= from && count <= to ? [word] : []));
  return {
    middling: within(inArticles, least, most),
    linedWords: within(inAll, 1_000, 1_500).slice(0, 20),
  };
}

/** A word and the one after it, as they stand in some article. */
function phraseWith(word: string, articles: readonly GeneratedArticle[], random: Random): string {
  for (let count = 0; count < articles.length; count += 1) {
    const article = articles[(count + random.below(articles.length)) % articles.length];
    const found =
      article &&
      new RegExp(`(?<![^\\s.,])${word} ([a-z]+)(?![^\\s.,])`).exec(article.paragraphs.join('\n'));
    if (found) return found[0];
  }
  return word;
}
