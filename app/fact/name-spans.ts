import { isKnownPlace } from './known-places.ts';
import {
  demonyms,
  nameParticles,
  officeFields,
  organisationWords,
  placeWords,
  roleWords,
  sayingWords,
  sentenceWords,
  titleWords,
} from './name-words.ts';
import { baseLanguage, endsSentence, type Token } from './tokens.ts';

/** A run of words that may be a name, before it is known what else the text says of it. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** As the text has it. */
  readonly name: string;
  readonly words: readonly string[];
  /** Where each of them stands. */
  readonly places: readonly (readonly [start: number, end: number])[];
  readonly kind: 'person' | 'organisation' | 'place' | null;
  /**
   * Whether it is one for certain. Otherwise (the first word of a sentence, a headline with all words in capitals) it is
   * one only if the text has it elsewhere.
   */
  readonly certain: boolean;
  /** Letters in brackets behind it, `SCO`. */
  readonly initials: string | null;
}

const isCapital = (text: string) => /^\p{Lu}/u.test(text);
const isAcronym = (text: string) => /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,})$/u.test(text);

/** Letters of an organisation are no word that begins a sentence, whatever they spell. */
function isSentenceWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    sentenceWords.has(token.lower) &&
    (token.text.length < 2 || !isAcronym(token.text))
  );
}

/** The runs of capitalised words of a block that may be names, in order. Cost: the tokens. */
export function nameSpans(tokens: readonly Token[], language: string | null): readonly NameSpan[] {
  const isHeadline = isTitleCased(tokens);
  const nounsHaveCapitals = baseLanguage(language) === 'de';
  const spans: NameSpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || !isCapital(token.text)) {
      at += 1;
      continue;
    }
    const run = runFrom(tokens, at);
    const atStart = startsSentence(tokens, at);
    const piece = withoutSentenceWords(tokens, run);
    const span = piece.length === 0 ? null : spanOf(tokens, piece, atStart && piece[0] === at);
    if (span !== null) {
      const isPerson = span.kind === 'person';
      const isVague =
        nounsHaveCapitals && !isPerson && (span.words.length < 2 || span.kind === null);
      spans.push(isVague || isHeadline ? { ...span, certain: false } : span);
    }
    at = (run.at(-1) ?? at) + 1;
  }
  return spans;
}

function isTitleCased(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  if (long.length < 2 || /^[.!?—–-]$/u.test(tokens.at(-1)?.text ?? '')) return false;
  if (/^[—–-]$/u.test(tokens[0]?.text ?? '')) return false;
  return long.filter(({ text }) => isCapital(text)).length > 0.7 * long.length;
}

function startsSentence(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /^["'“”‘«„([*•–—-]$/u.test(tokens[before]?.text ?? '')) before -= 1;
  return before < 0 || tokens[before]?.text === ':' || endsSentence(tokens, before);
}

/** More capitalised words in a row are no name. */
const longestRun = 14;

/** The tokens that a capitalised run is made of: words, particles, initials and their dots, "of" in a name. */
function runFrom(tokens: readonly Token[], from: number): readonly number[] {
  const run = [from];
  let at = from + 1;
  while (at < tokens.length && run.length < longestRun) {
    const token = tokens[at];
    const last = tokens[run.at(-1) ?? from];
    if (token === undefined || last === undefined) break;
    if (token.kind === 'word' && isCapital(token.text)) {
      if (
        isSentenceWord(token) &&
        !/^(?:general|first|second|new|may|editor|watch|guard|police|trade|economic|local|past)$/u.test(
          token.lower,
        )
      )
        break;
      run.push(at);
      at += 1;
      continue;
    }
    // "J. Smith", "Gov. Smith", "St. Petersburg".
    if (token.text === '.' && token.glued && !endsSentence(tokens, at)) {
      const next = tokens[at + 1];
      if (next?.kind === 'word' && isCapital(next.text)) {
        run.push(at + 1);
        at += 2;
        continue;
      }
      break;
    }
    // "Jean-Pierre", but "China-Russia" is two names.
    if (/^[-‐‑]$/u.test(token.text) && token.glued) {
      const next = tokens[at + 1];
      if (
        next?.glued === true &&
        next.kind === 'word' &&
        isCapital(next.text) &&
        !isKnownPlace(last.text) &&
        !isKnownPlace(next.text) &&
        !demonyms.has(last.lower)
      ) {
        run.push(at + 1);
        at += 2;
        continue;
      }
      break;
    }
    const reach = throughParticles(tokens, run, at);
    if (reach === null) break;
    run.push(reach);
    at = reach + 1;
  }
  return run;
}

/** Where a run goes on behind little words: `van der` before a capital, `of`, `for`, `and` after a word of an organisation. */
function throughParticles(
  tokens: readonly Token[],
  run: readonly number[],
  at: number,
): number | null {
  let next = at;
  while (next < at + 3 && nameParticles.has(tokens[next]?.text ?? '')) next += 1;
  if (next > at && isName(tokens[next])) return next;
  const first = tokens[at]?.lower;
  const isOrganisation = run.some((index) => organisationWords.has(tokens[index]?.lower ?? ''));
  const last = tokens[run.at(-1) ?? 0]?.lower ?? '';
  if (
    first === 'of' &&
    (organisationWords.has(last) ||
      placeWords.has(last) ||
      /^(?:board|house|head|bank)$/u.test(last))
  ) {
    const skip = tokens[at + 1]?.lower === 'the' ? 2 : 1;
    return isName(tokens[at + skip]) ? at + skip : null;
  }
  if (
    (first === 'and' || first === '&' || first === 'for') &&
    isOrganisation &&
    /^(?:ministry|department|committee|commission|agency|office|institute|federation|organization|organisation|bureau|of)$/u.test(
      tokens[run[0] ?? 0]?.lower ?? '',
    )
  ) {
    return isName(tokens[at + 1]) ? at + 1 : null;
  }
  return null;
}

function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' && isCapital(token.text) && !isSentenceWord(token);
}

