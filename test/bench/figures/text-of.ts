import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';

/** A text of paragraphs, a block each. */
export function textOf(paragraphs: readonly string[]): RevisionText {
  let start = 0;
  const blocks = paragraphs.map((paragraph): Block => {
    const end = start + paragraph.length;
    const block = {
      kind: 'paragraph',
      start: start as TextOffset,
      end: end as TextOffset,
    } as const;
    start = end + 1;
    return block;
  });
  return { hash: '0'.repeat(64) as RevisionHash, text: paragraphs.join('\n'), blocks };
}
