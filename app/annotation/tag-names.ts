import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';
import { foldTagName } from './fold-tag-name.ts';
import { isBareName, quoteName } from './tag-expression-tokens.ts';
import { type TagTree, tagTree } from './tag-tree.ts';

/** Tags of a codebook by what people write for them. */
export interface TagNames {
  /**
   * The tags that a name or a path stands for: `names` is the tag's own name, last, and those right above it as far as they
   * are written. `fromTop`: nothing is above the first. Spelled just so wins over another case, that over other accents.
   */
  find(names: readonly string[], fromTop: boolean): readonly TagRecord[];
  /** The tags whose names hold these letters, at most `limit`. */
  similar(name: string, limit: number): readonly TagRecord[];
}

const kept = new WeakMap<readonly TagRecord[], TagNames>();

/** Names of a list of tags, which must not be changed afterwards. Cost: O(n) the first time for a list. */
export function tagNames(tags: readonly TagRecord[]): TagNames {
  const known = kept.get(tags);
  if (known !== undefined) return known;
  const made = makeNames(tags);
  kept.set(tags, made);
  return made;
}

/** How well a written name fits a tag's: to the letter, but for case, but for accents. */
const fits = [
  (written: string, name: string) => written === name,
  (written: string, name: string) => written.toLowerCase() === name.toLowerCase(),
] as const;

function makeNames(tags: readonly TagRecord[]): TagNames {
  const tree = tagTree(tags);
  const byName = new Map<string, TagRecord[]>();
  const foldedName = new Map<TagId, string>();
  for (const tag of tags) {
    const folded = foldTagName(tag.name);
    foldedName.set(tag.id, folded);
    byName.set(folded, [...(byName.get(folded) ?? []), tag]);
  }
  const isPath = (
    tag: TagRecord,
    names: readonly string[],
    fromTop: boolean,
    isFitting: (name: string, tag: TagRecord) => boolean,
  ): boolean => {
    let at: TagRecord | null = tag;
    for (const name of names.toReversed()) {
      if (at === null || !isFitting(name, at)) return false;
      at = tree.parent(at.id);
    }
    return !fromTop || at === null;
  };
  return {
    find(names, fromTop) {
      const folded = names.map(foldTagName);
      const candidates = (byName.get(folded.at(-1) ?? '') ?? []).filter((tag) =>
        isPath(tag, folded, fromTop, (name, { id }) => foldedName.get(id) === name),
      );
      for (const areAlike of fits) {
        const fitting = candidates.filter((tag) =>
          isPath(tag, names, fromTop, (written, { name }) => areAlike(written, name)),
        );
        if (fitting.length > 0) return fitting;
      }
      return candidates;
    },
    similar(name, limit) {
      const wanted = foldTagName(name);
      const begun = wanted.slice(0, 3);
      const isSimilar = ({ id }: TagRecord): boolean => {
        const folded = foldedName.get(id) ?? '';
        return folded.includes(wanted) || (folded !== '' && wanted.includes(folded));
      };
      const close = tree.inOrder.filter(isSimilar);
      const alike = tree.inOrder.filter(
        ({ id }) => begun.length === 3 && foldedName.get(id)?.startsWith(begun) === true,
      );
      return [...new Set([...close, ...alike])].slice(0, limit);
    },
  };
}

/** Whether all of these tags have one and the same path, to the letter: then nothing that is written can tell them apart. */
export function haveOnePath(tree: TagTree, tags: readonly TagRecord[]): boolean {
  const paths = tags.map(({ id }) => JSON.stringify(tree.path(id).map(({ name }) => name)));
  return new Set(paths).size <= 1;
}

/**
 * A tag as it is written in an expression: its name, as much of its path as it takes to tell it from others, quotation marks
 * where they are needed. Read again it means this tag, and others only if they have the same path to the letter.
 */
export function tagTerm(tags: readonly TagRecord[], tag: TagRecord): string {
  const tree = tagTree(tags);
  const names = tagNames(tags);
  const path = tree.path(tag.id).map(({ name }) => name);
  for (let length = 1; length <= path.length; length += 1) {
    const written = path.slice(-length);
    const found = names.find(written, false);
    if (found.includes(tag) && haveOnePath(tree, found)) return writePath(names, written, '');
  }
  return writePath(names, path, '/');
}

function writePath(names: TagNames, path: readonly string[], start: '' | '/'): string {
  const isBare = (name: string): boolean =>
    isBareName(name) && !(path.length === 1 && foldTagName(name) === 'untagged');
  const text = start + path.map((name) => (isBare(name) ? name : quoteName(name))).join('/');
  // Another tag may have the slashes in its name.
  const isOtherName = path.length + start.length > 1 && names.find([text], false).length > 0;
  return isOtherName ? start + path.map(quoteName).join('/') : text;
}
