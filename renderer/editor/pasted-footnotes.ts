import { joinedLines, linesOf } from './pasted-lines.ts';
import { plainRows } from './pasted-tables.ts';

/** More characters than these are no note. */
const longestNote = 5_000;

/**
 * Makes the footnotes and endnotes of other programs notes in their places, in place: their marks lead to a paragraph at the
 * end which leads back, in Word, LibreOffice, Google Docs and on pages alike. A note with several marks stands at each.
 * `keeps`: as notes of ours; else their words stand in brackets.
 */
export function restorePastedFootnotes(body: HTMLElement, keeps: boolean): void {
  const byName = elementsByName(body);
  const notes = new Map<HTMLElement, HTMLElement[]>();
  for (const mark of body.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
    const target = byName.get(fragmentOf(mark));
    const note = target === undefined ? null : noteOf(target, mark);
    if (note !== null) notes.set(note, [...(notes.get(note) ?? []), mark]);
  }
  for (const [note, marks] of notes) {
    const around = note.parentElement;
    const words = wordsOf(note, marks, keeps);
    for (const mark of marks) place(mark, words.cloneNode(true), keeps);
    note.remove();
    if (around?.matches('ol, ul, dl') === true && around.childElementCount === 0) around.remove();
  }
  // Word's rule above its notes, and what held them.
  for (const list of body.querySelectorAll<HTMLElement>(
    '[style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"]',
  )) {
    if ((list.textContent ?? '').trim() === '') list.remove();
  }
}

function elementsByName(body: HTMLElement): Map<string, HTMLElement> {
  const named = new Map<string, HTMLElement>();
  for (const element of body.querySelectorAll<HTMLElement>('[id], a[name]')) {
    for (const name of namesOf(element)) if (!named.has(name)) named.set(name, element);
  }
  return named;
}

function namesOf(element: HTMLElement): readonly string[] {
  return [element.id, element.getAttribute('name') ?? ''].filter((name) => name !== '');
}

function fragmentOf(anchor: HTMLElement): string {
  const href = anchor.getAttribute('href') ?? '';
  // Word writes the path of its temporary file before the sign.
  return href.slice(href.indexOf('#') + 1);
}

/**
 * The note that a mark leads to; `null`: it leads elsewhere. An anchor of the note leads back to the mark or to what is around
 * it, and the note stands behind the mark: else mark and note are swapped.
 */
function noteOf(target: HTMLElement, mark: HTMLElement): HTMLElement | null {
  const follows = mark.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (follows === 0) return null;
  if (target.matches('a')) return leadsTo(target, mark) ? noteAround(target, mark) : null;
  const isNote =
    target.matches('li, p, div, dd, aside') &&
    (target.textContent ?? '').length <= longestNote &&
    target.querySelector('h1, h2, h3, h4, h5, h6') === null &&
    (mark.textContent ?? '').trim().length <= 6;
  const back = [...target.querySelectorAll('a')].some((anchor) => leadsTo(anchor, mark));
  return isNote && back ? target : null;
}

function leadsTo(anchor: HTMLElement, mark: HTMLElement): boolean {
  if (!anchor.hasAttribute('href')) return false;
  const around = mark.closest<HTMLElement>('sup[id], span[id]');
  const names = [...namesOf(mark), ...(around === null ? [] : namesOf(around))];
  return names.includes(fragmentOf(anchor));
}

/** What holds a note alone: LibreOffice's and Word's division, else its paragraph. */
function noteAround(back: HTMLElement, mark: HTMLElement): HTMLElement | null {
  const division = back.closest<HTMLElement>(
    'div[id], div[style*="mso-element:footnote"], div[style*="mso-element:endnote"]',
  );
  const holdsOne =
    division !== null &&
    !division.contains(mark) &&
    division.querySelectorAll('a[href*="#"][name], a[href*="#"][id]').length === 1;
  const note = holdsOne ? division : back.closest<HTMLElement>('p, li, dd');
  return note === null || note.contains(mark) ? null : note;
}

/** The note's words as lines, or as one where it can have none, without the anchors that lead back. Empties the note. */
function wordsOf(
  note: HTMLElement,
  marks: readonly HTMLElement[],
  keeps: boolean,
): DocumentFragment {
  for (const back of note.querySelectorAll('.mw-cite-backlink')) back.remove();
  for (const anchor of note.querySelectorAll('a')) {
    if (marks.some((mark) => leadsTo(anchor, mark))) anchor.remove();
  }
  for (const table of note.querySelectorAll('table')) plainRows(table);
  const lines = linesOf(note);
  const [first] = lines;
  if (first !== undefined) trimStart(first);
  return joinedLines(lines, keeps ? null : ' ');
}

function trimStart(words: HTMLElement): void {
  const walker = words.ownerDocument.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    text.data = text.data.replace(/^[\s\u00a0]+/, '');
    if (text.data !== '') return;
  }
}

function place(mark: HTMLElement, words: Node, keeps: boolean): void {
  const document = mark.ownerDocument;
  const note = document.createElement('span');
  if (keeps) {
    note.dataset.footnote = '';
    note.append(words);
  } else note.append(' (', words, ')');
  // The mark alone is set high.
  let shown: HTMLElement = mark;
  for (
    let around = shown.parentElement;
    around?.matches('sup, span') === true && isAlone(shown);
    around = shown.parentElement
  ) {
    shown = around;
  }
  shown.replaceWith(note);
}

function isAlone(element: HTMLElement): boolean {
  return element.parentElement?.textContent?.trim() === element.textContent?.trim();
}
