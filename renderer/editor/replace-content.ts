import { Fragment, type Node } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { keptBlocks } from '../../app/brief/kept-blocks.ts';
import { documentJson } from './document-json.ts';
import { inStretch, stretchOf } from './stretches.ts';

/**
 * A transaction that makes the document `next` by replacing no more than the stretches in which the two differ, so that
 * the caret and the citations outside of them stay as they are; `null` if they do not differ. Cost: the blocks, and what
 * differs.
 */
export function replaceContent(state: EditorState, wanted: Node): Transaction | null {
  const { doc, tr } = state;
  if (doc.content.findDiffStart(wanted.content) === null) return null;
  const kept = keptBlocks(doc.children.map(documentJson), wanted.children.map(documentJson));
  const gaps = gapsBetween(doc, wanted, kept);
  const next = inStretchesOf(doc, wanted, kept, gaps);
  // From the last to the first: what stands before keeps its positions.
  for (const gap of [...gaps].reverse()) replaceGap(tr, doc, next, gap);
  if (!tr.docChanged) return null;
  return tr.doc.eq(next) ? tr : replaceAll(state, next);
}

/** The document `wanted` with its blocks in the stretches that the editor has them or their neighbours in (`stretches.ts`). */
function inStretchesOf(
  doc: Node,
  wanted: Node,
  kept: readonly (number | null)[],
  gaps: readonly Gap[],
): Node {
  if (![doc, wanted].some(({ firstChild }) => stretchOf(firstChild) !== null)) return wanted;
  const places = [...kept];
  for (const { index, count, nextIndex, nextCount } of gaps) {
    for (let at = 0; at < nextCount; at += 1) {
      // The first where the first stood, the last where the last did: words that they have in common stay, and the caret.
      const place = at === 0 ? 0 : Math.max(0, count - nextCount + at);
      places[nextIndex + at] = count > 0 ? index + place : Math.max(0, index - 1);
    }
  }
  const blocks = wanted.children.map((block, at) =>
    inStretch(block, stretchOf(doc.maybeChild(places[at] ?? 0))),
  );
  return wanted.copy(Fragment.from(blocks));
}

/** Blocks that another document has others in the place of: positions and indexes in the old and in the new one. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly index: number;
  readonly count: number;
  readonly nextFrom: number;
  readonly nextTo: number;
  readonly nextIndex: number;
  readonly nextCount: number;
}

function gapsBetween(doc: Node, next: Node, kept: readonly (number | null)[]): Gap[] {
  const gaps: Gap[] = [];
  let [index, from, nextIndex, nextFrom] = [0, 0, 0, 0];
  const close = (place: number, at: number): void => {
    let [to, nextTo] = [from, nextFrom];
    for (let one = index; one < place; one += 1) to += doc.child(one).nodeSize;
    for (let one = nextIndex; one < at; one += 1) nextTo += next.child(one).nodeSize;
    const [count, nextCount] = [place - index, at - nextIndex];
    if (count > 0 || nextCount > 0) {
      gaps.push({ from, to, index, count, nextFrom, nextTo, nextIndex, nextCount });
    }
    [index, from, nextIndex, nextFrom] = [place, to, at, nextTo];
  };
  for (const [at, place] of kept.entries()) {
    if (place === null) continue;
    close(place, at);
    from += doc.child(index).nodeSize;
    nextFrom += next.child(nextIndex).nodeSize;
    index += 1;
    nextIndex += 1;
  }
  close(doc.childCount, next.childCount);
  return gaps;
}

function replaceGap(tr: Transaction, doc: Node, next: Node, gap: Gap): void {
  const { from, index, count, nextFrom, nextIndex, nextCount } = gap;
  if (count !== nextCount) {
    const blocks = doc.children.slice(index, index + count);
    const others = next.children.slice(nextIndex, nextIndex + nextCount);
    replaceStretch(tr, next, from, Fragment.from(blocks), nextFrom, Fragment.from(others));
    return;
  }
  // As many as before: each stands for its own. The caret may be in one of them.
  let [end, nextEnd] = [gap.to, gap.nextTo];
  for (let at = count - 1; at >= 0; at -= 1) {
    const [block, other] = [doc.child(index + at), next.child(nextIndex + at)];
    end -= block.nodeSize;
    nextEnd -= other.nodeSize;
    replaceStretch(tr, next, end, Fragment.from(block), nextEnd, Fragment.from(other));
  }
}

/** Replaces what differs between some blocks, which stand at `from`, and others of the new document. */
function replaceStretch(
  tr: Transaction,
  next: Node,
  from: number,
  blocks: Fragment,
  nextFrom: number,
  others: Fragment,
): void {
  const start = blocks.findDiffStart(others);
  const ends = blocks.findDiffEnd(others);
  if (start === null || ends === null) return;
  // Repeated text lets the two searches overlap: "aa" to "aaa" differs from 2 on, but also up to 0.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  const slice = next.slice(nextFrom + start, nextFrom + ends.b + overlap);
  tr.replace(from + start, from + ends.a + overlap, slice);
}

/** For differences that no stretches express. The caret goes to the same number, which is the best guess. */
function replaceAll(state: EditorState, next: Node): Transaction {
  const { tr } = state;
  tr.replaceWith(0, state.doc.content.size, next.content);
  const clamp = (position: number) => tr.doc.resolve(Math.min(position, tr.doc.content.size));
  const { anchor, head } = state.selection;
  return tr.setSelection(TextSelection.between(clamp(anchor), clamp(head)));
}
