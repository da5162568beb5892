import { tagTree } from '../../annotation/tag-tree.ts';
import type { TagId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import { writeTagList } from './tag-list.ts';

/**
 * What writes tags into a cell, by their paths. Made once for a table: a source of packed records answers with another list of
 * tags each time, of which another tree would be made for every row.
 */
export function writtenTags(records: RecordSource): (ids: readonly TagId[]) => string {
  const tree = tagTree(records.list('tag'));
  return (ids) =>
    writeTagList(
      ids.flatMap((id) => {
        const path = tree.path(id).map(({ name }) => name);
        return path.length === 0 ? [] : [path];
      }),
    );
}
