import { newRecord } from '../../app/record/record-factory.ts';
import type { TagRecord } from '../../app/record/records.ts';
import { countingMaker } from './records.ts';

/** Names of tags with what is below them. */
export interface NamedTags {
  readonly [name: string]: NamedTags;
}

/** The tags of a codebook that is written as a tree of names, in its order. The same tree makes the same ids. */
export function codebookOf(tree: NamedTags, maker = countingMaker()): readonly TagRecord[] {
  const made: TagRecord[] = [];
  const add = (names: NamedTags, parentId: TagRecord['parentId']): void => {
    for (const [name, below] of Object.entries(names)) {
      const tag = newRecord(maker, 'tag', { name, parentId, color: 1, description: '', key: null });
      made.push(tag);
      add(below, tag.id);
    }
  };
  add(tree, null);
  return made;
}
