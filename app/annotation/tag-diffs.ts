import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { ProjectRecord, TagColor, TagRecord } from '../record/records.ts';

/**
 * A new tag of the codebook with the first colour and the first key (1 to 9) that no tag has yet; once every colour
 * is taken they start over, once every key is taken there is none.
 */
export function newTag(maker: Maker, name: string, tags: readonly TagRecord[]): TagRecord {
  const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const key = keys.find((candidate) => tags.every((tag) => tag.key !== candidate)) ?? null;
  return newRecord(maker, 'tag', {
    name: name.trim(),
    parentId: null,
    color: nextColor(tags),
    description: '',
    key,
  });
}

/** The first colour that no tag has yet; once every colour is taken they start over. */
function nextColor(tags: readonly TagRecord[]): TagColor {
  const colors: readonly TagColor[] = [1, 2, 3, 4, 5, 6, 7, 8];
  const free = colors.find((candidate) => tags.every((tag) => tag.color !== candidate));
  return free ?? colors[tags.length % colors.length] ?? 1;
}

/** The tag of that name, upper and lower case alike; `null` if there is none. */
export function findTag(tags: readonly TagRecord[], name: string): TagRecord | null {
  const wanted = name.trim().toLocaleLowerCase();
  return tags.find((tag) => tag.name.toLocaleLowerCase() === wanted) ?? null;
}

/** What a tag says of itself. */
export type TagPatch = Partial<Pick<TagRecord, 'name' | 'color' | 'key' | 'description'>>;

/** Changes what a tag says of itself. A key it takes is taken from the tag that had it: one tag a key. */
export function editTag(
  maker: Maker,
  tags: readonly TagRecord[],
  tag: TagRecord,
  patch: TagPatch,
): Diff {
  const updated: [ProjectRecord, ProjectRecord][] = [[tag, nextRecord(maker, tag, patch)]];
  const { key } = patch;
  if (key !== undefined && key !== null) {
    for (const other of tags) {
      if (other.id !== tag.id && other.key === key) {
        updated.push([other, nextRecord(maker, other, { key: null })]);
      }
    }
  }
  return { added: [], updated, removed: [] };
}