/** A run without the words at its beginning that begin a sentence and no name. */
function withoutSentenceWords(tokens: readonly Token[], run: readonly number[]): readonly number[] {
  const first = run.findIndex((index) => !isSentenceWord(tokens[index]));
  return first < 0 ? [] : run.slice(first);
}

function spanOf(
  tokens: readonly Token[],
  piece: readonly number[],
  isFirst: boolean,
): NameSpan | null {
  let rest = piece;
  const title = titleLength(tokens, piece);
  let kind: NameSpan['kind'] = null;
  if (title > 0) {
    rest = piece.slice(title);
    if (rest.length === 0) return null;
    kind = 'person';
  } else if (demonyms.has(tokens[piece[0] ?? 0]?.lower ?? '')) {
    if (piece.length === 1) return null;
    const tail = piece.slice(1).map((index) => tokens[index]?.lower ?? '');
    if (
      piece.length > 2 ||
      tail.some((word) => /^(?:ministry|embassy|parliament|government|army|navy)$/u.test(word))
    )
      rest = piece.slice(1);
  }
  const placed = wordsOf(tokens, rest);
  const words = placed.map(({ word }) => word);
  const lower = words.map((word) => word.toLowerCase());
  const first = rest[0] ?? 0;
  const last = rest.at(-1) ?? 0;
  const next = tokens[last + 1];
  const before = tokens[first - 1];
  if (words.length === 1 && isNoNameAlone(lower[0] ?? '')) return null;
  if (kind !== 'person') {
    const whole = words.join(' ');
    if (isKnownPlace(whole)) kind = 'place';
    else if (lower.some((word) => organisationWords.has(word)) && words.length > 1)
      kind = 'organisation';
    else if (
      words.length > 1 &&
      (placeWords.has(lower.at(-1) ?? '') || placeWords.has(lower[0] ?? ''))
    )
      kind = 'place';
    else if (isDateline(tokens, first, last)) kind = 'place';
    else if (words.length === 1 && isAcronym(words[0] ?? '')) kind = 'organisation';
    else if (words.length > 1 && roleWords.has(before?.lower ?? '')) kind = 'person';
    else if (
      words.length > 1 &&
      words.length < 5 &&
      (isAged(tokens, last) ||
        sayingWords.has(next?.lower ?? '') ||
        (sayingWords.has(before?.lower ?? '') && next?.text !== "'s"))
    )
      kind = 'person';
  }
  const isSingleAtStart =
    isFirst && words.length === 1 && title === 0 && kind !== 'place' && !isAcronym(words[0] ?? '');
  return {
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
    name: writtenOf(tokens.slice(first, last + 1)),
    words,
    places: placed.map(({ place }) => place),
    kind,
    certain: !isSingleAtStart,
    initials:
      next?.text === '(' &&
      isAcronym(tokens[last + 2]?.text ?? '') &&
      tokens[last + 3]?.text === ')'
        ? (tokens[last + 2]?.text ?? null)
        : null,
  };
}

/** How many words at the beginning are an office: "Russian President", "Foreign Minister", "Mr". */
function titleLength(tokens: readonly Token[], piece: readonly number[]): number {
  let length = 0;
  for (const [position, index] of piece.entries()) {
    const lower = tokens[index]?.lower ?? '';
    if (titleWords.has(lower)) length = position + 1;
    else if (
      !officeFields.has(lower) &&
      !demonyms.has(lower) &&
      !isKnownPlace(tokens[index]?.text ?? '')
    )
      break;
  }
  return length;
}

function isNoNameAlone(lower: string): boolean {
  return (
    titleWords.has(lower) ||
    officeFields.has(lower) ||
    demonyms.has(lower) ||
    (lower.length < 2 && lower !== '')
  );
}

/** "Olga Reshko, 61, said". */
function isAged(tokens: readonly Token[], last: number): boolean {
  const age = Number(tokens[last + 2]?.text);
  return (
    tokens[last + 1]?.text === ',' &&
    age > 9 &&
    age < 111 &&
    /^[,.]$/u.test(tokens[last + 3]?.text ?? '')
  );
}

/** "KESTREL BAY —" or "PARIS (Reuters) -" at a block's beginning. */
function isDateline(tokens: readonly Token[], first: number, last: number): boolean {
  if (first > 0 || !/^\p{Lu}{3,}$/u.test(tokens[first]?.text ?? '')) return false;
  return tokens.slice(last + 1, last + 8).some(({ text }) => /^[—–-]$/u.test(text));
}

/** The words of a name with their places; those that a hyphen joins are one. */
function wordsOf(
  tokens: readonly Token[],
  indexes: readonly number[],
): readonly { readonly word: string; readonly place: readonly [number, number] }[] {
  const words: { readonly word: string; readonly place: readonly [number, number] }[] = [];
  for (const index of indexes) {
    const token = tokens[index];
    if (token === undefined) continue;
    const isJoined = token.glued && tokens[index - 1]?.text !== '.';
    const before = isJoined ? words.pop() : undefined;
    words.push({
      word: before === undefined ? token.text : `${before.word}-${token.text}`,
      place: [before?.place[0] ?? token.start, token.end],
    });
  }
  return words;
}

function writtenOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, glued }, at) => (glued || at === 0 ? text : ` ${text}`)).join('');
}
