import { foldTagName } from '../../annotation/fold-tag-name.ts';
import { type TagTree, tagTree } from '../../annotation/tag-tree.ts';
import { derivedId, readUuid } from '../../base/derived-id.ts';
import type { Maker } from '../../base/maker.ts';
import type { TagId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { TagRecord } from '../../record/records.ts';
import type { DraftTag } from '../codebook-draft.ts';
import { draftDescription, draftName } from '../draft-text.ts';
import type { DraftTagRef, TagDraft } from '../import-draft.ts';
import { type CodebookPlan, planCodebook } from '../plan-codebook.ts';
import type { GivenIds } from './given-ids.ts';

interface Entry {
  readonly id: TagId;
  readonly draft: DraftTag;
}

/** The tags of an import: which are in the project, and which are to be made (rule J3). */
export class TagBook {
  readonly #source: RecordSource;
  readonly #ids: GivenIds;
  readonly #tree: TagTree;
  readonly #byKey = new Map<string, TagId>();
  /** By the id of the parent (empty: none) and the folded name. */
  readonly #byName = new Map<string, TagId>();
  readonly #entries: Entry[] = [];
  readonly #places = new Map<TagId, number>();
  /** Keys of tags without a name: there is nothing to make of them. */
  readonly #nameless = new Set<string>();

  constructor(source: RecordSource, ids: GivenIds) {
    this.#source = source;
    this.#ids = ids;
    const tags = source.list('tag');
    this.#tree = tagTree(tags);
    for (const tag of tags) {
      const name = nameKey(tag.parentId, tag.name);
      if (!this.#byName.has(name)) this.#byName.set(name, tag.id);
    }
  }

  /** Takes a tag of the file. Answers whether the project has it already, or it has no name and is none. */
  take(draft: TagDraft): 'known' | 'new' | 'nameless' {
    const parentId =
      draft.parentKey === undefined || draft.parentKey === null
        ? null
        : (this.#byKey.get(draft.parentKey) ?? null);
    const id = readUuid(draft.key) as TagId | null;
    const same = id === null ? null : this.#source.get('tag', id);
    if (same !== null) {
      this.#byKey.set(draft.key, same.id);
      return 'known';
    }
    if (foldTagName(draft.name) === '') {
      this.#nameless.add(draft.key);
      return 'nameless';
    }
    const named = this.#byName.get(nameKey(parentId, draftName(draft.name)));
    if (named !== undefined && (id === null || this.#source.get('tag', named) !== null)) {
      this.#byKey.set(draft.key, named);
      return this.#source.get('tag', named) === null ? 'new' : 'known';
    }
    const made = this.#make(id, parentId, draft);
    this.#byKey.set(draft.key, made);
    return 'new';
  }

  /** The tag that is meant; `null` for one without a name. */
  resolve(ref: DraftTagRef): TagId | null {
    if (ref.key !== undefined) {
      const known = this.#byKey.get(ref.key);
      if (known !== undefined) return known;
      if (this.#nameless.has(ref.key)) return null;
      const id = readUuid(ref.key);
      if (id !== null && this.#source.get('tag', id) !== null) return id as TagId;
    }
    let parentId: TagId | null = null;
    for (const name of ref.path ?? [ref.key ?? '']) {
      if (foldTagName(name) === '') continue;
      parentId =
        this.#byName.get(nameKey(parentId, draftName(name))) ??
        this.#make(null, parentId, { kind: 'tag', key: '', name });
    }
    return parentId;
  }

  /** Whether it has anything to make. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** What makes the new ones, in their places. */
  plan(maker: Maker): CodebookPlan {
    const tags = this.#entries.map(({ draft }) => draft);
    return planCodebook(maker, this.#source, { tags, remarks: [] });
  }

  #make(wished: string | null, parentId: TagId | null, draft: TagDraft): TagId {
    const name = draftName(draft.name);
    const path = [...this.#pathOf(parentId), foldTagName(name)];
    const isFree = wished !== null && this.#ids.give(wished, 'tag');
    const derived = derivedId<TagId>(['tag', ...path], null);
    const id = isFree
      ? (wished as TagId)
      : this.#source.all.has(derived) || this.#places.has(derived)
        ? derivedId<TagId>(['tag', draft.key, ...path], null)
        : derived;
    const parent = parentId === null ? null : this.#placeOf(parentId);
    this.#add(id, {
      guid: id,
      name,
      parent,
      color: draft.color ?? null,
      description: draftDescription(draft.description ?? '') || null,
      key: null,
    });
    const key = nameKey(parentId, name);
    if (!this.#byName.has(key)) this.#byName.set(key, id);
    return id;
  }

  #add(id: TagId, draft: DraftTag): number {
    const place = this.#entries.push({ id, draft }) - 1;
    this.#places.set(id, place);
    return place;
  }

  /** Where a parent stands among the entries: one of the project comes in as it is, with those above it. */
  #placeOf(id: TagId): number | null {
    const place = this.#places.get(id);
    if (place !== undefined) return place;
    const tag = this.#source.get('tag', id);
    if (tag === null) return null;
    const parent = this.#tree.parent(id);
    return this.#add(id, asItIs(tag, parent === null ? null : this.#placeOf(parent.id)));
  }

  #pathOf(id: TagId | null): readonly string[] {
    if (id === null) return [];
    const place = this.#places.get(id);
    const draft = place === undefined ? undefined : this.#entries[place]?.draft;
    if (draft !== undefined) {
      const parent = draft.parent === null ? null : (this.#entries[draft.parent]?.id ?? null);
      return [...this.#pathOf(parent), foldTagName(draft.name)];
    }
    const tag = this.#source.get('tag', id);
    if (tag === null) return [];
    return [...this.#pathOf(this.#tree.parent(id)?.id ?? null), foldTagName(tag.name)];
  }
}

function asItIs(tag: TagRecord, parent: number | null): DraftTag {
  return { guid: tag.id, name: tag.name, parent, color: null, description: null, key: null };
}

function nameKey(parentId: TagId | null, name: string): string {
  return `${parentId ?? ''} ${foldTagName(name)}`;
}
