import type { TextPlace } from './measure-lines.ts';

/**
 * Parts a paragraph between lines, so that each part can begin on a page of its own, and leaves it one element: its parts are in
 * it, as blocks. `places`: where its later parts begin, in order (`lineStart`). Returns those, in order.
 */
export function partBlock(block: Element, places: readonly TextPlace[]): HTMLElement[] {
  keepDirections(block);
  const parts: HTMLElement[] = [];
  for (const place of places.toReversed()) {
    const part = document.createElement('span');
    part.className = 'page-part';
    part.append(cutFrom(place, block, parts[0] ?? null));
    block.insertBefore(part, parts[0] ?? null);
    parts.unshift(part);
  }
  if (parts.length > 0) {
    const first = document.createElement('span');
    first.className = 'page-part';
    while (block.firstChild !== null && block.firstChild !== parts[0]) {
      first.append(block.firstChild);
    }
    block.prepend(first);
  }
  return parts;
}

/** Takes out what stands from a place to the end of a block, or to a child of it; elements around the place are in both. */
export function cutFrom(
  { node, offset }: TextPlace,
  block: Element,
  end: Node | null,
): DocumentFragment {
  const range = document.createRange();
  range.setStart(node, offset);
  if (end === null) range.setEnd(block, block.childNodes.length);
  else range.setEndBefore(end);
  const cut = range.extractContents();
  // What is in both now keeps its name where it begins.
  for (let at = cut.firstElementChild; at !== null; at = at.firstElementChild) {
    if (at.id !== '' && document.getElementById(at.id) !== null) at.removeAttribute('id');
  }
  return cut;
}

/** A part of words whose direction is that of their first letter may begin with another. */
export function keepDirections(block: Element): void {
  for (const element of [block, ...block.querySelectorAll('[dir="auto"]')]) {
    if (element.getAttribute('dir') !== 'auto') continue;
    element.setAttribute('dir', getComputedStyle(element).direction);
  }
}
