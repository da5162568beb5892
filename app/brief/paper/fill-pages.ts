import type { FilledPage, FootNote, PagePiece, PageUnit } from './page-units.ts';

/** Room of a page, in the same unit as all heights: CSS pixels. */
export interface PageRoom {
  /** For the text and the notes under it. */
  readonly height: number;
  /** Between the text and the first note. */
  readonly gap: number;
}

/** A note, or the rest of one, that waits for its place: from which height on. */
interface Waiting {
  readonly note: number;
  readonly from: number;
}

/** What a break is as bad as, in hundredths of a page that stay empty. */
const penaltyCosts = [0, 35, 60, 200] as const;
const splitCost = 20;

/** Of a page that notes from before would fill alone, so much is for the text. */
const textShare = 0.3;

/**
 * Divides a text into pages with each note at the foot of the page that its mark stands on: the break that costs least, by how
 * bad it is there and by what stays empty before it. The last note of a page may go on at the foot of the next one. A note begins on the page of its mark unless the notes
 * before it leave no room on any division, such as a row of a table whose notes are longer than a page. Each unit is on one page,
 * in order; each note is whole, in order, its pieces one after the other. A unit that is higher than a page takes as many as it needs. Cost: linear in the
 * units and their notes.
 */
export function fillPages(
  units: readonly PageUnit[],
  notes: readonly FootNote[],
  room: PageRoom,
): FilledPage[] {
  const pages: FilledPage[] = [];
  let waiting: Waiting[] = [];
  let first = 0;
  let page = 0;
  while (first < units.length || waiting.length > 0) {
    const last = first < units.length ? lastOfPage(units, notes, room, first, waiting) : first - 1;
    const text = last < first ? 0 : textHeight(units, first, last);
    const begun = units.slice(first, last + 1).flatMap((unit) => unit.notes);
    // Cells side by side are marked one after the other, and parted across.
    begun.sort((one, other) => one - other);
    waiting.push(...begun.map((note) => ({ note, from: 0 })));
    const over = Math.max(0, Math.ceil(text / room.height) - 1);
    const space = room.height - (text - over * room.height) - room.gap;
    const placed = placeNotes(waiting, notes, space, last < first);
    waiting = placed.waiting;
    page += over;
    pages.push({ page, first, last, pieces: placed.pieces });
    page += 1;
    first = last + 1;
  }
  return pages;
}

/** The index of the unit after which the page that begins with `first` ends best. */
function lastOfPage(
  units: readonly PageUnit[],
  notes: readonly FootNote[],
  room: PageRoom,
  first: number,
  carried: readonly Waiting[],
): number {
  let end = carried.at(-1);
  let full = carried.reduce((sum, piece) => sum + rest(notes, piece), 0);
  let isCarried = true;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let last = first; last < units.length; last += 1) {
    for (const note of units[last]?.notes ?? []) {
      const piece = { note, from: 0 };
      full += rest(notes, piece);
      if (isCarried || end === undefined || end.note < note) end = piece;
      isCarried = false;
    }
    const text = textHeight(units, first, last);
    const saved = end === undefined ? 0 : rest(notes, end) - smallest(notes, end);
    const gap = end === undefined ? 0 : room.gap;
    if (text + gap + full - saved > room.height) break;
    const used = Math.min(text + gap + full, room.height);
    const split = text + gap + full > room.height ? splitCost : 0;
    const cost = penalty(units, last + 1) + split + (1 - used / room.height) * 100;
    // Of two that are as good the later one: fewer pages.
    if (last + 1 === units.length && split === 0) return last;
    if (cost <= least) {
      least = cost;
      best = last;
    }
  }
  return best === -1 ? lastWhereNothingFits(units, room, first, carried.length > 0) : best;
}

/** Some text without marks beside notes that fill more than a page; at least one unit. */
function lastWhereNothingFits(
  units: readonly PageUnit[],
  room: PageRoom,
  first: number,
  isCarried: boolean,
): number {
  let last = first;
  while (
    isCarried &&
    last + 1 < units.length &&
    units[last + 1]?.notes.length === 0 &&
    textHeight(units, first, last + 1) <= room.height * textShare
  ) {
    last += 1;
  }
  return last;
}

function placeNotes(
  waiting: readonly Waiting[],
  notes: readonly FootNote[],
  space: number,
  isAlone: boolean,
): { readonly pieces: PagePiece[]; readonly waiting: Waiting[] } {
  const pieces: PagePiece[] = [];
  let left = space;
  for (const [index, { note, from }] of waiting.entries()) {
    const { height = 0, cuts = [] } = notes[note] ?? {};
    if (height - from <= left) {
      pieces.push({ note, from, to: height });
      left -= height - from;
      continue;
    }
    const limit = from + left;
    // A page that holds nothing else takes a piece, however high.
    const forced = isAlone && pieces.length === 0;
    const cut =
      cuts.findLast((at) => at > from && at <= limit) ??
      (forced ? (cuts.find((at) => at > from) ?? height) : undefined);
    if (cut === undefined) return { pieces, waiting: waiting.slice(index) };
    pieces.push({ note, from, to: cut });
    const behind = cut < height ? [{ note, from: cut }] : [];
    return { pieces, waiting: [...behind, ...waiting.slice(index + 1)] };
  }
  return { pieces, waiting: [] };
}

function textHeight(units: readonly PageUnit[], first: number, last: number): number {
  const [begin, end] = [units[first], units[last]];
  if (begin === undefined || end === undefined) return 0;
  return Math.max(0, end.end - begin.start) + begin.repeated;
}

function penalty(units: readonly PageUnit[], unit: number): number {
  const next = units[unit];
  return next === undefined ? 0 : penaltyCosts[next.penalty];
}

function rest(notes: readonly FootNote[], { note, from }: Waiting): number {
  return (notes[note]?.height ?? 0) - from;
}

/** What of a note has to stand on a page at least. */
function smallest(notes: readonly FootNote[], { note, from }: Waiting): number {
  const { height = 0, cuts = [] } = notes[note] ?? {};
  return (cuts.find((at) => at > from) ?? height) - from;
}
