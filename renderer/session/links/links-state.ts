import type { ArticleId, ClaimId, LinkId, LinkTypeId } from '../../../app/record/ids.ts';
import type { LinksView } from './links-view.ts';

/** What rows are narrowed to beside the words. Of each list a row has to meet one; empty: no matter (rule L8). */
export interface LinkFacets {
  readonly typeIds: readonly LinkTypeId[];
  /** Either end stands in one of them. */
  readonly articleIds: readonly ArticleId[];
  /** Either end stands in an article of one of them. `''`: not stated. */
  readonly outlets: readonly string[];
  /** Either end is one of them. */
  readonly claimIds: readonly ClaimId[];
  readonly note: 'any' | 'with' | 'without';
  /** Only links between passages of two different articles. */
  readonly across: boolean;
}

export const noLinkFacets: LinkFacets = {
  typeIds: [],
  articleIds: [],
  outlets: [],
  claimIds: [],
  note: 'any',
  across: false,
};

/** The links view of a window. It stays while other views are shown. */
export interface LinksState {
  /** Each word, or "phrase", has to stand in one of the two ends or in the note. */
  readonly words: string;
  readonly facets: LinkFacets;
  readonly selected: ReadonlySet<LinkId>;
  /** The link that the keyboard is on; the Inspector shows it. */
  readonly activeId: LinkId | null;
  /** The link whose note is being written in the table. */
  readonly writing: LinkId | null;
  /** How the links are shown, where the project's setting can't be written. */
  readonly view: LinksView | null;
}

export const initialLinks: LinksState = {
  words: '',
  facets: noLinkFacets,
  selected: new Set(),
  activeId: null,
  writing: null,
  view: null,
};

/** Whether anything but words narrows the table. */
export function hasLinkFacets({ note, across, ...lists }: LinkFacets): boolean {
  return note !== 'any' || across || Object.values(lists).some((list) => list.length > 0);
}
