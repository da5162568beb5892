import { Fragment, type Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';

/** A heading of a brief, as the outline lists it. Only headings between the blocks of the text begin sections. */
export interface OutlineHeading {
  /** The same as long as its words are: what is folded up or meant stays so when sections move. */
  readonly key: string;
  readonly words: string;
  readonly level: number;
}

/** A heading with where it stands: its index among the blocks, and its position. */
interface PlacedHeading extends OutlineHeading {
  readonly index: number;
  readonly position: number;
}

/** The headings of a document in their order. Cost: the top-level blocks, and the words of the headings. */
export function outlineOf(doc: Node): readonly PlacedHeading[] {
  const headings: PlacedHeading[] = [];
  const times = new Map<string, number>();
  doc.forEach((node, position, index) => {
    if (node.type.name !== 'heading') return;
    const words = wordsOf(node);
    const count = (times.get(words) ?? 0) + 1;
    times.set(words, count);
    const key = `${words}\n${count}`;
    headings.push({ key, words, level: Number(node.attrs.level), index, position });
  });
  return headings;
}

/** Whether two outlines list the same headings, wherever they stand. */
export function sameOutline(
  one: readonly OutlineHeading[],
  other: readonly OutlineHeading[],
): boolean {
  return (
    one.length === other.length &&
    one.every(({ key, level }, at) => {
      const heading = other[at];
      return heading?.key === key && heading.level === level;
    })
  );
}

/** The heading under which a position stands, as its place in the outline; -1: above the first. */
export function headingAt(headings: readonly PlacedHeading[], position: number): number {
  return headings.findLastIndex((heading) => heading.position <= position);
}

/** The place in the outline behind a section: behind its heading and all below it. */
export function sectionEnd(headings: readonly OutlineHeading[], at: number): number {
  const level = headings[at]?.level ?? 0;
  const next = headings.findIndex((heading, index) => index > at && heading.level <= level);
  return next < 0 ? headings.length : next;
}

/**
 * Before which heading a section goes that is moved one step up (-1) or down (1), as many as there are headings: to the end.
 * It goes past the section of its level beside it. Where there is none below the same heading it goes to the end of what
 * stands above that heading, or behind the first words of what stands below. `null`: it is the first or the last of all.
 */
export function stepPlace(
  headings: readonly OutlineHeading[],
  at: number,
  direction: 1 | -1,
): number | null {
  const level = headings[at]?.level;
  if (level === undefined) return null;
  if (direction === 1) {
    const place = sectionEnd(headings, at);
    const next = headings[place];
    if (next === undefined) return null;
    return next.level === level ? sectionEnd(headings, place) : place + 1;
  }
  const before = headings.findLastIndex((one, index) => index < at && one.level <= level);
  // Deeper ones may stand above it without one of its own level, where a level was left out.
  if ((headings[before]?.level ?? 0) < level && before < at - 1) return before + 1;
  return before > 0 || headings[before]?.level === level ? before : null;
}

/** The heading that a section stands below, as its place in the outline; `null`: below none. */
export function sectionAbove(headings: readonly OutlineHeading[], at: number): number | null {
  const level = headings[at]?.level ?? 0;
  const above = headings.findLastIndex((one, index) => index < at && one.level < level);
  return above < 0 ? null : above;
}

/**
 * Moves a section with all below it before a heading of the outline; `before` as many as there are headings: to the end.
 * `null` if it stands there or would go into itself. What is selected in it goes along.
 */
export function moveSection(state: EditorState, at: number, before: number): Transaction | null {
  const { doc } = state;
  const headings = outlineOf(doc);
  const end = sectionEnd(headings, at);
  const heading = headings[at];
  if (heading === undefined || (before >= at && before <= end)) return null;
  const positionOf = (place: number): number => headings[place]?.position ?? doc.content.size;
  const [from, to, target] = [heading.position, positionOf(end), positionOf(before)];
  const blocks: Node[] = [];
  doc.nodesBetween(from, to, (node, _position, parent) => {
    if (parent === doc) blocks.push(node);
    return false;
  });
  const { tr } = state;
  tr.delete(from, to);
  const place = tr.mapping.map(target);
  tr.insert(place, Fragment.fromArray(blocks));
  const { anchor, head } = state.selection;
  if (anchor >= from && anchor < to && head >= from && head < to) {
    const shift = place - from;
    tr.setSelection(
      TextSelection.between(tr.doc.resolve(anchor + shift), tr.doc.resolve(head + shift)),
    );
  }
  return tr;
}

/** Headings have three levels. */
const deepest = 3;

/** Sets a section with all below it one level deeper (1) or less deep (-1). `null` if a level would be left. */
export function shiftSection(state: EditorState, at: number, by: 1 | -1): Transaction | null {
  const headings = outlineOf(state.doc);
  const heading = headings[at];
  if (heading === undefined) return null;
  const section = headings.slice(at, sectionEnd(headings, at));
  const isPossible = section.every(({ level }) => level + by >= 1 && level + by <= deepest);
  if (!isPossible) return null;
  const { tr } = state;
  for (const { position, level } of section) tr.setNodeAttribute(position, 'level', level + by);
  return tr;
}

const words = new WeakMap<Node, string>();

function wordsOf(heading: Node): string {
  const known = words.get(heading);
  if (known !== undefined) return known;
  const line = heading.textBetween(0, heading.content.size, ' ', ' ').replace(/\s+/g, ' ').trim();
  words.set(heading, line);
  return line;
}
