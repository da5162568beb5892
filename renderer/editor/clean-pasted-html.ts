import { plainBlocks } from './pasted-blocks.ts';
import { restorePastedFootnotes } from './pasted-footnotes.ts';
import { takeOutLosses } from './pasted-losses.ts';
import { plainTables } from './pasted-tables.ts';
import { restoreWebLists, restoreWordLists } from './word-lists.ts';

/** Which copies of the editor's own come back as what they were, and where tables, footnotes and figures may stand. */
export interface PastedInto {
  isKnown(form: string, id: string): boolean;
  isKnownReference(kind: string, id: string): boolean;
  isKnownPicture(id: string): boolean;
  readonly keepsBriefs: boolean;
}

/** What is put in, and what could not be kept of what was pasted, in a sentence; `null`: nothing is missing. */
export interface CleanedHtml {
  readonly html: string;
  readonly lost: string | null;
}

/**
 * Foreign HTML made plain before the schema reads it: no styles, pictures or programs; the lists of Word and the
 * tables of anyone as plain structure. A citation or a reference that was copied stays one if `isKnown` or
 * `isKnownReference` finds its record here, a figure if `isKnownPicture` does; otherwise its words stay, as text. A table
 * stays one, and a footnote one, where `keepsBriefs` says that they may stand; else rows and notes stay as text. Paragraphs
 * without words go, unless the editor itself copied them. Parses into a document of its own, which loads and runs nothing.
 */
export function cleanPastedHtml(html: string, into: PastedInto): CleanedHtml {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lost = takeOutLosses(body, into.keepsBriefs);
  for (const element of body.querySelectorAll('[data-citation]')) {
    const form = element.getAttribute('data-citation') ?? '';
    const id = element.getAttribute('data-citation-id') ?? '';
    if (!into.isKnown(form, id)) element.removeAttribute('data-citation');
  }
  for (const element of body.querySelectorAll('[data-reference]')) {
    const kind = element.getAttribute('data-reference') ?? '';
    const id = element.getAttribute('data-reference-id') ?? '';
    if (!into.isKnownReference(kind, id)) element.removeAttribute('data-reference');
  }
  for (const element of body.querySelectorAll('[data-picture-id]')) {
    const id = element.getAttribute('data-picture-id') ?? '';
    if (!into.isKnownPicture(id)) element.removeAttribute('data-picture-id');
  }
  const isOwn = body.querySelector('[data-pm-slice]') !== null;
  plainTabs(body);
  restoreHeadings(body);
  restoreWordLists(body);
  restoreWebLists(body);
  removeEmptyOfficeMarks(body);
  restorePastedFootnotes(body, into.keepsBriefs);
  if (!into.keepsBriefs) bracketNotes(body);
  plainBlocks(body);
  plainTables(body, into.keepsBriefs);
  if (!isOwn) removeEmptyParagraphs(body);
  return { html: body.innerHTML, lost };
}

/** Word ends each paragraph of a table or a list with an `o:p` that holds a no-break space at most. */
function removeEmptyOfficeMarks(body: HTMLElement): void {
  for (const element of [...body.getElementsByTagName('o:p')]) {
    if ((element.textContent ?? '').trim() === '') element.remove();
  }
}

/** Word draws a tab with as many no-break spaces as are as wide. */
function plainTabs(body: HTMLElement): void {
  for (const tab of body.querySelectorAll('[style*="mso-tab-count" i]')) {
    if ((tab.textContent ?? '').trim() === '') tab.replaceWith(' ');
  }
}

/**
 * Word's titles, and headings of a style of its own, are paragraphs that only look like headings; those of its program on the
 * web say that they are. A heading that Word numbers keeps its number, as words.
 */
function restoreHeadings(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const style = paragraph.getAttribute('style') ?? '';
    const outline = /mso-outline-level:\s*([1-9])/i.exec(style)?.[1];
    const says = paragraph.matches('[role="heading"]')
      ? paragraph.getAttribute('aria-level')
      : null;
    const level =
      /^H(\d)$/.exec(paragraph.tagName)?.[1] ??
      (paragraph.classList.contains('MsoTitle') ? '1' : (outline ?? says));
    if (level === null) continue;
    const heading = body.ownerDocument.createElement(
      `h${Math.min(Math.max(1, Number(level) || 1), 6)}`,
    );
    for (const marker of paragraph.querySelectorAll('[style*="mso-list:" i]')) {
      const number = (marker.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
      marker.replaceWith(number === '' ? '' : `${number} `);
    }
    // Bold as a whole is how it looks, not what it says.
    const only = paragraph.querySelector(':scope > :is(b, strong)');
    const isBold = only?.textContent?.trim() === paragraph.textContent?.trim();
    heading.append(...(only !== null && isBold ? only.childNodes : paragraph.childNodes));
    paragraph.replaceWith(heading);
  }
}

/** Footnotes of a brief that come where none may stand: their words in brackets. */
function bracketNotes(body: HTMLElement): void {
  for (const note of body.querySelectorAll('[data-footnote]')) {
    if ((note.textContent ?? '').trim() === '') note.remove();
    else note.replaceWith(' (', ...note.childNodes, ')');
  }
}

/** What stands for something without having words. */
const wordless = '[data-citation], [data-reference], [data-footnote], figure, hr';

const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, div, hr';

/**
 * Word processors space paragraphs by empty ones and by breaks between them. One alone in a cell or an item stays: something
 * has to stand there.
 */
function removeEmptyParagraphs(body: HTMLElement): void {
  if ((body.textContent ?? '').trim() === '') return;
  for (const block of body.querySelectorAll<HTMLElement>('p, div, h1, h2, h3, h4, h5, h6')) {
    const isEmpty =
      (block.textContent ?? '').trim() === '' && block.querySelector(wordless) === null;
    const isAlone =
      block.parentElement?.matches('td, th, li') === true && block.matches(':only-child');
    if (isEmpty && !isAlone) block.remove();
  }
  for (const line of body.querySelectorAll('br')) {
    const before = line.previousElementSibling;
    const isBetween = before?.matches(blocks) === true || line.nextElementSibling?.matches(blocks);
    if (isBetween === true && line.closest('p, li, td, th, h1, h2, h3, h4, h5, h6') === null) {
      line.remove();
    }
  }
}
