import type { RevisionHash } from '../../../app/base/brand.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { TextStore } from '../text/text-store.ts';

/** Texts read lately, so that the passages of one text are not read one by one. */
export class TextCache {
  readonly #store: TextStore;
  readonly #budget: number;
  /** The one used longest ago first. */
  readonly #texts = new Map<RevisionHash, RevisionText>();
  #length = 0;

  /** @param budget how much is kept, in code units */
  constructor(folder: string, budget: number) {
    this.#store = new TextStore(folder);
    this.#budget = budget;
  }

  /** `null`: it is not there, or not what was stored. Throws what the system throws. */
  async read(hash: RevisionHash): Promise<RevisionText | null> {
    const known = this.#texts.get(hash);
    if (known !== undefined) {
      this.#texts.delete(hash);
      this.#texts.set(hash, known);
      return known;
    }
    const read = await this.#store.read(hash);
    if (!read.ok) return null;
    const text = read.value;
    if (this.#texts.has(hash)) return text;
    this.#texts.set(hash, text);
    this.#length += text.text.length;
    for (const [oldest, { text: content }] of this.#texts) {
      if (this.#length <= this.#budget || oldest === hash) break;
      this.#texts.delete(oldest);
      this.#length -= content.length;
    }
    return text;
  }
}
