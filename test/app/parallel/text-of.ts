import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { unitsOf } from '../../../app/compare/units-of.ts';
import { ParallelIndex } from '../../../app/parallel/parallel-index.ts';
import type { ParallelPair } from '../../../app/parallel/parallel-pair.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';

/** A text of paragraphs. */
export function textOf(...paragraphs: readonly string[]): RevisionText {
  let start = 0;
  const blocks = paragraphs.map((text): Block => {
    const end = start + text.length;
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

/** An index of texts, whose keys are their places in the list. */
export function indexOf(texts: readonly RevisionText[]): ParallelIndex {
  const index = new ParallelIndex();
  for (const [key, text] of texts.entries()) index.put(key, unitsOf(text));
  return index;
}

export function allPairsOf(index: ParallelIndex): ParallelPair[] {
  return [...index.allPairs()].flat();
}

/** The words of both ends of a pair. */
export function quotesOf(
  texts: readonly RevisionText[],
  { one, other }: Pick<ParallelPair, 'one' | 'other'>,
): readonly [string, string] {
  return [
    texts[one.key]?.text.slice(one.start, one.end) ?? '',
    texts[other.key]?.text.slice(other.start, other.end) ?? '',
  ];
}
