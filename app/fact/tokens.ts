import type { RevisionText } from '../record/text.ts';

/** A word, a number in digits or a single sign of a text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  /** As it stands in the text, but for `'`, which stands for `’` too. */
  readonly text: string;
  readonly lower: string;
  /** In the canonical text. */
  readonly start: number;
  readonly end: number;
  /** Whether nothing stands between it and the token before it. */
  readonly glued: boolean;
}

// Codes that are written right before a number are tokens of their own: "RMB1.3 trillion".
const codes =
  '(?:RMB|CNY|USD|EUR|GBP|JPY|CHF|INR|SEK|NOK|DKK|PLN|CZK|HUF|RUB|UAH|TRY|ZAR|BRL|MXN|KRW|HKD|SGD|AUD|CAD|NZD|NT|Rs|Rp)(?=[.\\s]?\\d)';
// Thousands apart by a thin or unbreakable space or an apostrophe; by a plain one only where a language writes so, since
// "in May 12 300 people" are two numbers in English.
const apart = (space: string) =>
  `\\d{1,3}(?:[\u00a0\u202f\u2009'’${space}]\\d{3})+(?!\\d)(?:[.,]\\d+)?`;
const digits = '\\d+(?:[.,]\\d+)*';
const abbreviation = '(?:\\p{Lu}\\.){2,}|[ap]\\.m\\.';
const han = '[\\p{Script=Han}]|[\\p{Script=Hiragana}\\p{Script=Katakana}ー]+';
const possessive = "['’]s(?!\\p{L})";
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const word = `(?:(?![${unspaced}])\\p{L})(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])*`;

function patternOf(space: string, inner: string): RegExp {
  return new RegExp(
    `(?<number>${apart(space)}|${digits})|(?<word>${abbreviation}|${codes}|${han}|${word}${inner})|(?<sign>${possessive}|\\S)`,
    'gu',
  );
}

const english = patternOf('', "(?:['’](?!s(?!\\p{L}))\\p{L}+)*");
/** French and Italian write a little word before an apostrophe: it is a word of its own. */
const elided = patternOf(' ', '');
const other = patternOf(' ', "(?:['’]\\p{L}+)*");

/** The first two or three letters of a language's code; `en` where it is not known. */
export function baseLanguage(language: string | null): string {
  return /^[a-z]{2,3}/i.exec(language ?? '')?.[0].toLowerCase() ?? 'en';
}

/** The tokens of each block of a text. Cost: the length. */
export function tokensOf(
  { text, blocks }: RevisionText,
  language: string | null,
): readonly (readonly Token[])[] {
  const base = baseLanguage(language);
  const pattern = base === 'en' ? english : base === 'fr' || base === 'it' ? elided : other;
  return blocks.map(({ start, end }) => tokensIn(text.slice(start, end), start, pattern));
}

function tokensIn(block: string, offset: number, pattern: RegExp): readonly Token[] {
  const tokens: Token[] = [];
  let before = -1;
  for (const match of block.matchAll(pattern)) {
    const written = match[0];
    const text = written.includes('’') ? written.replaceAll('’', "'") : written;
    const { number, word: isWord } = match.groups ?? {};
    tokens.push({
      kind: number !== undefined ? 'number' : isWord !== undefined ? 'word' : 'sign',
      text,
      lower: text.toLowerCase(),
      start: offset + match.index,
      end: offset + match.index + written.length,
      glued: match.index === before,
    });
    before = match.index + written.length;
  }
  return tokens;
}

/** Whether a token ends a sentence: its own sign, or a full stop that no title or short form stands before. */
export function endsSentence(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  if (text === '!' || text === '?' || text === '…' || text === '。') return true;
  if (text !== '.') return false;
  const before = tokens[at - 1];
  if (before?.kind !== 'word') return true;
  return !(shortForms.has(before.lower) || /^\p{Lu}$/u.test(before.text));
}

const shortForms = new Set(
  'mr mrs ms mx dr prof gen col maj capt cmdr lt sgt sen rep gov pres rev hon st mt no nos vs cf approx ca jan feb mar apr jun jul aug sep sept oct nov dec mme mlle hr fr nr bzw inc corp ltd adm amb supt insp det sr sra mio mrd mill bn'.split(
    ' ',
  ),
);
