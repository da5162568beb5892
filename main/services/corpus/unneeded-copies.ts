import type { OpenedFile } from './ingest.ts';
import { discardCopy } from './ingest-file.ts';
import type { StoredOriginal } from './store-original.ts';

/** Copies of files that brought nothing new: no article needs them. */
export class UnneededCopies {
  readonly #folder: string;
  readonly #isNamed: (fileName: string, fileHash: string) => boolean;
  readonly #unneeded: { readonly copy: StoredOriginal; readonly fileHash: string }[] = [];

  /** @param isNamed whether an article names a copy, as things are now */
  constructor(folder: string, isNamed: (fileName: string, fileHash: string) => boolean) {
    this.#folder = folder;
    this.#isNamed = isNamed;
  }

  /** Notes the copy of a file that was taken up, if nothing names it. */
  note({ copy, fileHash }: OpenedFile): void {
    if (copy?.isNew === true && !this.#isNamed(copy.fileName, fileHash)) {
      this.#unneeded.push({ copy, fileHash });
    }
  }

  /** Takes away copies that were made in vain, unless a file that came after has the same bytes. */
  discard(): void {
    for (const { copy, fileHash } of this.#unneeded) {
      if (!this.#isNamed(copy.fileName, fileHash)) discardCopy(this.#folder, copy);
    }
  }
}
