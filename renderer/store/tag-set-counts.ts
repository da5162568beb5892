import type { TagSet } from '../../app/annotation/tag-sets.ts';
import type { TagId } from '../../app/record/ids.ts';

/**
 * How many annotations have which tags. A project has few different sets of tags, however many annotations: what is asked
 * of all of them (the count of a tag with those below it, of an expression) is asked once a set.
 */
export class TagSetCounts {
  readonly #sets = new Map<string, { tagIds: readonly TagId[]; count: number }>();
  #read: readonly TagSet[] | null = null;

  /** The sets that some annotation has. The same list until a count changes. */
  get sets(): readonly TagSet[] {
    this.#read ??= [...this.#sets.values()].map(({ tagIds, count }) => ({ tagIds, count }));
    return this.#read;
  }

  /** Counts an annotation with these tags; `by` is 1, or -1 for one that has them no longer. */
  count(tagIds: readonly TagId[], by: 1 | -1): void {
    const key = tagIds.length === 1 ? (tagIds[0] ?? '') : tagIds.join(' ');
    const known = this.#sets.get(key);
    if (known === undefined) this.#sets.set(key, { tagIds, count: by });
    else {
      known.count += by;
      if (known.count === 0) this.#sets.delete(key);
    }
    this.#read = null;
  }
}
