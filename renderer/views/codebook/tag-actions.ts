import type { TagRecord } from '../../../app/record/records.ts';
import { beginNewTag, beginRename } from '../../session/codebook/codebook-selection.ts';
import { filterByTag } from '../../session/codebook/tag-filter.ts';
import type { Session } from '../../session/session.ts';
import type { DialogState } from '../../session/session-state.ts';

export type TagActionId =
  | 'filter'
  | 'edit'
  | 'rename'
  | 'new-after'
  | 'new-below'
  | 'merge'
  | 'split'
  | 'remove';

/** Something that can be done with tags of the codebook, as buttons and menus name it. */
export interface TagAction {
  readonly id: TagActionId;
  readonly label: string;
  /** As people read it: `Shift N`. */
  readonly keyName: string;
  run(): void;
}

/**
 * What can be done with the tags that are meant; with several less than with one, and nothing that changes anything where
 * nothing may be written. `isFilter`: whether the tag is what is filtered by.
 */
export function tagActions(
  session: Session,
  meant: readonly TagRecord[],
  isFilter: boolean,
): readonly TagAction[] {
  const [first] = meant;
  if (first === undefined) return [];
  const ids = meant.map(({ id }) => id);
  const open = (dialog: DialogState) => (): void => session.openDialog(dialog);
  const isOne = meant.length === 1;
  const filter: TagAction = {
    id: 'filter',
    label: isFilter ? 'Clear the tag filter' : 'Filter by this tag',
    keyName: 'F',
    run: () => filterByTag(session, first),
  };
  const reading = isOne ? [filter] : [];
  if (session.store.project.readOnly !== null) return reading;
  const merge = open({ kind: 'merge-tags', tagIds: ids });
  const remove = open({ kind: 'remove-tags', tagIds: ids });
  const ofSeveral: readonly TagAction[] = [
    { id: 'merge', label: 'Merge…', keyName: 'M', run: merge },
    { id: 'remove', label: 'Remove…', keyName: 'Del', run: remove },
  ];
  if (!isOne) return ofSeveral;
  const edit = open({ kind: 'tag', tagId: first.id });
  const split = open({ kind: 'split-tag', tagId: first.id });
  const after = (): void => beginNewTag(session, 'after');
  const below = (): void => beginNewTag(session, 'below');
  return [
    ...reading,
    { id: 'edit', label: 'Edit…', keyName: 'Enter', run: edit },
    { id: 'rename', label: 'Rename', keyName: 'F2', run: () => beginRename(session, first) },
    { id: 'new-after', label: 'New tag', keyName: 'N', run: after },
    { id: 'new-below', label: 'Make a tag below', keyName: 'Shift N', run: below },
    { id: 'merge', label: 'Merge…', keyName: 'M', run: merge },
    { id: 'split', label: 'Split…', keyName: 'S', run: split },
    { id: 'remove', label: 'Remove…', keyName: 'Del', run: remove },
  ];
}
