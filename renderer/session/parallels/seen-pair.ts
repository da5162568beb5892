import type { ParallelSuggestion, SuggestedPassage } from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { DecisionRecord } from '../../../app/record/records.ts';

/** A pair of parallel passages as it is seen from one of its articles. */
export interface SeenPair {
  readonly key: string;
  readonly pair: ParallelSuggestion;
  /** The passage of the article that it is seen from. */
  readonly own: SuggestedPassage;
  readonly other: SuggestedPassage;
  /** What the analyst decided on it; `null`: nothing. */
  readonly decided: DecisionRecord['outcome'] | null;
}

/** A pair seen from an article; from its first one where it is of neither. */
export function seenFrom(
  articleId: ArticleId,
  pair: ParallelSuggestion,
  decided: SeenPair['decided'],
): SeenPair {
  const isOne = pair.other.articleId !== articleId;
  const [own, other] = isOne ? [pair.one, pair.other] : [pair.other, pair.one];
  return { key: pair.key, pair, own, other, decided };
}

/** As they stand in the article's text; of one place the longer first, of equals the better. */
export function compareByPlace(one: SeenPair, other: SeenPair): number {
  return (
    one.own.start - other.own.start || other.own.end - one.own.end || compareByScore(one, other)
  );
}

/** Best first; formulas behind all else. */
export function compareByScore(one: SeenPair, other: SeenPair): number {
  return (
    Number(one.pair.formula) - Number(other.pair.formula) ||
    other.pair.score - one.pair.score ||
    other.pair.words - one.pair.words ||
    one.own.start - other.own.start ||
    (one.key < other.key ? -1 : 1)
  );
}
