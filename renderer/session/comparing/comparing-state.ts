import type { RevisionHash } from '../../../app/base/brand.ts';
import type { SharedPassage, SharedRange } from '../../../app/compare/shared-passages.ts';
import { usualLeastWords } from '../../../app/compare/shared-passages.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { LinkRecord, LinkTypeRecord } from '../../../app/record/records.ts';
import type { Pane } from '../session-state.ts';

/** One end of a pair: a passage of a revision that is shown. */
export interface ComparedEnd extends SharedRange {
  readonly paneId: Pane['id'];
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly quote: string;
}

/** Two passages of articles that are compared (rule W7). `left` is in the pane that stands further left. */
export interface ComparedPair {
  /** Stays while the places do. */
  readonly key: string;
  readonly left: ComparedEnd;
  readonly right: ComparedEnd;
  /** `null`: they share wording, and nobody has linked them. */
  readonly link: LinkRecord | null;
  readonly type: LinkTypeRecord | null;
  /** Whether they say the same words (rule W2); of links `false` where that is not known. */
  readonly verbatim: boolean;
  /** Words that both have. */
  readonly words: number;
}

/** What the Desk's view `compare` shows. It stays while other views are shown. */
export interface ComparingState {
  /** From left to right. */
  readonly panes: readonly Pane[];
  /** Which of them keys act on, once the view is shown again. */
  readonly activePane: Pane['id'];
  /** The reading pane that keys act on, once the reader is shown again. */
  readonly readPane: Pane['id'];
  /** Whether the panes scroll together. */
  readonly locked: boolean;
  readonly leastWords: number;
  /** What was found of each two texts, by both hashes and the least words. */
  readonly found: ReadonlyMap<string, readonly SharedPassage[]>;
  readonly working: boolean;
  /** Why parallel passages could not be looked for; `null`: nothing went wrong. */
  readonly failure: string | null;
  readonly pairs: readonly ComparedPair[];
  /** Which pairs are shown. */
  readonly kinds: 'all' | 'links' | 'parallels';
  /** The pair that the analyst is at; `null`: none. */
  readonly at: string | null;
  /** The pair under the pointer. */
  readonly lit: string | null;
}

export const initialComparing: ComparingState = {
  panes: [],
  activePane: 'compare-1',
  readPane: 'first',
  locked: true,
  leastWords: usualLeastWords,
  found: new Map(),
  working: false,
  failure: null,
  pairs: [],
  kinds: 'all',
  at: null,
  lit: null,
};

/** The panes of a comparison, each id once. */
export const comparePaneIds = [
  'compare-1',
  'compare-2',
  'compare-3',
  'compare-4',
] as const satisfies readonly Pane['id'][];

/** By what `found` knows two texts. */
export function foundKey(left: RevisionHash, right: RevisionHash, leastWords: number): string {
  return `${left} ${right} ${leastWords}`;
}
