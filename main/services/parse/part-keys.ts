import { createHash } from 'node:crypto';

const longestKey = 300;

/**
 * Gives the parts of one file their keys: the second of one key is told from the first by its count. Takes what the
 * source says of a part, `null` for nothing, and answers with what to add to the part.
 */
export class PartKeys {
  readonly #counts = new Map<string, number>();

  keyOf(stated: string | null): { readonly key?: string } {
    if (stated === null) return {};
    const hash = () => createHash('sha256').update(stated, 'utf8').digest('hex');
    const kind = stated.slice(0, stated.indexOf(':') + 1);
    const key = stated.length <= longestKey ? stated : `${kind}${hash()}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return { key: count === 1 ? key : `${key} ${count}` };
  }
}
