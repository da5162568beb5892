import { writePath } from '../annotation/tag-paths.ts';
import { tagTree } from '../annotation/tag-tree.ts';
import type { TagRecord } from '../record/records.ts';
import type { WrittenCodebook } from './codebook-qdc.ts';
import { writeCsv } from './csv.ts';
import { tintOf } from './tag-colors.ts';

/** The columns of a codebook as a table. */
export const codebookColumns = ['path', 'name', 'parent', 'colour', 'description', 'key'] as const;

/**
 * The tags as a table (CSV), one a row, each after its parent. A path is names with slashes between, from the top; a name
 * with a slash or a quotation mark in it stands in quotation marks there. Read again it gives the same tree; ids are not in
 * it, so tags are told by their paths.
 */
export function writeCodebookCsv(tags: readonly TagRecord[]): WrittenCodebook {
  const tree = tagTree(tags);
  const pathOf = (tag: TagRecord): string => writePath(tree.path(tag.id).map(({ name }) => name));
  const rows = tree.inOrder.map((tag) => {
    const parent = tree.parent(tag.id);
    return [
      pathOf(tag),
      tag.name,
      parent === null ? '' : pathOf(parent),
      tintOf(tag.color).name,
      tag.description,
      tag.key === null ? '' : String(tag.key),
    ];
  });
  return { content: writeCsv([codebookColumns, ...rows]), remarks: [] };
}
