import { ownTable } from './table-nodes.ts';
import { restoreWordLists } from './word-lists.ts';

/** Carries no words of the text, or would fetch something. */
const dropped =
  'script, style, meta, link, title, base, template, noscript, img, picture, svg, canvas, video, audio, object, embed, iframe, input, button, select, textarea';

/**
 * Foreign HTML made plain before the schema reads it: no styles, pictures or programs; the lists of Word and the
 * tables of anyone as plain structure. A citation or a reference that was copied stays one if `isKnown` or
 * `isKnownReference` finds its record here; otherwise its words stay, as text. A table
 * of a brief's own stays one where `keepsTables` says that one may stand. Parses into a document of its own, which loads and runs nothing.
 */
export function cleanPastedHtml(
  html: string,
  isKnown: (form: string, id: string) => boolean,
  isKnownReference: (kind: string, id: string) => boolean = () => false,
  keepsTables = false,
): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(dropped)) element.remove();
  for (const element of body.querySelectorAll('[data-citation]')) {
    const form = element.getAttribute('data-citation') ?? '';
    const id = element.getAttribute('data-citation-id') ?? '';
    if (!isKnown(form, id)) element.removeAttribute('data-citation');
  }
  for (const element of body.querySelectorAll('[data-reference]')) {
    const kind = element.getAttribute('data-reference') ?? '';
    const id = element.getAttribute('data-reference-id') ?? '';
    if (!isKnownReference(kind, id)) element.removeAttribute('data-reference');
  }
  restoreWordLists(body);
  removeEmptyOfficeMarks(body);
  for (const table of body.querySelectorAll('table')) {
    if (!(keepsTables && table.classList.contains(ownTable))) plainRows(table);
  }
  return body.innerHTML;
}

/** Word ends each paragraph of a table or a list with an `o:p` that holds a no-break space at most. */
function removeEmptyOfficeMarks(body: HTMLElement): void {
  for (const element of [...body.getElementsByTagName('o:p')]) {
    if ((element.textContent ?? '').trim() === '') element.remove();
  }
}

/** Each row of a table becomes a paragraph, its cells set apart by a bar: nothing is lost or run together. */
function plainRows(table: HTMLTableElement): void {
  const document = table.ownerDocument;
  const paragraphs = [...table.rows].flatMap((row) => {
    const cells = [...row.cells].map((cell) =>
      (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
    if (cells.every((cell) => cell === '')) return [];
    const paragraph = document.createElement('p');
    paragraph.textContent = cells.join(' | ');
    return [paragraph];
  });
  table.replaceWith(...paragraphs);
}
