import { foldTagName } from '../annotation/fold-tag-name.ts';
import { placeTags, rankAll } from '../annotation/place-tags.ts';
import { RecordEdits } from '../annotation/record-edits.ts';
import { tagTree } from '../annotation/tag-tree.ts';
import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import { newRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { TagColor, TagRecord } from '../record/records.ts';
import type { CodebookDraft, DraftTag } from './codebook-draft.ts';
import { tints } from './tag-colors.ts';

/** What the import of a codebook would do; nothing is done yet. */
export interface CodebookPlan {
  readonly diff: Diff;
  /** Paths of the tags that are new. */
  readonly added: readonly string[];
  /** Tags of the project that get something of the file, with what. */
  readonly changed: readonly string[];
  /** How many are here already just so. */
  readonly same: number;
  /** What can't be as the file has it, in sentences. */
  readonly remarks: readonly string[];
}

/**
 * Works out the import of a codebook (rule G12). The same guid is the same tag: it becomes as the file says, its place
 * included. The same path, but for case and accents, is the same tag, too: it keeps what it has, and gets what it lacks.
 * Others are made, with their guid as their id if it is free, after the tags that are there, in the order of the file. Keys that
 * another tag has stay with it.
 */
export function planCodebook(
  maker: Maker,
  source: RecordSource,
  draft: CodebookDraft,
): CodebookPlan {
  return new CodebookPlanner(maker, source, draft).plan();
}

class CodebookPlanner {
  readonly #maker: Maker;
  readonly #source: RecordSource;
  readonly #draft: CodebookDraft;
  readonly #tags: readonly TagRecord[];
  readonly #edits: RecordEdits;
  readonly #remarks: string[] = [];
  readonly #keys = new Map<number, string>();
  /** The tag of each entry of the draft. */
  readonly #matched: TagRecord[] = [];
  readonly #taken = new Set<TagId>();
  #uncoloured = 0;
  readonly #newcomers = new Map<TagId | null, TagRecord[]>();

  constructor(maker: Maker, source: RecordSource, draft: CodebookDraft) {
    this.#maker = maker;
    this.#source = source;
    this.#draft = draft;
    this.#tags = source.list('tag');
    this.#edits = new RecordEdits(maker);
    for (const { key, name } of this.#tags) if (key !== null) this.#keys.set(key, name);
  }

  plan(): CodebookPlan {
    const byGuid = this.#byGuid();
    const added: string[] = [];
    const changed: string[] = [];
    const tree = tagTree(this.#tags);
    for (const [index, entry] of this.#draft.tags.entries()) {
      const parentId = entry.parent === null ? null : (this.#matched[entry.parent]?.id ?? null);
      const same = byGuid.get(index) ?? this.#atPath(parentId, entry.name);
      if (same === null) {
        this.#matched[index] = this.#make(entry, parentId);
        added.push(this.#pathOf(index));
        continue;
      }
      this.#taken.add(same.id);
      this.#matched[index] = same;
      const words = byGuid.has(index) ? this.#overwrite(same, entry) : this.#complete(same, entry);
      if (byGuid.has(index) && (tree.parent(same.id)?.id ?? null) !== parentId) {
        this.#comeTo(parentId, same);
        words.push('place');
      }
      if (words.length > 0) changed.push(`${this.#pathOf(index)} (${words.join(', ')})`);
    }
    for (const [parentId, tags] of this.#newcomers) {
      const isNew = parentId !== null && !tree.items.has(parentId);
      if (isNew) rankAll(this.#edits, tags);
      else placeTags(this.#edits, this.#tags, tags, { parentId, before: null });
    }
    const same = this.#draft.tags.length - added.length - changed.length;
    return { diff: this.#edits.diff(), added, changed, same, remarks: this.#remarks };
  }

  #byGuid(): ReadonlyMap<number, TagRecord> {
    const found = new Map<number, TagRecord>();
    for (const [index, { guid }] of this.#draft.tags.entries()) {
      const tag = guid === null ? null : this.#source.get('tag', guid);
      if (tag === null || this.#taken.has(tag.id)) continue;
      this.#taken.add(tag.id);
      found.set(index, tag);
    }
    return found;
  }

  /** A tag of that name right below a parent, which no entry before has been yet. */
  #atPath(parentId: TagId | null, name: string): TagRecord | null {
    const folded = foldTagName(name);
    const siblings = tagTree(this.#tags).children(parentId);
    const same = siblings.filter((tag) => foldTagName(tag.name) === folded);
    return same.find(({ id }) => !this.#taken.has(id)) ?? null;
  }

  #make(entry: DraftTag, parentId: TagId | null): TagRecord {
    const { guid, name } = entry;
    const made = newRecord(this.#maker, 'tag', {
      name,
      parentId,
      color: entry.color ?? this.#nextColor(),
      description: entry.description ?? '',
      key: this.#freeKey(entry),
    });
    const isFree = guid !== null && !this.#source.all.has(guid) && !this.#taken.has(guid as TagId);
    const tag = isFree ? { ...made, id: guid as TagId } : made;
    this.#taken.add(tag.id);
    this.#edits.add(tag);
    this.#comeTo(parentId, tag);
    return tag;
  }

  /** Tags without a colour take turns: looking for a free one each time would take long for thousands of them. */
  #nextColor(): TagColor {
    const color = tints[(this.#tags.length + this.#uncoloured) % tints.length]?.color ?? 1;
    this.#uncoloured += 1;
    return color;
  }

  #comeTo(parentId: TagId | null, tag: TagRecord): void {
    this.#edits.patch(tag, { parentId });
    const others = this.#newcomers.get(parentId);
    if (others === undefined) this.#newcomers.set(parentId, [tag]);
    else others.push(tag);
  }

  /** A tag known by its guid becomes as the file says. */
  #overwrite(tag: TagRecord, { name, color, description, ...entry }: DraftTag): string[] {
    const words: string[] = [];
    if (name !== tag.name) {
      this.#edits.patch(tag, { name });
      words.push(`was “${tag.name}”`);
    }
    if (color !== null && color !== tag.color) {
      this.#edits.patch(tag, { color });
      words.push('colour');
    }
    if (description !== null && description !== tag.description) {
      this.#edits.patch(tag, { description });
      words.push('description');
    }
    if (entry.key !== null && entry.key !== tag.key) {
      const key = this.#freeKey({ name, color, description, ...entry });
      if (key !== null) {
        this.#edits.patch(tag, { key });
        words.push('key');
      }
    }
    return words;
  }

  /** A tag known by its path keeps what it has. */
  #complete(tag: TagRecord, entry: DraftTag): string[] {
    const words: string[] = [];
    if (tag.description === '' && entry.description !== null) {
      this.#edits.patch(tag, { description: entry.description });
      words.push('description');
    }
    if (tag.key === null && entry.key !== null) {
      const key = this.#freeKey(entry);
      if (key !== null) {
        this.#edits.patch(tag, { key });
        words.push('key');
      }
    }
    return words;
  }

  #freeKey({ key, name }: DraftTag): number | null {
    if (key === null) return null;
    const owner = this.#keys.get(key);
    if (owner !== undefined) {
      this.#remarks.push(`The key ${key} of “${name}” stays with “${owner}”.`);
      return null;
    }
    this.#keys.set(key, name);
    return key;
  }

  #pathOf(index: number): string {
    const names: string[] = [];
    for (let at: number | null = index; at !== null; at = this.#draft.tags[at]?.parent ?? null) {
      names.unshift(this.#draft.tags[at]?.name ?? '');
    }
    return names.join(' / ');
  }
}
