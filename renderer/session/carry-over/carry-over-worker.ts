import { type CarryLook, lookAt } from '../../../app/reanchor/carry-look.ts';
import { carryOver } from '../../../app/reanchor/carry-over.ts';
import type { CarryRequest } from './carry-over-thread.ts';

/** Takes two texts and passages of the one, answers with what became of each in the other. */
globalThis.addEventListener('message', ({ data }: MessageEvent<CarryRequest>) => {
  const { oldText, target, passages } = data;
  const results = carryOver(oldText, target, passages);
  const looks = results.flatMap((result, index): CarryLook[] => {
    const passage = passages[index];
    return passage === undefined ? [] : [lookAt(passage, result, oldText, target.text)];
  });
  globalThis.postMessage(looks);
});
