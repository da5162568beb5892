import type { Origin } from '../../../app/record/records.ts';
import { fileKeys, placeKeys } from './place-keys.ts';

/**
 * Whether places still hold what was read there: of a file that this run has read, what it was then; of any other, what
 * its size and time on disk tell.
 */
export class PlaceHolders {
  readonly #isThere: (origin: Origin) => Promise<boolean>;
  /** The hashes of files that were read. */
  readonly #files = new Map<string, string>();
  readonly #parts = new Set<string>();

  /** @param isThere whether the file of an origin is there, unchanged, as far as the disk tells without reading it */
  constructor(isThere: (origin: Origin) => Promise<boolean>) {
    this.#isThere = isThere;
  }

  /** Takes note of what was read. */
  note(origin: Origin): void {
    const read = { ...origin, fileName: '' };
    for (const key of fileKeys(read)) this.#files.set(key, origin.fileHash);
    if (isPart(origin)) for (const key of placeKeys(read)) this.#parts.add(key);
  }

  async holds(origin: Origin): Promise<boolean> {
    const known = { ...origin, fileName: '' };
    for (const key of fileKeys(known)) {
      const hash = this.#files.get(key);
      if (hash === undefined) continue;
      // A part is not told of again while only other parts of its file change.
      if (isPart(origin)) return placeKeys(known).some((part) => this.#parts.has(part));
      return hash === origin.fileHash;
    }
    return this.#isThere(origin);
  }
}

function isPart({ part, key }: Origin): boolean {
  return part !== undefined || key !== undefined;
}
