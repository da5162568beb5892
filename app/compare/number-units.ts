import { hashOf } from './unit-hash.ts';

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** What stands for a word right behind digits. */
const suffixes: Readonly<Record<string, string>> = {
  bn: 'billion',
  mn: 'million',
  mln: 'million',
  m: 'million',
  tn: 'trillion',
  trn: 'trillion',
  k: 'thousand',
};

const found = new Map<string, readonly number[]>();
/** Numbers that are remembered; texts have some hundreds of different ones that are written often. */
const mostFound = 10_000;
const longestFound = 12;

/**
 * The units of a number in digits: the hashes of its English words where those are three at most and no year is meant, so
 * that "200 billion" is "two hundred billion" whatever the language around it; otherwise one unit.
 */
export function numberWords(digits: string, isGrouped: boolean): readonly number[] {
  const key = isGrouped ? `${digits},` : digits;
  let hashes = found.get(key);
  if (hashes === undefined) {
    hashes = workOut(digits, isGrouped).map(hashOf);
    if (found.size < mostFound && digits.length <= longestFound) found.set(key, hashes);
  }
  return hashes;
}

/** The unit of "bn" in "190bn"; `null`: the letters are no such word. */
export function suffixWord(letters: string): number | null {
  const word = suffixes[letters.toLowerCase()];
  return word === undefined ? null : hashOf(word);
}

function workOut(digits: string, isGrouped: boolean): readonly string[] {
  if (digits.length > 6 || (digits.length > 1 && digits.startsWith('0'))) return [digits];
  const value = Number(digits);
  // 1984 and 2024 are read as years; 5,000 is not.
  if (!isGrouped && value >= 1000 && value < 3000) return [digits];
  const words = wordsOf(value);
  return words.length > 3 ? [digits] : words;
}

function wordsOf(value: number): readonly string[] {
  if (value >= 1000) {
    const rest = value % 1000;
    return [...wordsOf(Math.floor(value / 1000)), 'thousand', ...(rest === 0 ? [] : wordsOf(rest))];
  }
  if (value >= 100) {
    const rest = value % 100;
    return [small[Math.floor(value / 100)] ?? '', 'hundred', ...(rest === 0 ? [] : wordsOf(rest))];
  }
  if (value < 20) return [small[value] ?? ''];
  const ones = value % 10;
  const ten = tens[Math.floor(value / 10)] ?? '';
  return ones === 0 ? [ten] : [ten, small[ones] ?? ''];
}
