import type { TextSource } from '../../../app/exchange/exchange-format.ts';
import { TextStore } from '../text/text-store.ts';

/** The texts of a project's store. */
export function storedTexts(folder: string): TextSource {
  const store = new TextStore(folder);
  return {
    async read(hash) {
      const read = await store.read(hash);
      return read.ok ? read.value : null;
    },
  };
}
