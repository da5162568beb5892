import type { ArticleId, TagId } from '../../../app/record/ids.ts';

/** What the chips under the filter narrow the list to. Within a list of names one is enough; chips add up. */
export interface LibraryFacets {
  readonly starred: boolean;
  readonly unread: boolean;
  /** The archived ones in place of the others. */
  readonly archived: boolean;
  readonly languages: readonly string[];
  readonly tagIds: readonly TagId[];
  readonly outlets: readonly string[];
}

/** What the Library shows in this window. */
export interface LibraryState {
  readonly place: 'articles' | 'trash';
  readonly filter: string;
  readonly facets: LibraryFacets;
  readonly selected: ReadonlySet<ArticleId>;
}

export const noFacets: LibraryFacets = {
  starred: false,
  unread: false,
  archived: false,
  languages: [],
  tagIds: [],
  outlets: [],
};

const nothingSelected: ReadonlySet<ArticleId> = new Set();

export const initialLibrary: LibraryState = {
  place: 'articles',
  filter: '',
  facets: noFacets,
  selected: nothingSelected,
};

/** Whether any chip is on. */
export function hasFacets(facets: LibraryFacets): boolean {
  const { starred, unread, archived, languages, tagIds, outlets } = facets;
  return (
    starred || unread || archived || languages.length > 0 || tagIds.length > 0 || outlets.length > 0
  );
}
