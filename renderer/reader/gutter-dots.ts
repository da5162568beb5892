import type { Block } from '../../app/record/text.ts';
import type { LayerColor, ReaderSpan } from './reader-span.ts';
import { type SegmentLook, underline } from './segment-look.ts';

const dotCount = 4;

/**
 * The look of a block that annotations start in: up to four dots beside it, in the distinct colours of their tags and
 * in the order of the text. `null` where none starts. The dots are generated content, so nothing reads them aloud and
 * no element comes between the caret and the text. `spans` are the block's, in the order of `compareSpans`.
 */
export function gutterDots(block: Block, spans: readonly ReaderSpan[]): SegmentLook | null {
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
  const style = [...colors]
    .slice(0, dotCount)
    .map((color, index) => `--d${index + 1}:${underline(color)}`)
    .join(';');
  return { class: 'reader-dots', style };
}
