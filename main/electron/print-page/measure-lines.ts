/** A place in the text of a page, as a range begins there. */
export interface TextPlace {
  readonly node: Node;
  readonly offset: number;
}

/**
 * The heights at which a block of inline content can be parted between its lines, from the top of the page, ascending: one fewer than its lines.
 * Cost: one look at the boxes of the block.
 */
export function lineBounds(block: Element): number[] {
  const range = document.createRange();
  range.selectNodeContents(block);
  const boxes = [...range.getClientRects()].filter(({ height }) => height > 0);
  const middles = boxes
    .map(({ top, bottom, height }) => ({ middle: (top + bottom) / 2, height }))
    .sort((one, other) => one.middle - other.middle);
  const style = getComputedStyle(block);
  // Raised and lowered signs are less than half a line off.
  const near = (Number.parseFloat(style.lineHeight) || 16) * 0.5;
  const lines: { middle: number; height: number }[] = [];
  for (const box of middles) {
    const line = lines.at(-1);
    if (line === undefined || box.middle - line.middle > near) lines.push({ ...box });
    else if (box.height > line.height) Object.assign(line, box);
  }
  return lines.slice(1).map(({ middle }, index) => (middle + (lines[index]?.middle ?? middle)) / 2);
}

/**
 * Where the first line begins whose middle is below a height; `null`: none is. Lines follow one another in the order of the text, whichever way it
 * is written. Cost: some twenty looks at a letter's box.
 */
export function lineStart(block: Element, height: number): TextPlace | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let length = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, from: length });
    length += node.length;
  }
  const placeOf = (index: number): TextPlace | null => {
    const found = nodes.findLast(({ from, node }) => from <= index && node.length > 0);
    return found === undefined ? null : { node: found.node, offset: index - found.from };
  };
  const range = document.createRange();
  const isBelow = (index: number): boolean => {
    // White space at the end of a line may have no box: what follows it tells.
    for (let at = index; at < length; at += 1) {
      const place = placeOf(at);
      if (place === null) continue;
      range.setStart(place.node, place.offset);
      range.setEnd(place.node, place.offset + 1);
      const box = [...range.getClientRects()].findLast((rect) => rect.height > 0);
      if (box !== undefined) return (box.top + box.bottom) / 2 > height;
    }
    return true;
  };
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) high = middle;
    else low = middle + 1;
  }
  return low >= length ? null : placeOf(low);
}
