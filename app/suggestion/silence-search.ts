import { sentencesOf } from '../anchor/sentence-at.ts';
import type { TextRange } from '../anchor/text-range.ts';
import { claimQuery } from '../claim/significant-words.ts';
import type { RevisionText } from '../record/text.ts';
import { foldPlain } from '../search/fold-words.ts';
import { foldedWords } from '../search/folded-words.ts';

/** A claim with the words of its evidence. */
export interface SilentClaim {
  readonly wording: string;
  readonly evidence: readonly string[];
}

/** Which of the words that are looked for a text has, block by block; blocks without any are left out. */
export interface WordsMet {
  readonly blocks: readonly { readonly block: number; readonly terms: readonly number[] }[];
}

/** The sentence of an article that comes nearest to a claim. */
export interface NearestSentence {
  /** 0 to 1 (rule Z8). */
  readonly share: number;
  /** `null`: no sentence has any of the words. */
  readonly range: TextRange | null;
}

/** An article whose nearest sentence has this share and more speaks of the claim, as far as words tell (rule Z7). */
export const enoughShare = 0.5;
/** Of one claim, so many passages of evidence are looked for. */
const mostEvidence = 12;
/** So many letters of a word with an open ending tell where to look for it. */
const openLetters = 4;

/**
 * Looks for sentences that speak of claims in articles, all claims at once (rules Z7 and Z8): first `meet` for each text,
 * then `nearest` for each claim and text. What is looked for are the words that the search of a matrix cell begins with.
 */
export class SilenceSearch {
  /** Of each claim, of its wording and each passage of evidence, the terms. */
  readonly #references: (readonly (readonly number[])[])[];
  readonly #exact = new Map<string, number>();
  /** By their first letters. */
  readonly #open = new Map<string, { readonly stem: string; readonly term: number }[]>();
  /** In how many texts each term was met. */
  readonly #texts: number[] = [];
  #met = 0;

  constructor(claims: readonly SilentClaim[]) {
    this.#references = claims.map(({ wording, evidence }) => {
      const made = [wording, ...evidence.slice(0, mostEvidence)]
        .map((words) => this.#termsOf(words))
        .filter((terms) => terms.length > 0);
      return [...new Map(made.map((terms) => [terms.join(' '), terms])).values()];
    });
  }

  /** Looks for all words in a text, once for each text. Cost: folding it. */
  meet({ text, blocks }: Pick<RevisionText, 'text' | 'blocks'>): WordsMet {
    const met: { block: number; terms: readonly number[] }[] = [];
    const all = new Set<number>();
    for (const [block, { start, end }] of blocks.entries()) {
      const terms = this.#termsIn(text.slice(start, end));
      if (terms.size === 0) continue;
      met.push({ block, terms: [...terms] });
      for (const term of terms) all.add(term);
    }
    this.#met += 1;
    for (const term of all) this.#texts[term] = (this.#texts[term] ?? 0) + 1;
    return { blocks: met };
  }

  /**
   * The sentence that comes nearest to a claim, by its number, when all texts were met. Cost: the sentences of the blocks that
   * may hold it.
   */
  nearest(
    claim: number,
    met: WordsMet,
    text: RevisionText,
    language: string | null,
  ): NearestSentence {
    const bounds = met.blocks
      .map(({ block, terms }) => ({ block, bound: this.#share(claim, new Set(terms)) }))
      .filter(({ bound }) => bound > 0)
      .sort((one, other) => other.bound - one.bound);
    let best: NearestSentence = { share: 0, range: null };
    for (const { block, bound } of bounds) {
      // No sentence has more than its block.
      if (bound <= best.share) break;
      const place = text.blocks[block];
      if (place === undefined) continue;
      for (const range of sentencesOf(text.text, place, language)) {
        const share = this.#share(claim, this.#termsIn(text.text.slice(range.start, range.end)));
        if (share > best.share) best = { share, range };
      }
    }
    return best;
  }

  /** The share of the reference that these terms have most of. */
  #share(claim: number, terms: ReadonlySet<number>): number {
    let best = 0;
    for (const reference of this.#references[claim] ?? []) {
      let has = 0;
      let all = 0;
      for (const term of reference) {
        const weight = this.#weight(term);
        all += weight;
        if (terms.has(term)) has += weight;
      }
      if (all > 0) best = Math.max(best, has / all);
    }
    return best;
  }

  /** Rare words tell more: the logarithm of one and the texts for each that has the word. */
  #weight(term: number): number {
    return Math.log(1 + this.#met / Math.max(1, this.#texts[term] ?? 0));
  }

  #termsIn(text: string): Set<number> {
    const terms = new Set<number>();
    for (const word of foldedWords(text)) {
      const exact = this.#exact.get(word);
      if (exact !== undefined) terms.add(exact);
      for (const { stem, term } of this.#open.get(word.slice(0, openLetters)) ?? []) {
        if (word.startsWith(stem)) terms.add(term);
      }
    }
    return terms;
  }

  #termsOf(words: string): number[] {
    const terms = new Set<number>();
    const query = claimQuery(words);
    for (const term of query === '' ? [] : query.split(' OR ')) {
      const isOpen = term.endsWith('*');
      // A number with signs inside, a word with a hyphen: several words to the search.
      const folded = isOpen ? [foldPlain(term.slice(0, -1))] : foldedWords(term);
      for (const word of folded) terms.add(this.#numberOf(word, isOpen));
    }
    return [...terms];
  }

  #numberOf(word: string, isOpen: boolean): number {
    if (!isOpen || word.length < openLetters) {
      const term = this.#exact.get(word) ?? this.#texts.length;
      if (term === this.#texts.length) this.#texts.push(0);
      this.#exact.set(word, term);
      return term;
    }
    const first = word.slice(0, openLetters);
    const stems = this.#open.get(first) ?? [];
    this.#open.set(first, stems);
    const known = stems.find(({ stem }) => stem === word);
    if (known !== undefined) return known.term;
    this.#texts.push(0);
    const term = this.#texts.length - 1;
    stems.push({ stem: word, term });
    return term;
  }
}
