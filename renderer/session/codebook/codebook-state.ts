import type { TagPlace } from '../../../app/annotation/place-tags.ts';
import type { TagId } from '../../../app/record/ids.ts';

/** A name that is being typed in the codebook's own line: of a tag, or of one that is to be made at a place. */
export type Naming =
  | { readonly kind: 'rename'; readonly tagId: TagId }
  | { readonly kind: 'new'; readonly place: TagPlace };

/** What the codebook shows in this window. */
export interface CodebookState {
  /** Letters that the tags shown must have in their names; empty: all are shown. */
  readonly find: string;
  /** Tags whose tags below are folded up. */
  readonly collapsed: ReadonlySet<TagId>;
  /** The tags that were selected to do something with; empty: the active one is meant. */
  readonly selected: ReadonlySet<TagId>;
  /** The tag of the line that has the keyboard. */
  readonly active: TagId | null;
  readonly naming: Naming | null;
  /** Whether the tree is to take the keyboard as soon as it is drawn: it may be read for the first time. */
  readonly wantsFocus: boolean;
}

export const initialCodebook: CodebookState = {
  find: '',
  collapsed: new Set(),
  selected: new Set(),
  active: null,
  naming: null,
  wantsFocus: false,
};
