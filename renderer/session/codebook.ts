import { deleteTag, editTag, findTag } from '../../app/annotation/tag-diffs.ts';
import type { TagRecord } from '../../app/record/records.ts';
import { countOf } from './article-list.ts';
import type { Session } from './session.ts';

/** What can be changed of a tag. */
export type TagPatch = Partial<Pick<TagRecord, 'name' | 'color' | 'key'>>;

/** Changes a tag; says so where another tag lost its key to it. */
export function changeTag(session: Session, tag: TagRecord, patch: TagPatch): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const robbed = tags.find(({ id, key }) => id !== tag.id && key !== null && key === patch.key);
  store.commit(`Edit tag “${tag.name}”`, editTag(store.maker, tags, tag, patch));
  session.say(
    robbed === undefined
      ? `Changed the tag “${patch.name ?? tag.name}”.`
      : `“${tag.name}” has the key ${patch.key} now; “${robbed.name}” has none.`,
  );
}

/** Why a tag may not be called that; `null`: it may. */
export function objectionToTagName(session: Session, tag: TagRecord, name: string): string | null {
  if (name === '') return 'A tag needs a name.';
  const same = findTag(session.store.records.list('tag'), name);
  return same === null || same.id === tag.id ? null : 'There is a tag of that name already.';
}

export function removeTagFromProject(session: Session, tag: TagRecord): void {
  const { store } = session;
  const diff = deleteTag(store.maker, store.records, tag);
  store.commit(`Remove tag “${tag.name}”`, diff);
  const count = (kind: string): number =>
    diff.updated.filter(([record]) => record.kind === kind).length;
  const articles = count('article');
  const on = [
    countOf(count('annotation'), 'annotation'),
    ...(articles === 0 ? [] : [countOf(articles, 'article')]),
  ];
  session.say(
    `Removed the tag “${tag.name}”; it was on ${on.join(' and ')}, which stay. Undo brings it back.`,
  );
}
