import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { claimQuery } from '../../../app/claim/significant-words.ts';
import type {
  FiledPassage,
  SilenceQuestion,
  SilenceSuggestion,
} from '../../../app/host/suggestions.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import {
  enoughShare,
  SilenceSearch,
  type WordsMet,
} from '../../../app/suggestion/silence-search.ts';
import { suggestionKey } from '../../../app/suggestion/suggestion-key.ts';
import { byteRowsOf, type CatalogueDatabase, rowsOf } from '../catalogue/catalogue-database.ts';
import type { FiledReader } from './filed-conflicts.ts';
import { decodeValue, type PairValue } from './stored-values.ts';
import { kindNumbers } from './suggestions-database.ts';

/** Of one claim, so many are answered at most, the most likely. */
const mostOfClaim = 2_000;

/** An article that may be silent. */
interface Candidate {
  readonly key: number;
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly hash: RevisionHash;
  readonly language: string | null;
  /** Its parallel passages are known, and it is not left out. */
  readonly isCompared: boolean;
}

/** What was met in an article's text. */
interface Met {
  readonly article: Candidate;
  readonly words: WordsMet;
}

/**
 * Articles in which nothing like a claim's evidence was found (rules Z7 and Z8), most likely first, without what is decided:
 * no passage of theirs is parallel to one of the evidence, and no sentence has enough of the words that matter. Articles of
 * a language that none of the evidence has are passed over, since words can't tell there, and so are texts that were not
 * compared or are left out. Cost: reading all candidates once.
 *
 * @param most of one claim
 */
export async function findSilences(
  questions: readonly SilenceQuestion[],
  reader: FiledReader,
  most = mostOfClaim,
): Promise<readonly SilenceSuggestion[]> {
  const { database, texts, giveWay, endable } = reader;
  const articles = new Articles(database);
  const evidence: string[][] = [];
  const candidates: Candidate[][] = [];
  for (const question of questions) {
    const quotes: string[] = [];
    const present: FiledPassage[] = [];
    for (const passage of question.passages) {
      const text = await texts.read(passage.hash);
      if (text === null) continue;
      const quote = text.text.slice(passage.start, passage.end);
      quotes.push(quote);
      present.push(await inPresent(passage, quote, articles, texts));
    }
    evidence.push(quotes);
    candidates.push(candidatesOf(question, present, articles));
    await giveWay();
  }
  const search = new SilenceSearch(
    questions.map(({ wording }, index) => ({ wording, evidence: evidence[index] ?? [] })),
  );
  const met = new Map<number, Met>();
  for (const article of candidates.flat()) {
    if (met.has(article.key)) continue;
    const text = await texts.read(article.hash);
    if (text !== null) {
      met.set(article.key, { article, words: endable(() => search.meet(text)) });
    }
    await giveWay();
  }
  const found: SilenceSuggestion[] = [];
  for (const [index, { claimId, wording }] of questions.entries()) {
    const ofClaim: SilenceSuggestion[] = [];
    const query = claimQuery(wording);
    if (query === '') continue;
    for (const { key: of } of candidates[index] ?? []) {
      const looked = met.get(of);
      const text = looked === undefined ? null : await texts.read(looked.article.hash);
      if (looked === undefined || text === null) continue;
      const { articleId, revisionId, hash, language } = looked.article;
      const quote = `${claimId} ${wording} ${hash}`;
      const key = suggestionKey('silence', [{ articleId, quote }]);
      const { share, range } = endable(() => search.nearest(index, looked.words, text, language));
      await giveWay();
      if (share >= enoughShare) continue;
      const nearest =
        range === null
          ? null
          : {
              articleId,
              revisionId,
              hash,
              start: range.start,
              end: range.end,
              quote: text.text.slice(range.start, range.end),
            };
      const score = 1 - share;
      ofClaim.push({
        kind: 'silence',
        key,
        score,
        claimId,
        articleId,
        revisionId,
        search: query,
        nearest,
      });
    }
    found.push(...ofClaim.sort(bestFirst).slice(0, most));
  }
  return found.sort(bestFirst);
}

function bestFirst(one: SilenceSuggestion, other: SilenceSuggestion): number {
  return other.score - one.score;
}

/** Where a passage of an earlier revision stands in the present one, if the words are there; else as it is. */
async function inPresent(
  passage: FiledPassage,
  quote: string,
  articles: Articles,
  texts: FiledReader['texts'],
): Promise<FiledPassage> {
  const hash = articles.read(passage.articleId)?.hash ?? passage.hash;
  if (hash === passage.hash) return passage;
  const start = (await texts.read(hash))?.text.indexOf(quote) ?? -1;
  if (start < 0) return passage;
  const end = (start + quote.length) as TextOffset;
  return { articleId: passage.articleId, hash, start: start as TextOffset, end };
}

/** The articles that may be silent on a claim, before their words are looked at. */
function candidatesOf(
  { articleIds }: SilenceQuestion,
  passages: readonly FiledPassage[],
  articles: Articles,
): Candidate[] {
  const parallel = new Set(passages.flatMap((passage) => articles.parallelTo(passage)));
  const languages = new Set(
    passages.flatMap(({ articleId }) => articles.read(articleId)?.language?.split('-')[0] ?? []),
  );
  return articleIds.flatMap((id) => {
    const article = articles.read(id);
    if (article === null || !article.isCompared || parallel.has(article.key)) return [];
    const language = article.language?.split('-')[0];
    if (language !== undefined && languages.size > 0 && !languages.has(language)) return [];
    return [article];
  });
}

/** What the tables know of articles, by their ids. */
class Articles {
  readonly #article;
  readonly #pairs;

  constructor(database: CatalogueDatabase) {
    this.#article = database.prepare<unknown[]>(
      'SELECT key, CAST(id AS BLOB), CAST(revision AS BLOB), CAST(hash AS BLOB), CAST(language AS BLOB), compared IS hash AND hash NOT IN (SELECT hash FROM left_out) FROM articles WHERE id = ? AND hash IS NOT NULL',
    );
    this.#pairs = database.prepare<unknown[]>(
      `SELECT one, other, value FROM suggestions WHERE kind = ${kindNumbers.parallel} AND formula = 0 AND (one = ?1 OR other = ?1)`,
    );
  }

  /** `null`: it is not there, or in the trash. */
  read(id: ArticleId): Candidate | null {
    const [row] = rowsOf<[number, string, string, string, string | null, number]>(
      this.#article,
      id,
    );
    if (row === undefined) return null;
    const [key, articleId, revisionId, hash, language, isCompared] = row;
    return {
      key,
      articleId: articleId as ArticleId,
      revisionId: revisionId as RevisionId,
      hash: hash as RevisionHash,
      language,
      isCompared: isCompared === 1,
    };
  }

  /** Articles, by key, that have a passage parallel to a part of this one; formulas say nothing. */
  parallelTo({ articleId, hash, start, end }: FiledPassage): number[] {
    const article = this.read(articleId);
    if (article === null || article.hash !== hash) return [];
    const rows = byteRowsOf<[number, number, Uint8Array]>(this.#pairs, article.key);
    return rows.flatMap(([one, other, bytes]) => {
      const [from, to, otherFrom, otherTo] = decodeValue<PairValue>(bytes).ranges;
      const isOne = one === article.key;
      return overlaps([start, end], isOne ? [from, to] : [otherFrom, otherTo])
        ? [isOne ? other : one]
        : [];
    });
  }
}

type Stretch = readonly [TextOffset, TextOffset];

function overlaps([start, end]: Stretch, [from, to]: Stretch): boolean {
  return start < to && from < end;
}
