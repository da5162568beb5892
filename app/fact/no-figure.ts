import { monthOf, weekdayAt } from './date-words.ts';
import { sentenceWords } from './name-words.ts';
import type { Amount } from './read-amount.ts';
import { endsSentence, type Token } from './tokens.ts';

/** Words before a number that is a name's or a place's in a text, not a figure. */
const numbered = new Set(
  `section sections article articles no nos number numbers page pages chapter flight boeing airbus route room terminal gate
  platform pier highway motorway interstate resolution figure table appendix paragraph clause rule phase stage level category
  grade class type model version mark part volume episode season channel formula block sector zone ward apollo windows iphone
  annex protocol line bus train tram footnote item point psalm sura verse operation title form box lot unit group round
  isbn issn doi p pp vol game week day year q nr § artikel seite kapitel abschnitt página capítulo artículo chambre numéro nummer número ring call
  dial phone tel telephone fax code postcode under-`.split(/\s+/u),
);
const ordinalEndings = /^(?:er|ère|e|ème|º|ª|s)$/u;
const clockWords = /^(?:am|pm|a\.m\.|p\.m\.|gmt|utc|bst|est|edt|cet|o'clock|uhr|hrs|noon)$/u;
const scoreWords =
  /^(?:beat|beats|won|lost|drew|draw|win|lose|vote|voted|votes|odds|score|lead|led|defeat|defeated|victory|trail|trailed|split)$/u;

/**
 * How many tokens from `at` on are a number that is no figure: a time, a telephone number, a number of a list, a footnote, a
 * section or a flight, an ordinal, a score. 0: nothing speaks against a figure. Cost: constant, or the run of numbers.
 */
export function skippedNumber(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.kind !== 'number') return 0;
  const [before, next, after] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  if (isDayOfMonth(tokens, at)) return 1;
  // 1. at a block's beginning, [1], (1).
  if (at === 0 && /^[.)]$/u.test(next?.text ?? '') && /^\d{1,3}$/u.test(token.text)) return 1;
  if (/^['‘]$/u.test(before?.text ?? '') && token.glued && /^\d\d$/u.test(token.text)) return 1;
  if (before?.text === '[' && next?.text === ']') return 1;
  if (before?.text === '(' && next?.text === ')' && token.text.length < 3) return 1;
  if (before?.text === '#' || next?.text === '^' || before?.text === '^') return 1;
  if (/^(?:años|années|anos|jahre)$/u.test(before?.lower ?? '') && /^\d\d$/u.test(token.text))
    return 1;
  const phone = phoneLength(tokens, at);
  if (phone > 0) return phone;
  if (next?.glued === true) {
    if (isOrdinal(token.text, next.lower) && next.kind === 'word') return 2;
    if (next.text === ':' && after?.kind === 'number' && after.glued) return 3;
    if (next.text === '/' && after?.kind === 'number' && after.glued) {
      return tokens[at + 3]?.text === '/' && tokens[at + 4]?.kind === 'number' ? 5 : 3;
    }
    if (/^h$/u.test(next.lower) && after?.kind !== 'number') return 2;
  }
  if (next !== undefined && clockWords.test(next.lower)) return 2;
  if (
    before?.lower === 'at' &&
    /^(?:[01]?\d|2[0-3])[.][0-5]\d$/u.test(token.text) &&
    (next === undefined ||
      /^(?:on|local|this|yesterday|today|tomorrow|h)$/u.test(next.lower) ||
      weekdayAt(tokens, at + 1) !== null)
  )
    return 1;
  // "Covid-19", "F-16", "AK-47", "G-20".
  if (
    /^[-‐‑–]$/u.test(before?.text ?? '') &&
    before?.glued === true &&
    token.glued &&
    /^\p{Lu}/u.test(tokens[at - 2]?.text ?? '')
  )
    return 1;
  if (
    /^[-‐‑–]$/u.test(next?.text ?? '') &&
    next?.glued === true &&
    after?.kind === 'number' &&
    after.glued
  ) {
    return scoreLength(tokens, at);
  }
  return isNumbered(tokens, at) ? 1 : 0;
}

/** 4st is a weight. */
function isOrdinal(number: string, ending: string): boolean {
  if (ordinalEndings.test(ending)) return true;
  const english = /1\d$/u.test(number)
    ? 'th'
    : ({ 1: 'st', 2: 'nd', 3: 'rd' }[number.slice(-1)] ?? 'th');
  return ending === english;
}

/** Whether a word with a capital stands before numbers that are names: "Resolution 1973", "Flight 1549". */
export function isNumberedWord({ lower, text }: Token): boolean {
  return (
    numbered.has(lower) && /^\p{Lu}/u.test(text) && !/^(?:year|years|no|day|week)$/u.test(lower)
  );
}

function isNumbered(tokens: readonly Token[], at: number): boolean {
  const dot = tokens[at - 1]?.text === '.' ? 1 : 0;
  const before = tokens[at - 1 - dot];
  if (before === undefined || !numbered.has(before.lower)) return false;
  // "the group 12", but "a group 12 strong"; "call 12 witnesses": a counted thing follows, unless it is a capitalised name.
  if (/^\p{Lu}/u.test(before.text) || /^(?:no|nos|nr)$/u.test(before.lower)) return true;
  const next = tokens[at + 1];
  return (
    next === undefined ||
    next.kind === 'sign' ||
    /^(?:of|and|in|to|on|at|for|was|is|were|are|or)$/u.test(next.lower) ||
    numberedStrictly.has(before.lower)
  );
}

const numberedStrictly = new Set(
  'isbn issn doi p pp vol section article page chapter flight route room terminal gate phase stage category level'.split(
    ' ',
  ),
);

/** "Feb. 30": what a calendar does not have is no figure either. */
function isDayOfMonth(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1];
  return (
    /^\d{1,2}$/u.test(tokens[at]?.text ?? '') &&
    monthOf(before, 'en') !== null &&
    !/^(?:may|march)$/u.test(before?.lower ?? '')
  );
}

