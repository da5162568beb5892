import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ProjectRecord, TagColor, TagRecord } from '../record/records.ts';

/**
 * A new tag of the codebook with the first colour and the first key (1 to 9) that no tag has yet; once every colour
 * is taken they start over, once every key is taken there is none.
 */
export function newTag(maker: Maker, name: string, tags: readonly TagRecord[]): TagRecord {
  const colors: readonly TagColor[] = [1, 2, 3, 4, 5, 6, 7, 8];
  const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const color =
    colors.find((candidate) => tags.every((tag) => tag.color !== candidate)) ??
    colors[tags.length % colors.length] ??
    1;
  const key = keys.find((candidate) => tags.every((tag) => tag.key !== candidate)) ?? null;
  return newRecord(maker, 'tag', {
    name: name.trim(),
    parentId: null,
    color,
    description: '',
    key,
  });
}

/** The tag of that name, upper and lower case alike; `null` if there is none. */
export function findTag(tags: readonly TagRecord[], name: string): TagRecord | null {
  const wanted = name.trim().toLocaleLowerCase();
  return tags.find((tag) => tag.name.toLocaleLowerCase() === wanted) ?? null;
}

/** Changes what a tag says of itself. A key it takes is taken from the tag that had it: one tag a key. */
export function editTag(
  maker: Maker,
  tags: readonly TagRecord[],
  tag: TagRecord,
  patch: Partial<Pick<TagRecord, 'name' | 'color' | 'key'>>,
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

/**
 * Removes a tag and takes it off every annotation and article, which stay. Cost: all annotations and articles.
 */
export function deleteTag(maker: Maker, source: RecordSource, tag: TagRecord): Diff {
  const tagged = source.list('annotation').filter(({ tagIds }) => tagIds.includes(tag.id));
  const updated = tagged.map((annotation) => {
    const tagIds = annotation.tagIds.filter((id) => id !== tag.id);
    return [annotation, nextRecord(maker, annotation, { tagIds })] as const;
  });
  const articles = source.list('article').flatMap((article) => {
    if (article.tagIds?.includes(tag.id) !== true) return [];
    const tagIds = article.tagIds.filter((id) => id !== tag.id);
    return [[article, nextRecord(maker, article, { tagIds })] as const];
  });
  return { added: [], updated: [...updated, ...articles], removed: [tag] };
}
