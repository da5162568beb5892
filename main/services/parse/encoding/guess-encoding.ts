import { decodeAs } from './decode-as.ts';
import * as models from './letter-models.ts';

/** A coding that a text may have, with how well it explains the bytes. */
export interface EncodingGuess {
  readonly name: string;
  /** Natural logarithm of a likelihood; only differences count. */
  readonly likelihood: number;
  /** How far the next one lies behind that makes another text of the bytes. */
  readonly margin: number;
}

type Candidate = readonly [name: string, models: readonly models.LetterModel[], handicap: number];

// The handicap says how much rarer a coding is than the usual one of its languages.
const candidates: readonly Candidate[] = [
  ['windows-1252', models.western, 0],
  ['iso-8859-15', models.western, 2],
  ['macintosh', models.western, 2],
  ['windows-1250', models.centralEuropean, 1],
  ['iso-8859-2', models.centralEuropean, 2],
  ['windows-1254', models.turkish, 1],
  ['windows-1257', models.baltic, 2],
  ['windows-1251', models.cyrillic, 0],
  ['koi8-r', models.cyrillic, 1],
  ['koi8-u', models.cyrillic, 2],
  ['iso-8859-5', models.cyrillic, 2],
  ['ibm866', models.cyrillic, 2],
  ['x-mac-cyrillic', models.cyrillic, 2],
  ['windows-1253', models.greek, 1],
  ['iso-8859-7', models.greek, 2],
  ['windows-1255', models.hebrew, 1],
  ['iso-8859-8', models.hebrew, 2],
  ['windows-1256', models.arabic, 1],
  ['iso-8859-6', models.arabic, 2],
  ['windows-874', models.thai, 1],
  ['gb18030', models.simplifiedChinese, 0],
  ['big5', models.traditionalChinese, 0],
  ['shift_jis', models.japanese, 0],
  ['euc-jp', models.japanese, 0],
  ['euc-kr', models.korean, 0],
];

const sampleLength = 6_144;
const longestLine = 2_048;

// Natural logarithms of how likely a character is, where no model lists it.
const asciiCost = -3;
const unlistedLetter = -9.5;
const unlistedIdeograph = -9.2;
const usualPunctuation = -5;
const usualSign = -6.5;
const otherSign = -9.5;
const fault = -16;
const oddity = -3;
// Hardly any writer does it; letters of one coding look like it in another's all the time.
const twoScripts = -9;

/**
 * The codings that explain a text's bytes, best first: each candidate's text is weighed by how common its letters are in
 * the languages written in that coding, and by what no writer does: capitals inside a word, letters of two scripts in
 * one word, signs between letters. Looks at some 6 KB of lines that hold more than ASCII; a few milliseconds.
 */
export function guessEncodings(bytes: Uint8Array): readonly EncodingGuess[] {
  const sample = tellingLines(bytes);
  const weighed = candidates
    .map(([name, languages, handicap]) => {
      const { text } = decodeAs(sample, name);
      return { name, text, likelihood: likelihoodOf(text, languages) - handicap };
    })
    .sort((one, other) => other.likelihood - one.likelihood);
  return weighed.map(({ name, text, likelihood }, index) => {
    const next = weighed.slice(index + 1).find((other) => other.text !== text);
    return {
      name,
      likelihood,
      margin: likelihood - (next?.likelihood ?? Number.NEGATIVE_INFINITY),
    };
  });
}

/** The lines of a file that hold bytes beyond ASCII, as far as the sample reaches. No coding here has a line feed inside a character. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleLength);
  let filled = 0;
  let start = 0;
  while (start < bytes.length && filled < sampleLength) {
    const found = bytes.subarray(start, start + longestLine).indexOf(0x0a);
    const end = found === -1 ? Math.min(bytes.length, start + longestLine) : start + found + 1;
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      const part = line.subarray(0, sampleLength - filled);
      sample.set(part, filled);
      filled += part.length;
    }
    start = end;
  }
  return sample.subarray(0, filled);
}

const letter = /\p{L}/u;
const mark = /\p{M}/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const ideograph = /[\p{Script=Han}\p{Script=Hangul}]/u;
const punctuation = /[“”‘’„‚«»‹›–—…\u00a0、。，・「」『』《》！？：；（）]/u;
const apostrophe = /[’‘·]/;
const sign = /[€£°§©®™•·¿¡ªº²³½¼´№¥]/u;
const latinLetter = /\p{Script=Latin}/u;

/** The likelihood under the model that fits best, of those of a coding. */
function likelihoodOf(text: string, languages: readonly models.LetterModel[]): number {
  const counts = new Map<string, number>();
  let common = 0;
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    if (character < '\u0080') common += asciiCost;
    else {
      counts.set(character, (counts.get(character) ?? 0) + 1);
      common += oddityOf(characters, index);
    }
  }
  return common + Math.max(...languages.map((language) => lettersLikelihood(counts, language)));
}

