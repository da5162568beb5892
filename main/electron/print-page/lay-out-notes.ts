import { fillPages } from '../../../app/brief/paper/fill-pages.ts';
import type { FilledPage, FootNote, PageUnit } from '../../../app/brief/paper/page-units.ts';
import { lineStart } from './measure-lines.ts';
import { type MeasuredUnit, measureUnits } from './measure-units.ts';
import { cutFrom, keepDirections, partBlock } from './part-block.ts';
import { endCellsAbove, partRows } from './part-rows.ts';

/** Above the first note of a page: the line and what is empty around it. */
const gap = 16;

/**
 * Lays out the notes of the page that is shown at the foot of the paper that it will be printed on, and the text over them. `height`:
 * what a page of it holds, in CSS pixels. The text is divided by page breaks, and stays one text: paragraphs, lists and tables
 * are what they were. Each note stays behind what it is a note to, and is set at the foot by its style. Returns how
 * many pages there are to be.
 */
function layOutNotes(height: number): number {
  const main = document.querySelector('main');
  if (main === null) return 0;
  fitTables(main);
  const asides = [...main.querySelectorAll<HTMLElement>('.footnote')];
  const numbers = new Map(asides.map((aside, index) => [aside.id, index]));
  const marked = (element: Element): number[] =>
    [...element.querySelectorAll('a[role="doc-noteref"][id]')].flatMap(
      (mark) => numbers.get(mark.getAttribute('href')?.slice(1) ?? '') ?? [],
    );
  const heightOf = (note: number): number => asides[note]?.getBoundingClientRect().height ?? 0;
  partRows(main, height, (row) => marked(row).reduce((sum, note) => sum + heightOf(note), 0));
  const measured = measureUnits(main);
  const measuredNotes = asides.map((aside) => measureNote(aside));
  const notes = measuredNotes.map(({ height, cuts }): FootNote => ({ height, cuts }));
  const pages = fillPages(unitsWithNotes(main, measured, numbers), notes, { height, gap });
  placeNotes(asides, measuredNotes, pages);
  breakPages(measured, pages);
  moveTargets(main, asides, pages);
  return (pages.at(-1)?.page ?? 0) + 1;
}

/** A table that is wider than the paper is made smaller: the engine would make the whole text so. */
function fitTables(main: Element): void {
  for (const frame of main.querySelectorAll<HTMLElement>('.table-frame')) {
    const wide = frame.scrollWidth / frame.clientWidth;
    if (wide > 1) frame.style.zoom = String(Math.floor(1000 / wide) / 1000);
  }
}

function unitsWithNotes(
  main: Element,
  measured: readonly MeasuredUnit[],
  numbers: ReadonlyMap<string, number>,
): PageUnit[] {
  const byElement = new Map<Element, number[]>();
  measured.forEach(({ element }, index) => {
    byElement.set(element, [...(byElement.get(element) ?? []), index]);
  });
  const notes = measured.map((): number[] => []);
  const without = new Set(numbers.values());
  for (const mark of main.querySelectorAll('a[role="doc-noteref"][id]')) {
    const note = numbers.get(mark.getAttribute('href')?.slice(1) ?? '');
    const { top, bottom } = mark.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    let at: Element | null = mark;
    while (at !== null && !byElement.has(at)) at = at.parentElement;
    const lines = at === null ? [] : (byElement.get(at) ?? []);
    const unit = lines.findLast((index) => (measured[index]?.line ?? 0) <= middle) ?? lines[0];
    if (note === undefined || unit === undefined) continue;
    notes[unit]?.push(note);
    without.delete(note);
  }
  // A note that only another one marks.
  notes.at(-1)?.push(...without);
  return measured.map(({ start, end, penalty, repeated }, index) => ({
    start,
    end,
    penalty,
    repeated,
    notes: notes[index] ?? [],
  }));
}

interface MeasuredNote extends FootNote {
  readonly top: number;
  readonly units: readonly MeasuredUnit[];
}

function measureNote(aside: Element): MeasuredNote {
  const { top, height } = aside.getBoundingClientRect();
  const units = measureUnits(aside);
  return {
    top,
    height,
    units,
    cuts: units.slice(1).flatMap(({ start, penalty }) => (penalty === 0 ? [start - top] : [])),
  };
}

/** The pieces of each note are made of it, from its last to its first, so that heights stay what they were. */
function placeNotes(
  asides: readonly HTMLElement[],
  measured: readonly MeasuredNote[],
  pages: readonly FilledPage[],
): void {
  const placed = pages.flatMap(({ page, pieces }) => {
    let below = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
    return pieces.map((piece, index) => {
      below -= piece.to - piece.from;
      return { ...piece, page, below, isFirst: index === 0 };
    });
  });
  for (const { note, from, page, below, isFirst } of placed.toReversed()) {
    const aside = asides[note];
    if (aside === undefined) continue;
    const { top = 0, units = [] } = measured[note] ?? {};
    const unit = units.find(({ start }) => start - top >= from - 0.01);
    const piece = from === 0 || unit === undefined ? aside : restOf(aside, unit);
    piece.style.bottom = `calc(-100% * ${page} + ${below}px)`;
    if (isFirst) piece.classList.add('first-on-page');
  }
}

function restOf(aside: HTMLElement, unit: MeasuredUnit): HTMLElement {
  keepDirections(aside);
  const piece = aside.cloneNode(false) as HTMLElement;
  piece.removeAttribute('id');
  piece.removeAttribute('aria-label');
  const { outermost, line, element } = unit;
  const place =
    line === null
      ? {
          node: outermost.parentNode ?? aside,
          offset: [...(outermost.parentNode?.childNodes ?? [])].indexOf(outermost),
        }
      : lineStart(element, line);
  if (place !== null) piece.append(cutFrom(place, aside, null));
  aside.after(piece);
  return piece;
}

function breakPages(measured: readonly MeasuredUnit[], pages: readonly FilledPage[]): void {
  const parted = new Map<Element, number[]>();
  const begins: Element[] = [];
  for (const { first, last } of pages) {
    const unit = measured[first];
    if (first === 0 || last < first || unit === undefined) continue;
    if (unit.line === null) begins.push(unit.outermost);
    else parted.set(unit.element, [...(parted.get(unit.element) ?? []), unit.line]);
  }
  // All places before the first change: each look after a change would have the engine lay out the whole text again.
  const places = [...parted].map(([block, heights]) => ({
    block,
    places: heights.map((height) => lineStart(block, height)).filter((place) => place !== null),
  }));
  for (const { block, places: own } of places) begins.push(...partBlock(block, own));
  for (const element of begins.toReversed()) {
    if (element instanceof HTMLTableRowElement) endCellsAbove(element);
  }
  for (const element of begins) element.classList.add('page-start');
}

/**
 * Where a link to a mark in a table leads: Chromium (130) leads to a place before it where the table goes over pages, so what is led to is put at the top
 * of the mark's page.
 */
function moveTargets(
  main: Element,
  asides: readonly HTMLElement[],
  pages: readonly FilledPage[],
): void {
  for (const { page, pieces } of pages) {
    for (const { note, from } of pieces) {
      const id = asides[note]?.id ?? '';
      const mark = main.querySelector(`table a[role="doc-noteref"][id][href="#${id}"]`);
      if (from > 0 || mark === null) continue;
      const target = document.createElement('span');
      target.id = mark.id;
      target.className = 'target';
      target.style.top = `calc(100% * ${page} + 4px)`;
      mark.removeAttribute('id');
      asides[note]?.before(target);
    }
  }
}

Object.assign(globalThis, { layOutNotes });