const longestPhone = 12;

/** "0800 123 456", "+44 20 7946 0958", "555-0147". */
function phoneLength(tokens: readonly Token[], at: number): number {
  let length = 1;
  while (length < longestPhone && tokens[at + length] !== undefined) {
    const token = tokens[at + length];
    if (token?.kind === 'number' && /^\d+$/u.test(token.text)) length += 1;
    else if (/^[-‐()]$/u.test(token?.text ?? '') && tokens[at + length + 1]?.kind === 'number')
      length += 1;
    else break;
  }
  const first = tokens[at]?.text ?? '';
  if (/^0\d{2,}$/u.test(first)) return length;
  return tokens[at - 1]?.text === '+' && length > 1 ? length : 0;
}

/** Two numbers around a dash that are no range: "3-1", "2–0", odds and votes. */
function scoreLength(tokens: readonly Token[], at: number): number {
  const [one, other] = [
    Number(tokens[at]?.text.replace(/,/gu, '')),
    Number(tokens[at + 2]?.text.replace(/,/gu, '')),
  ];
  const more =
    /^[-‐–]$/u.test(tokens[at + 3]?.text ?? '') &&
    tokens[at + 3]?.glued === true &&
    tokens[at + 4]?.kind === 'number';
  if (more) return 5;
  const behind = tokens[at + 3];
  const isScored =
    [1, 2, 3, 4].some((step) => scoreWords.test(tokens[at - step]?.lower ?? '')) ||
    scoreWords.test(behind?.lower ?? '');
  if (isScored && one < 100 && other < 100) return 3;
  const isLarger =
    behind?.kind === 'word' && /^(?:bn|tn|m|k|million|billion|trillion)$/u.test(behind.lower);
  return other <= one && !isLarger ? 3 : 0;
}

/** "0x08", "1Password", "5G": digits right before letters that are neither a unit nor a scale. */
export function isPartOfWord(
  tokens: readonly Token[],
  { at, next, form, unit, scale }: Amount,
): boolean {
  const behind = tokens[next];
  if (form === 'words') return isPartOfTitle(tokens, at, next);
  return (
    unit === null &&
    scale === 1 &&
    behind?.glued === true &&
    behind.kind === 'word' &&
    /^\p{Script=Latin}/u.test(behind.text)
  );
}

/** "Ninety Mile Beach": a number word with a capital that begins no sentence. */
function isPartOfTitle(tokens: readonly Token[], at: number, next: number): boolean {
  const [token, before, behind] = [tokens[at], tokens[at - 1], tokens[next]];
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return false;
  if (before === undefined || before.kind === 'sign' || endsSentence(tokens, at - 1)) return false;
  return /^\p{Lu}/u.test(behind?.text ?? tokens[next - 1]?.text ?? '');
}

/** Whether a number without unit and noun belongs to the capitalised word before it: "Boeing 737", "S&P 500". */
export function isPartOfName(tokens: readonly Token[], { at, form }: Amount): boolean {
  const before = tokens[at - 1];
  if (form === 'words' || before?.kind !== 'word' || !/^\p{Lu}/u.test(before.text)) return false;
  if (sentenceWords.has(before.lower)) return false;
  const startsSentence = at < 2 || endsSentence(tokens, at - 2);
  return !startsSentence || /\d|^\p{Lu}{2,}$/u.test(before.text);
}
