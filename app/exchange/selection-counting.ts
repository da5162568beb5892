import { CodePointOffsets } from './code-point-offsets.ts';

/** A selection as a file has it: what its numbers count is not known yet. */
export interface CountedSelection {
  readonly start: number;
  readonly end: number;
  /** What the program wrote beside it that may be the selected words, or their beginning. */
  readonly hints: readonly string[];
}

/** The text that selections count in, and in which unit. */
export interface SelectionCounting {
  readonly text: string;
  readonly unit: 'code-point' | 'utf-16';
}

/** A sample is enough: one program counts in one way. */
const mostLookedAt = 400;
const shortestHint = 3;
const letter = /[\p{Letter}\p{Number}]/u;

/**
 * Finds out what the positions of selections count. REFI-QDA says only "position", programs differ: Python's count code
 * points (QualCoder), those on Windows' and Java's strings count UTF-16 code units; some count a line end of two
 * characters as one, some the byte order mark. Where that makes no difference, as in most texts, nothing is tried.
 * Otherwise the way is taken in which most selections hold the words that the program wrote beside them, lie in the text and
 * begin and end between words. Code points, line ends as they stand, without the mark, unless another way is better: a selection that begins or ends within a
 * word where another way has whole words was rarely meant so.
 *
 * @param isEmbedded whether the text stood in XML, which makes one line feed of each line end
 */
export function selectionCounting(
  text: string,
  selections: readonly CountedSelection[],
  isEmbedded: boolean,
): SelectionCounting {
  const [first = { text, unit: 'code-point' }, ...others] = countings(text, isEmbedded);
  if (others.length === 0) return first;
  const step = Math.max(1, Math.floor(selections.length / mostLookedAt));
  const sample = selections.filter((_, index) => index % step === 0);
  let best = first;
  let most = scoreOf(first, sample);
  for (const counting of others) {
    const score = scoreOf(counting, sample);
    if (score > most) [best, most] = [counting, score];
  }
  return best;
}

function countings(text: string, isEmbedded: boolean): readonly SelectionCounting[] {
  const bare = text.replace(/^\ufeff/, '');
  const texts = new Set([bare, bare.replaceAll('\r\n', '\n')]);
  if (isEmbedded) texts.add(bare.replaceAll('\n', '\r\n'));
  if (bare !== text) for (const one of [...texts]) texts.add(`\ufeff${one}`);
  const all: SelectionCounting[] = [];
  for (const one of texts) all.push({ text: one, unit: 'code-point' });
  if (!new CodePointOffsets(bare).isPlain) {
    for (const one of texts) all.push({ text: one, unit: 'utf-16' });
  }
  return all;
}

function scoreOf(
  { text, unit }: SelectionCounting,
  selections: readonly CountedSelection[],
): number {
  const offsets = unit === 'code-point' ? new CodePointOffsets(text) : null;
  let score = 0;
  for (const { start, end, hints } of selections) {
    const from = offsets?.toUnits(start) ?? start;
    const to = offsets?.toUnits(end) ?? end;
    if (from < 0 || to > text.length || from > to) {
      score -= 5;
      continue;
    }
    const words = folded(text.slice(from, to));
    if (hints.some((hint) => isOf(words, folded(hint)))) score += 5;
    if (isWithinWord(text, from)) score -= 1;
    if (isWithinWord(text, to)) score -= 1;
  }
  return score;
}

/** Whether something written beside a selection is its words, or how they begin. */
export function isSelected(words: string, hint: string): boolean {
  return isOf(folded(words), folded(hint));
}

function isOf(words: string, hint: string): boolean {
  return hint !== '' && (words === hint || (hint.length >= shortestHint && words.startsWith(hint)));
}

function folded(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?:…|\.\.\.)\s*$/u, '')
    .trim();
}

function isWithinWord(text: string, offset: number): boolean {
  return letter.test(text.charAt(offset - 1)) && letter.test(text.charAt(offset));
}
