import { sharedPassages } from '../../../app/compare/shared-passages.ts';
import type { ParallelsRequest } from './parallels-thread.ts';

/** Takes texts and which of them to compare; answers with what each two share, in the order that was asked. */
globalThis.addEventListener('message', ({ data }: MessageEvent<ParallelsRequest>) => {
  const { texts, wanted, leastWords } = data;
  globalThis.postMessage(
    wanted.map(([left, right]) => {
      const [ours, theirs] = [texts[left], texts[right]];
      if (ours === undefined || theirs === undefined) return [];
      return sharedPassages(ours, theirs, { leastWords });
    }),
  );
});
