import { findStatements } from '../../../app/statement/find-statements.ts';
import type { Statement } from '../../../app/statement/statement.ts';
import type { GoldPiece, GoldText } from './read-gold.ts';

/** What was found and what is right, counted. */
export interface Tally {
  /** Pieces marked, found, and found rightly. */
  gold: number;
  found: number;
  right: number;
  /** Pieces whose speaker is marked; those found with a speaker; those with the right one. */
  goldSpeakers: number;
  foundSpeakers: number;
  rightSpeakers: number;
  /** Speakers that are called sure, and those of them that are right. */
  sure: number;
  rightSure: number;
}

function emptyTally(): Tally {
  return {
    gold: 0,
    found: 0,
    right: 0,
    goldSpeakers: 0,
    foundSpeakers: 0,
    rightSpeakers: 0,
    sure: 0,
    rightSure: 0,
  };
}

export interface Scored {
  readonly quotations: Tally;
  readonly reported: Tally;
  readonly kinds: Map<string, Tally>;
  /** Pieces that are not speech, and how many of them were taken for it. */
  readonly notSpeech: { all: number; taken: number };
  readonly errors: string[];
}

export function emptyScored(): Scored {
  return {
    quotations: emptyTally(),
    reported: emptyTally(),
    kinds: new Map(),
    notSpeech: { all: 0, taken: 0 },
    errors: [],
  };
}

interface FoundPiece {
  readonly key: string;
  readonly statement: Statement;
}

/** Compares what is found in a text with what is marked, piece by piece, and adds it to `scored`. */
export function scoreText(gold: GoldText, scored: Scored): void {
  const { text } = gold.text;
  const statements = findStatements(gold.text, { language: gold.language });
  const direct = new Map<string, FoundPiece>();
  const reported = new Map<string, FoundPiece>();
  for (const statement of statements) {
    for (const { start, end } of statement.parts) {
      const key = keyOf(text, start, end);
      (statement.form === 'reported' ? reported : direct).set(key, { key, statement });
    }
  }
  compare(
    gold,
    gold.pieces.filter(({ sort }) => sort === 'quotation'),
    direct,
    scored.quotations,
    scored,
  );
  if (gold.reported) {
    compare(
      gold,
      gold.pieces.filter(({ sort }) => sort === 'reported'),
      reported,
      scored.reported,
      scored,
    );
  }
  for (const piece of gold.pieces) {
    if (piece.sort !== 'not-speech') continue;
    scored.notSpeech.all += 1;
    if (direct.has(keyOf(text, piece.start, piece.end))) scored.notSpeech.taken += 1;
  }
}

function compare(
  gold: GoldText,
  pieces: readonly GoldPiece[],
  found: ReadonlyMap<string, FoundPiece>,
  tally: Tally,
  scored: Scored,
): void {
  const { text } = gold.text;
  const marked = new Set<string>();
  tally.gold += pieces.length;
  tally.found += found.size;
  for (const piece of pieces) {
    const key = keyOf(text, piece.start, piece.end);
    marked.add(key);
    const hit = found.get(key);
    const speaker = hit?.statement.speaker ?? null;
    const wanted = piece.speakers.length > 0;
    const right = speaker !== null && piece.speakers.some((name) => isSame(speaker.name, name));
    const tallies = [
      tally,
      ...(piece.sort === 'reported' ? [] : piece.kinds.map((kind) => kindOf(scored, kind))),
    ];
    for (const [index, each] of tallies.entries()) {
      if (index > 0) each.gold += 1;
      if (wanted) each.goldSpeakers += 1;
      if (hit !== undefined) each.right += 1;
      if (index > 0 && hit !== undefined) each.found += 1;
      if (speaker !== null) each.foundSpeakers += 1;
      if (right) each.rightSpeakers += 1;
      if (speaker?.sure) each.sure += 1;
      if (speaker?.sure && right) each.rightSure += 1;
    }
    const words = text.slice(piece.start, piece.end).slice(0, 70);
    const label = piece.sort === 'reported' ? 'reported' : 'quotation';
    if (hit === undefined) scored.errors.push(`${gold.name}: ${label} missed: ${words}`);
    else if (wanted && !right)
      scored.errors.push(
        `${gold.name}: ${label} speaker ${speaker?.name ?? 'none'}${speaker?.sure ? '!' : '?'} for ${piece.speakers[0]}: ${words}`,
      );
    else if (!wanted && speaker !== null)
      scored.errors.push(`${gold.name}: ${label} speaker ${speaker.name} for nobody: ${words}`);
  }
  for (const [key, { statement }] of found) {
    if (marked.has(key)) continue;
    if (statement.speaker !== null) tally.foundSpeakers += 1;
    if (statement.speaker?.sure) tally.sure += 1;
    const [start = 0, end = 0] = key.split(' ').map(Number);
    scored.errors.push(
      `${gold.name}: ${statement.form} too much (${statement.speaker?.name ?? 'nobody'}): ${text.slice(start, end).slice(0, 90)}`,
    );
  }
}

function kindOf(scored: Scored, kind: string): Tally {
  const tally = scored.kinds.get(kind) ?? emptyTally();
  scored.kinds.set(kind, tally);
  return tally;
}

/** Ends without marks, spaces and the signs that stand on either side of marks. */
function keyOf(text: string, start: number, end: number): string {
  let [first, last] = [start, end];
  while (first < last && /[\s"'“”„«»‘’‹›「」『』]/u.test(text.charAt(first))) first += 1;
  while (last > first && /[\s"'“”„«»‘’‹›「」『』.,;:!?…，。]/u.test(text.charAt(last - 1)))
    last -= 1;
  return `${first} ${last}`;
}

const noName = new Set(
  'the a an mr mrs ms dr sir dame professor president its his her their of'.split(' '),
);

/**
 * Whether a name that was found is a name that is right: the words of one are words of the other, articles and forms of
 * address aside; of a person's name the last word must be there, of a longer phrase at most eight words may be added.
 */
function isSame(found: string, right: string): boolean {
  if (/\p{Script=Han}/u.test(right)) return found.includes(right);
  const [mine, theirs] = [wordsOf(found), wordsOf(right)];
  if (mine.length === 0 || theirs.length === 0) return found.toLowerCase() === right.toLowerCase();
  if (theirs.every((word) => mine.includes(word))) return mine.length <= theirs.length + 8;
  return mine.every((word) => theirs.includes(word)) && mine.includes(theirs.at(-1) ?? '');
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[’']s(?!\p{L})/gu, '')
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '' && !noName.has(word));
}
