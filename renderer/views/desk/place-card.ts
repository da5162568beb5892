import type { CardState } from '../../session/reading/annotation-card.ts';

/** Pixels between the card and the passage, and the edges of the pane. */
const gap = 8;
const leastHeight = 72;

/**
 * Places a card where it hides nothing of its passage: beside the text if the pane has the room, else above the
 * passage, where the text has been read, else below it. Where the passage fills the pane, at the end with more room.
 */
export function placeCard(element: HTMLElement, { passage, view }: CardState): void {
  const { style } = element;
  style.maxHeight = '';
  const { width, height } = element.getBoundingClientRect();
  const top = Math.max(passage.top, view.top);
  const bottom = Math.min(passage.bottom, view.bottom);
  const beside = view.right - gap - width;
  if (beside >= passage.right + gap) {
    style.left = `${passage.right + gap}px`;
    style.top = `${Math.max(view.top + gap, Math.min(top, view.bottom - height - gap))}px`;
    return;
  }
  style.left = `${Math.max(gap, Math.min(passage.left, beside))}px`;
  const above = top - view.top - 2 * gap;
  const below = view.bottom - bottom - 2 * gap;
  const isAbove = height <= above || above >= below;
  const room = Math.max(leastHeight, isAbove ? above : below);
  style.maxHeight = `${room}px`;
  style.top = isAbove ? `${top - gap - Math.min(height, room)}px` : `${bottom + gap}px`;
}
