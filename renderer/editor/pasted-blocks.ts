/** Blocks that the parser of the editor takes for words in a line. */
const unknownBlocks =
  'dt, summary, legend, center, main, nav, details, menu, dir, search, optgroup, option';

/** Makes each block of a page one that the editor knows, in place, and the lines of preformatted words line breaks. */
export function plainBlocks(body: HTMLElement): void {
  for (const block of body.querySelectorAll(unknownBlocks)) {
    const plain = body.ownerDocument.createElement('div');
    plain.append(...block.childNodes);
    block.replaceWith(plain);
  }
  for (const space of body.querySelectorAll('.Apple-converted-space, .Apple-tab-span')) {
    space.replaceWith(' ');
  }
  for (const end of body.querySelectorAll('span.EOP')) {
    if ((end.textContent ?? '').trim() === '') end.remove();
  }
  for (const kept of body.querySelectorAll<HTMLElement>('pre, [style*="white-space" i]')) {
    const style = kept.getAttribute('style') ?? '';
    const keeps = /white-space(?:-collapse)?\s*:\s*(?:pre(?!serve-spaces)|break-spaces)/i;
    if (kept.localName === 'pre' || keeps.test(style)) breakLines(kept);
  }
}

function breakLines(kept: HTMLElement): void {
  const { ownerDocument: document } = kept;
  const walker = document.createTreeWalker(kept, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    texts.push(node as Text);
  }
  for (const text of texts) {
    // White space between blocks is none of the words.
    if (!text.data.includes('\n') || (text.data.trim() === '' && hasBlockBeside(text))) continue;
    const isLast = text === texts.at(-1);
    const lines = (isLast ? text.data.replace(/\n$/, '') : text.data).split(/\r?\n/);
    text.replaceWith(
      ...lines.flatMap((line, index) =>
        index === 0 ? [line] : [document.createElement('br'), line],
      ),
    );
  }
}

function hasBlockBeside({ previousSibling, nextSibling }: Text): boolean {
  return [previousSibling, nextSibling].some(
    (node) =>
      node instanceof Element && node.matches('p, div, li, ul, ol, table, tr, td, h1, h2, h3'),
  );
}
