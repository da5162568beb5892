import { alignLists, type SharedRun } from './align-lists.ts';
import { type ComparedWord, comparedWords } from './compared-words.ts';
import { type MovedRun, movedWords } from './moved-words.ts';

/**
 * A stretch of two passages that are read against each other. `left` and `right` are what stands there, empty where
 * nothing does:
 * - `same`: the same words and signs; only the white space between them may be other
 * - `slight`: the same words in other letters (case, accents, digits in groups), or other signs between them
 * - `cut`, `inserted`, `replaced`: words that the other passage does not have in this place
 * - `moved`: words that the other passage has in another place; of one `move` there are two pieces, one for each side
 */
export interface ChangePiece {
  readonly kind: 'same' | 'slight' | 'cut' | 'inserted' | 'replaced' | 'moved';
  readonly left: string;
  readonly right: string;
  /** Of what was moved: counted from 1 in the order of the left passage. */
  readonly move?: number;
}

/**
 * How two passages differ, word by word. Rules W1 to W5. The left sides of the pieces joined are `left`, the right sides
 * `right`. Cost as `alignLists` and `movedWords`: a millisecond for two sentences.
 */
export function passageChanges(left: string, right: string): readonly ChangePiece[] {
  const ours = comparedWords(left);
  const theirs = comparedWords(right);
  const numbers = new Map<string, number>();
  const runs = alignLists(numbered(ours, numbers), numbered(theirs, numbers));
  const moved = movedWords(
    leftOver(
      ours,
      runs.map((run) => ({ at: run.left, count: run.count })),
    ),
    leftOver(
      theirs,
      runs.map((run) => ({ at: run.right, count: run.count })),
    ),
  );
  const writer = new PieceWriter(
    sideOf(left, ours, moved, 'left'),
    sideOf(right, theirs, moved, 'right'),
  );
  for (const run of runs) writer.shared(run);
  return writer.end();
}

/** One passage with its words, and the move that each word belongs to (0: none). */
interface Side {
  readonly text: string;
  readonly words: readonly ComparedWord[];
  readonly moves: readonly number[];
}

function sideOf(
  text: string,
  words: readonly ComparedWord[],
  moved: readonly MovedRun[],
  side: 'left' | 'right',
): Side {
  const moves = new Array<number>(words.length).fill(0);
  for (const [index, run] of moved.entries()) {
    moves.fill(index + 1, run[side], run[side] + run.count);
  }
  return { text, words, moves };
}

/** Writes the pieces from the beginning of both passages to their ends. */
class PieceWriter {
  readonly #left: Side;
  readonly #right: Side;
  readonly #pieces: ChangePiece[] = [];
  /** The next word of each side. */
  #leftAt = 0;
  #rightAt = 0;

  constructor(left: Side, right: Side) {
    this.#left = left;
    this.#right = right;
  }