/** What no writer does, as a cost. */
function oddityOf(characters: readonly string[], index: number): number {
  const character = characters[index] ?? '';
  const before = characters[index - 1] ?? '';
  const after = characters[index + 1] ?? '';
  const isMark = mark.test(character);
  if (letter.test(character) || isMark) {
    let cost = isMark && !letter.test(before) && !mark.test(before) ? oddity : 0;
    if (upper.test(character) && lower.test(before)) cost += oddity;
    if (upper.test(before) && lower.test(character) && upper.test(after)) cost += oddity;
    if (!latinLetter.test(character))
      cost += mixture(character, before) + mixture(character, after);
    return cost;
  }
  if (!letter.test(before) || !letter.test(after) || ideograph.test(before)) return 0;
  if (apostrophe.test(character)) return isElision(characters, index) ? 0 : oddity;
  return /[—、。・-]/.test(character) ? 0 : oddity;
}

/**
 * A sign of another script beside a Latin letter. Chinese, Japanese and Korean set Latin names without a space, but they
 * begin with a capital and are not the rest of a word.
 */
function mixture(character: string, neighbour: string): number {
  if (!latinLetter.test(neighbour)) return 0;
  const isSetSolid = ideograph.test(character) || /[\u3040-\u30ff]/.test(character);
  if (!isSetSolid) return letter.test(character) ? twoScripts : oddity;
  return lower.test(neighbour) ? oddity : 0;
}

/** `l’eau`, `don’t`, `aujourd’hui`: a short word before or behind, or one that ends as such words do. */
function isElision(characters: readonly string[], index: number): boolean {
  const isLetter = (at: number) => letter.test(characters[at] ?? '');
  let left = 0;
  while (left < 5 && isLetter(index - 1 - left)) left += 1;
  let right = 0;
  while (right < 3 && isLetter(index + 1 + right)) right += 1;
  const end = `${characters[index - 2] ?? ''}${characters[index - 1] ?? ''}`;
  return left < 3 || right < 3 || /^(?:qu|ll|rd)$/i.test(end);
}

function lettersLikelihood(
  counts: ReadonlyMap<string, number>,
  { letters, share }: models.LetterModel,
): number {
  const ranks = ranksOf(letters);
  // Zipf's law over the ranks, normed; a third of the weight stays for letters that are not listed.
  const norm = Math.log(share) - Math.log(Math.log(letters.length + 1) + 0.6) - 0.2;
  let sum = 0;
  for (const [character, count] of counts) {
    const folded = character.toLowerCase();
    const rank = ranks.get(character) ?? ranks.get(folded);
    sum += count * (rank === undefined ? unlisted(character) : norm - Math.log(rank + 1));
  }
  return sum;
}

function unlisted(character: string): number {
  if (character === '\ufffd' || /[\u0080-\u009f\ue000-\uf8ff]/.test(character)) return fault;
  if (punctuation.test(character)) return usualPunctuation;
  if (sign.test(character)) return usualSign;
  if (ideograph.test(character)) return unlistedIdeograph;
  // Half-width kana are what other codings' letters look like in Shift_JIS.
  return letter.test(character) ? unlistedLetter : otherSign;
}

const knownRanks = new Map<string, ReadonlyMap<string, number>>();

function ranksOf(letters: string): ReadonlyMap<string, number> {
  let ranks = knownRanks.get(letters);
  if (ranks === undefined) {
    const made = new Map<string, number>();
    for (const [rank, character] of [...letters].entries()) {
      if (!made.has(character)) made.set(character, rank);
    }
    ranks = made;
    knownRanks.set(letters, ranks);
  }
  return ranks;
}
