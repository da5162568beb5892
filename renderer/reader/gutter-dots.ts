import type { Block } from '../../app/record/text.ts';
import type { LayerColor, ReaderSpan } from './reader-span.ts';

const dotCount = 4;

/**
 * The classes of a block that annotations start in: up to four dots beside it, in the distinct colours of their tags and
 * in the order of the text. `null` where none starts. The dots are generated content, so nothing reads them aloud and
 * no element comes between the caret and the text. `spans` are the block's, in the order of `compareSpans`.
 */
export function gutterDots(block: Block, spans: readonly ReaderSpan[]): string | null {
  const colors = new Set<LayerColor>();
  for (const span of spans) {
    if (span.start >= block.start) {
      for (const color of span.colors.length === 0 ? ([0] as const) : span.colors) {
        colors.add(color);
      }
    }
    if (colors.size >= dotCount) {
      break;
    }
  }
  if (colors.size === 0) {
    return null;
  }
  const dots = [...colors].slice(0, dotCount);
  return ['reader-dots', ...dots.map((color, index) => `reader-d${index + 1}-${color}`)].join(' ');
}
