import { Random } from '../corpus/random.ts';
import { Vocabulary } from '../corpus/vocabulary.ts';

/** How a text is edited. Shares are 0 to 1. */
export interface EditPlan {
  /** Of all words: six in ten of them are replaced, two cut, and beside two one is inserted. */
  readonly words: number;
  /** Of all paragraphs: moved to another place. */
  readonly moved: number;
  /** Of all paragraphs: split in two, or merged with the next one. */
  readonly broken: number;
  /** Of all paragraphs: cut, and as many are inserted. */
  readonly replaced: number;
  readonly seed: number;
}

/** A range of the old text, and what is known of it in the new one. */
export interface KnownPassage {
  readonly start: number;
  readonly end: number;
  /** Where its words are now, with those that took the place of some; `null`: they were cut. */
  readonly truth: { readonly start: number; readonly end: number } | null;
  /** Share of its words that are still there. */
  readonly kept: number;
}

/** Two states of a text with passages whose fate is known. */
export interface EditedText {
  readonly before: string;
  readonly after: string;
  readonly passages: readonly KnownPassage[];
}

/** A word as it stands in a text; `source`: the number of the old word that it is or took the place of. */
interface Word {
  readonly text: string;
  readonly source: number | null;
  readonly isKept: boolean;
}

type Paragraph = readonly Word[];

/** Makes a text of about so many code units, edits it, and takes passages of 1 to 40 words from it. */
export function editedText(length: number, passages: number, plan: EditPlan): EditedText {
  const random = new Random(plan.seed);
  const vocabulary = new Vocabulary(30_000, 11);
  const old = makeText(random, vocabulary, length);
  const young = edit(random, vocabulary, old, plan);
  const before = written(old);
  const after = written(young);
  const places = placesBySource(after, old);
  const words = before.words.length;
  const known = Array.from({ length: passages }, (_, index): KnownPassage => {
    const count = Math.min(words, lengthOfPassage(random));
    const first = Math.min(words - count, Math.floor((index * words) / passages));
    return passageOf(before, places, first, first + count);
  });
  return { before: before.text, after: after.text, passages: known };
}

/** Words of a passage that are further apart in the new text are not one place any more. */
const furthestApart = 8;

/** Half of them a phrase or a sentence, some a word or two, some long. */
function lengthOfPassage(random: Random): number {
  const kind = random.next();
  if (kind < 0.1) return 1 + random.below(2);
  if (kind < 0.6) return 3 + random.below(12);
  return 12 + random.below(29);
}

function makeText(random: Random, vocabulary: Vocabulary, length: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let written = 0;
  let source = 0;
  while (written < length) {
    const words = makeWords(random, vocabulary, 40 + random.below(80));
    paragraphs.push(words.map((text) => ({ text, source: source++, isKept: true })));
    written += words.join(' ').length + 1;
  }
  return paragraphs;
}

function makeWords(random: Random, vocabulary: Vocabulary, count: number): string[] {
  let sentence = 0;
  return Array.from({ length: count }, (_, index) => {
    const drawn = vocabulary.draw(random);
    const word = sentence === 0 ? drawn.charAt(0).toUpperCase() + drawn.slice(1) : drawn;
    sentence += 1;
    if (index === count - 1 || (sentence > 6 && random.next() < 0.08)) {
      sentence = 0;
      return `${word}.`;
    }
    return random.next() < 0.06 ? `${word},` : word;
  });
}

function edit(
  random: Random,
  vocabulary: Vocabulary,
  old: readonly Paragraph[],
  plan: EditPlan,
): Paragraph[] {
  const changed = old.map((words) =>
    words.flatMap((word) => editWord(random, vocabulary, word, plan)),
  );
  const replaced = changed.flatMap((words): Paragraph[] => {
    if (random.next() >= plan.replaced) return [words];
    return [makeWords(random, vocabulary, words.length + 1).map(inserted)];
  });
  const moved = move(random, replaced, plan.moved);
  const broken: Paragraph[] = [];
  for (const words of moved) {
    const chance = random.next();
    const last = broken.at(-1);
    if (chance < plan.broken / 2 && words.length > 4) {
      const at = 2 + random.below(words.length - 3);
      broken.push(words.slice(0, at), words.slice(at));
    } else if (chance < plan.broken && last !== undefined) {
      broken[broken.length - 1] = [...last, ...words];
    } else broken.push(words);
  }
  return broken.filter((words) => words.length > 0);
}

function editWord(random: Random, vocabulary: Vocabulary, word: Word, plan: EditPlan): Word[] {
  if (random.next() >= plan.words) return [word];
  const kind = random.next();
  const fresh = vocabulary.draw(random);
  if (kind < 0.2) return [];
  if (kind < 0.4) return [word, inserted(fresh)];
  const mark = /[.,]$/.exec(word.text)?.[0] ?? '';
  // A word may be replaced by itself, where it is a frequent one.
  const text = `${fresh}${mark}`;
  return [{ text, source: word.source, isKept: text === word.text }];
}

function inserted(text: string): Word {
  return { text, source: null, isKept: false };
}

function move(random: Random, paragraphs: readonly Paragraph[], share: number): Paragraph[] {
  const staying: Paragraph[] = [];
  const moving: Paragraph[] = [];
  for (const words of paragraphs) (random.next() < share ? moving : staying).push(words);
  for (const words of moving) staying.splice(random.below(staying.length + 1), 0, words);
  return staying;
}

interface Written {
  readonly text: string;
  readonly words: readonly (Word & { readonly start: number; readonly end: number })[];
}

function written(paragraphs: readonly Paragraph[]): Written {
  const words: (Word & { start: number; end: number })[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n';
    for (const [index, word] of paragraph.entries()) {
      if (index > 0) text += ' ';
      words.push({ ...word, start: text.length, end: text.length + word.text.length });
      text += word.text;
    }
  }
  return { text, words };
}

/** For each old word the number of the new one that it is now, or -1. */
function placesBySource(
  { words }: Written,
  old: readonly Paragraph[],
): Written & { readonly bySource: Int32Array } {
  const bySource = new Int32Array(old.flat().length).fill(-1);
  for (const [index, { source }] of words.entries()) if (source !== null) bySource[source] = index;
  return { text: '', words, bySource };
}

function passageOf(
  before: Written,
  after: Written & { readonly bySource: Int32Array },
  from: number,
  to: number,
): KnownPassage {
  const start = before.words[from]?.start ?? 0;
  const end = before.words[to - 1]?.end ?? 0;
  let part: number[] = [];
  let largest: readonly number[] = [];
  for (let source = from; source < to; source += 1) {
    const number = after.bySource[source] ?? -1;
    if (number < 0) continue;
    const step = number - (part.at(-1) ?? number);
    // A passage over several paragraphs may be torn apart; then its largest part counts.
    if (step < 0 || step > furthestApart) part = [];
    part.push(number);
    if (part.length > largest.length) largest = part;
  }
  const kept = largest.filter((number) => after.words[number]?.isKept === true).length;
  const share = kept / (to - from);
  const first = after.words[largest[0] ?? -1];
  const last = after.words[largest.at(-1) ?? -1];
  const truth =
    first === undefined || last === undefined ? null : { start: first.start, end: last.end };
  return { start, end, truth, kept: share };
}