  /** Words that stand in both; what comes before them is written first. */
  shared(run: SharedRun): void {
    this.#changed(run.left, run.right);
    for (let step = 0; step < run.count; step += 1) {
      if (step > 0) this.#gap(run.left + step, run.right + step);
      const left = this.#left.words[run.left + step];
      const right = this.#right.words[run.right + step];
      if (left === undefined || right === undefined) continue;
      this.#even(
        this.#left.text.slice(left.start, left.end),
        this.#right.text.slice(right.start, right.end),
      );
    }
    this.#leftAt = run.left + run.count;
    this.#rightAt = run.right + run.count;
  }

  end(): readonly ChangePiece[] {
    this.#changed(this.#left.words.length, this.#right.words.length);
    return this.#pieces;
  }

  /** The words up to these, which do not stand in both in this place, with the signs before and after them. */
  #changed(leftTo: number, rightTo: number): void {
    const hasLeft = this.#leftAt < leftTo;
    const hasRight = this.#rightAt < rightTo;
    if (hasLeft && hasRight) {
      this.#gap(this.#leftAt, this.#rightAt);
      this.#segments(
        segmentsOf(this.#left, this.#leftAt, leftTo, endOf(this.#left, leftTo - 1)),
        segmentsOf(this.#right, this.#rightAt, rightTo, endOf(this.#right, rightTo - 1)),
      );
      this.#gap(leftTo, rightTo);
    } else if (hasLeft || hasRight) this.#oneSided(hasLeft ? 'left' : 'right', leftTo, rightTo);
    else this.#gap(leftTo, rightTo);
  }

  /** Words on one side only: the signs that both have stand before them, or else after them. */
  #oneSided(side: 'left' | 'right', leftTo: number, rightTo: number): void {
    const [own, from, to] =
      side === 'left'
        ? ([this.#left, this.#leftAt, leftTo] as const)
        : ([this.#right, this.#rightAt, rightTo] as const);
    const other = side === 'left' ? gapBefore(this.#right, rightTo) : gapBefore(this.#left, leftTo);
    const before = gapBefore(own, from);
    const after = gapBefore(own, to);
    const even = (gap: string): void =>
      side === 'left' ? this.#even(gap, other) : this.#even(other, gap);
    const isAfter = before !== other && after === other;
    const start = isAfter ? (own.words[from]?.start ?? 0) - before.length : undefined;
    const end = isAfter ? endOf(own, to - 1) : endOf(own, to - 1) + after.length;
    const segments = segmentsOf(own, from, to, end, start);
    if (!isAfter) even(before);
    if (side === 'left') this.#segments(segments, []);
    else this.#segments([], segments);
    if (isAfter) even(after);
  }

  /** The signs before these two words, or at the ends. */
  #gap(leftTo: number, rightTo: number): void {
    this.#even(gapBefore(this.#left, leftTo), gapBefore(this.#right, rightTo));
  }

  /** Writes changed words: what was moved by itself, what stands in one place as replaced. */
  #segments(lefts: readonly Segment[], rights: readonly Segment[]): void {
    let leftAt = 0;
    let rightAt = 0;
    while (leftAt < lefts.length || rightAt < rights.length) {
      const left = lefts[leftAt];
      const right = rights[rightAt];
      if (left !== undefined && left.move > 0) {
        this.#pieces.push({ kind: 'moved', left: left.text, right: '', move: left.move });
        leftAt += 1;
      } else if (right !== undefined && right.move > 0) {
        this.#pieces.push({ kind: 'moved', left: '', right: right.text, move: right.move });
        rightAt += 1;
      } else {
        const kind = left === undefined ? 'inserted' : right === undefined ? 'cut' : 'replaced';
        this.#pieces.push({ kind, left: left?.text ?? '', right: right?.text ?? '' });
        leftAt += 1;
        rightAt += 1;
      }
    }
  }

  /** What says the same on both sides: joined with the piece before if that is of the kind. */
  #even(left: string, right: string): void {
    if (left === '' && right === '') return;
    const kind = spaced(left) === spaced(right) ? 'same' : 'slight';
    const last = this.#pieces.at(-1);
    if (last?.kind !== kind) this.#pieces.push({ kind, left, right });
    else {
      this.#pieces[this.#pieces.length - 1] = {
        kind,
        left: last.left + left,
        right: last.right + right,
      };
    }
  }
}

/** Words in a row that were moved together, or not at all, with the signs up to the next. */
interface Segment {
  readonly text: string;
  /** 0: not moved. */
  readonly move: number;
}

function segmentsOf(side: Side, from: number, to: number, end: number, start?: number): Segment[] {
  const segments: Segment[] = [];
  for (let at = from; at < to; ) {
    const move = side.moves[at] ?? 0;
    let next = at + 1;
    while (next < to && side.moves[next] === move) next += 1;
    const first = at === from && start !== undefined ? start : (side.words[at]?.start ?? 0);
    const last = next < to ? (side.words[next]?.start ?? end) : end;
    segments.push({ text: side.text.slice(first, last), move });
    at = next;
  }
  return segments;
}

function endOf(side: Side, word: number): number {
  return side.words[word]?.end ?? 0;
}

/** What stands before a word; of the word after the last one: what stands at the end. */
function gapBefore(side: Side, word: number): string {
  const start = word === 0 ? 0 : endOf(side, word - 1);
  return side.text.slice(start, side.words[word]?.start ?? side.text.length);
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function numbered(words: readonly ComparedWord[], numbers: Map<string, number>): number[] {
  return words.map(({ key }) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}

/** The keys of words, `null` for those in the runs. */
function leftOver(
  words: readonly ComparedWord[],
  runs: readonly { readonly at: number; readonly count: number }[],
): (string | null)[] {
  const keys: (string | null)[] = words.map(({ key }) => key);
  for (const { at, count } of runs) keys.fill(null, at, at + count);
  return keys;
}
