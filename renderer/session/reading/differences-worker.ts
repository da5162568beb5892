import { textDifferences } from '../../../app/compare/text-differences.ts';
import type { RevisionText } from '../../../app/record/text.ts';

/** Takes two texts, answers with their differences. */
globalThis.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly left: RevisionText; readonly right: RevisionText }>) => {
    globalThis.postMessage(textDifferences(data.left, data.right));
  },
);
