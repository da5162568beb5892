import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import { type TagTree, tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import type { CodebookState, Naming } from './codebook-state.ts';

/** One line of the codebook: a tag, or the field for the name of one that is to be made. */
export type CodebookLine =
  | {
      readonly kind: 'tag';
      readonly key: string;
      readonly tag: TagRecord;
      /** Counted from 1 at the top. */
      readonly level: number;
      /** Whether the tags below it are listed; `null`: there are none. */
      readonly isOpen: boolean | null;
      /** Its place among its siblings that are listed, from 1, and how many these are. */
      readonly position: number;
      readonly siblings: number;
      /** Whether its own name has what is looked for; others are listed because of what is below them. */
      readonly isFound: boolean;
    }
  | { readonly kind: 'new'; readonly key: string; readonly level: number };

/** The lines of the codebook from top to bottom. Cost: the tags. */
export function codebookLines(
  tags: readonly TagRecord[],
  { find, collapsed, naming }: Pick<CodebookState, 'find' | 'collapsed' | 'naming'>,
): readonly CodebookLine[] {
  const tree = tagTree(tags);
  const wanted = foldTagName(find);
  const listed = wanted === '' ? null : waysTo(tree, wanted);
  const lines: CodebookLine[] = [];
  const place = naming?.kind === 'new' ? naming.place : null;
  const add = (parentId: TagId | null, level: number): void => {
    const children = tree.children(parentId).filter(({ id }) => listed?.has(id) !== false);
    for (const [index, tag] of children.entries()) {
      if (place?.parentId === parentId && place.before === tag.id) lines.push(newLine(level));
      const hasBelow = tree.children(tag.id).some(({ id }) => listed?.has(id) !== false);
      // What is looked for is shown wherever it is folded up; so is the line of a new tag.
      const isOpen = listed !== null || !collapsed.has(tag.id);
      lines.push({
        kind: 'tag',
        key: tag.id,
        tag,
        level,
        isOpen: hasBelow ? isOpen : null,
        position: index + 1,
        siblings: children.length,
        isFound: listed === null || foldTagName(tag.name).includes(wanted),
      });
      if (isOpen) add(tag.id, level + 1);
    }
    if (place?.parentId === parentId && !children.some(({ id }) => id === place.before)) {
      lines.push(newLine(level));
    }
  };
  add(null, 1);
  return lines;
}

function newLine(level: number): CodebookLine {
  return { kind: 'new', key: 'new', level };
}

/** The tags with these letters in their names, and those above them. */
function waysTo(tree: TagTree, wanted: string): ReadonlySet<TagId> {
  const listed = new Set<TagId>();
  for (const { id, name } of tree.inOrder) {
    if (foldTagName(name).includes(wanted)) for (const tag of tree.path(id)) listed.add(tag.id);
  }
  return listed;
}

/** Whether a name is typed in the line of a tag. */
export function isNamed(naming: Naming | null, tagId: TagId): boolean {
  return naming?.kind === 'rename' && naming.tagId === tagId;
}
