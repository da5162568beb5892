import type { ClusteredPair, ParallelPair } from '../../../app/parallel/parallel-pair.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { suggestionKey } from '../../../app/suggestion/suggestion-key.ts';
import type { NewRow, PairRow } from './suggestion-rows.ts';

/** A text with the article whose it is. */
export interface OwnedText {
  readonly articleId: ArticleId;
  readonly text: string;
}

/** Numbers suggestions whose articles and words are the same, so that each has a key of its own. */
export class KeyCounter {
  readonly #counts = new Map<string, number>();

  /** How often the key was asked for before. */
  next(key: string): number {
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    return count;
  }
}

/**
 * Of one text with those before it, so many pairs are kept: a report that hundreds took over would have a pair for each two of
 * them, and a phrase that stands in every article of an outlet even more. What hangs together still does.
 */
const mostPairs = 300;
const mostFormulas = 20;

/** The best pairs of one text, which come best first, formulas last. */
export function keptPairs(pairs: readonly ParallelPair[]): ParallelPair[] {
  const formulas = pairs.findIndex(({ formula }) => formula !== null);
  const plain = formulas < 0 ? pairs.length : formulas;
  return [
    ...pairs.slice(0, Math.min(plain, mostPairs)),
    ...pairs.slice(plain, plain + mostFormulas),
  ];
}

/** Pairs as they are kept. Those of a text that is not in `texts` are left out. */
export function pairRows(
  pairs: readonly ParallelPair[],
  texts: ReadonlyMap<number, OwnedText>,
): NewRow[] {
  const rows: NewRow[] = [];
  const counter = new KeyCounter();
  const inOrder = [...pairs].sort((a, b) => a.one.start - b.one.start);
  for (const pair of inOrder) {
    const { one, other, score, words, verbatim, formula } = pair;
    const first = texts.get(one.key);
    const second = texts.get(other.key);
    if (first === undefined || second === undefined) continue;
    const parts = [
      { articleId: first.articleId, quote: first.text.slice(one.start, one.end) },
      { articleId: second.articleId, quote: second.text.slice(other.start, other.end) },
    ] as const;
    const key = suggestionKey('parallel', parts);
    const occurrence = counter.next(key);
    rows.push({
      kind: 'parallel',
      key:
        occurrence === 0 ? key : suggestionKey('parallel', [{ ...parts[0], occurrence }, parts[1]]),
      score,
      formula: formula !== null,
      one: one.key,
      other: other.key,
      value: {
        ranges: [one.start, one.end, other.start, other.end],
        quoted: [one.quoted, other.quoted],
        words,
        verbatim,
        formula,
      },
    });
  }
  return rows;
}

/** A kept pair as clusters are made of it. */
export function toClusteredPair({ one, other, score, value }: PairRow): ClusteredPair {
  const [start, end, otherStart, otherEnd] = value.ranges;
  const [quoted, otherQuoted] = value.quoted;
  return {
    one: { key: one, start, end, quoted },
    other: { key: other, start: otherStart, end: otherEnd, quoted: otherQuoted },
    score,
    formula: value.formula,
  };
}
