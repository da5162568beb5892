const blocks =
  'p, li, ul, ol, dl, dt, dd, h1, h2, h3, h4, h5, h6, div, blockquote, pre, section, article, header, footer, aside, address, figure, figcaption, hr, table, caption, tr';

/**
 * What an element holds as paragraphs: each block is one, and so are the words beside blocks. Takes everything out of the
 * element. A citation stays whole.
 */
export function linesOf(element: HTMLElement): readonly HTMLElement[] {
  const lines: HTMLElement[] = [];
  let line: HTMLElement | null = null;
  const take = (parent: Element): void => {
    for (const child of [...parent.childNodes]) {
      const isElement = child instanceof Element && !child.matches('[data-citation]');
      if (isElement && (child.matches(blocks) || child.querySelector(blocks) !== null)) {
        line = null;
        take(child);
        line = null;
      } else if (line !== null || child instanceof Element || child.textContent?.trim() !== '') {
        if (line === null) {
          line = element.ownerDocument.createElement('p');
          lines.push(line);
        }
        line.append(child);
      }
    }
  };
  take(element);
  return lines;
}

/** Puts paragraphs into one line, set apart by `between`: words, or `null` for line breaks. Those without words go. */
export function joinedLines(
  lines: readonly HTMLElement[],
  between: string | null,
): DocumentFragment {
  const [first] = lines;
  const document = first?.ownerDocument ?? window.document;
  const joined = document.createDocumentFragment();
  for (const line of lines) {
    if ((line.textContent ?? '').trim() === '' && line.firstElementChild === null) continue;
    if (joined.hasChildNodes()) {
      joined.append(between === null ? document.createElement('br') : between);
    }
    trimEnds(line);
    joined.append(...line.childNodes);
  }
  return joined;
}

/** White space at the ends of a line is none of its words. */
function trimEnds(line: HTMLElement): void {
  const { firstChild, lastChild } = line;
  if (firstChild instanceof Text) firstChild.data = firstChild.data.replace(/^\s+/, '');
  if (lastChild instanceof Text) lastChild.data = lastChild.data.replace(/\s+$/, '');
}
