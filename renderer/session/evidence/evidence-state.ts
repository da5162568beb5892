import type { PeriodUnit } from '../../../app/annotation/periods.ts';
import type { Togetherness } from '../../../app/annotation/tag-statistics.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../../../app/record/ids.ts';
import type { EvidenceView } from './evidence-view.ts';

/** Whether rows have something, do not, or may or not. */
export type Presence = 'any' | 'with' | 'without';

/** What rows are narrowed to beside the words and the tag filter. Of each list a row has to meet one; empty: no matter. */
export interface EvidenceFacets {
  /** `''`: not stated. */
  readonly outlets: readonly string[];
  readonly articleIds: readonly ArticleId[];
  readonly claimIds: readonly ClaimId[];
  readonly authors: readonly string[];
  readonly note: Presence;
  readonly link: Presence;
  readonly claim: Presence;
  /** Published on this day or later, `2031-05-12` or less precise; empty: no matter. */
  readonly from: string;
  /** Published on this day or earlier. */
  readonly to: string;
}

export const noEvidenceFacets: EvidenceFacets = {
  outlets: [],
  articleIds: [],
  claimIds: [],
  authors: [],
  note: 'any',
  link: 'any',
  claim: 'any',
  from: '',
  to: '',
};

/** The passages that a figure of the statistics counts. */
export interface OpenedPassages {
  /** "“figure”, The Harbour Times". */
  readonly title: string;
  readonly ids: ReadonlySet<AnnotationId>;
}

export type StatisticsKind = 'outlet' | 'time' | 'together';

/** How the statistics are shown. */
export interface StatisticsChoice {
  readonly kind: StatisticsKind;
  readonly unit: PeriodUnit;
  readonly togetherness: Togetherness;
  /** Whether a tag counts for those above it as well. */
  readonly rollUp: boolean;
}

/** The evidence view of a window. It stays while other views are shown. */
export interface EvidenceState {
  readonly tab: 'table' | 'statistics';
  /** Each word, or "phrase", has to stand in quotation or note. */
  readonly words: string;
  readonly facets: EvidenceFacets;
  readonly opened: OpenedPassages | null;
  readonly selected: ReadonlySet<AnnotationId>;
  /** The line that the keyboard was on. */
  readonly activeKey: string | null;
  readonly preview: boolean;
  /** The passage that was opened last in a reader: its row is where the way back leads. */
  readonly left: AnnotationId | null;
  readonly statistics: StatisticsChoice;
  /** How the table is shown, where the project's setting can't be written. */
  readonly view: EvidenceView | null;
}

export const initialEvidence: EvidenceState = {
  tab: 'table',
  words: '',
  facets: noEvidenceFacets,
  opened: null,
  selected: new Set(),
  activeKey: null,
  preview: false,
  left: null,
  statistics: { kind: 'outlet', unit: 'month', togetherness: 'same', rollUp: false },
  view: null,
};

/** Whether anything but words and tags narrows the table. */
export function hasEvidenceFacets(facets: EvidenceFacets): boolean {
  return (Object.keys(noEvidenceFacets) as (keyof EvidenceFacets)[]).some((name) => {
    const value = facets[name];
    return typeof value === 'string' ? value !== noEvidenceFacets[name] : value.length > 0;
  });
}
