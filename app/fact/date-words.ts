import { monthNumber } from '../article/month-names.ts';
import { isLittleWord } from './little-words.ts';
import type { Token } from './tokens.ts';

const englishMonths: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** The month that a token names in a text's language, 1 to 12; in English it has a capital. */
export function monthOf(token: Token | undefined, language: string): number | null {
  if (token === undefined || token.kind !== 'word') return null;
  if (language === 'en')
    return /^\p{Lu}/u.test(token.text) ? (englishMonths[token.lower] ?? null) : null;
  return token.text.length >= 3 && !/^(?:out|ago|sept|set|mag|die)$/u.test(token.lower)
    ? monthNumber(token.lower)
    : null;
}

const weekdays: Readonly<Record<string, number>> = {};
for (const [day, names] of [
  'sunday sun sonntag dimanche domingo',
  'monday mon montag lundi lunes',
  'tuesday tue tues dienstag mardi martes',
  'wednesday wed mittwoch mercredi miércoles',
  'thursday thu thurs donnerstag jeudi jueves',
  'friday fri freitag vendredi viernes',
  'saturday sat samstag sonnabend samedi sábado',
].entries()) {
  for (const name of names.split(' ')) (weekdays as Record<string, number>)[name] = day;
}

/** The day of the week that a token names, 0 Sunday to 6 Saturday; short forms ("Sun", "Sat") only before a dot or comma. */
export function weekdayAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const day = weekdays[token.lower];
  if (day === undefined) return null;
  if (/^(?:sun|mon|tue|tues|wed|thu|thurs|fri|sat)$/u.test(token.lower)) {
    return /^\p{Lu}/u.test(token.text) && /^[.,]$/u.test(tokens[at + 1]?.text ?? '') ? day : null;
  }
  return /^\p{Lu}/u.test(token.text) || !/day$/u.test(token.lower) ? day : null;
}

/** Whether a word is an English name of a month or of a day of the week. */
export function namesTime({ lower }: Token): boolean {
  return Object.hasOwn(englishMonths, lower) || Object.hasOwn(weekdays, lower);
}

/** Days from the published one, of a word: today, yesterday. */
export const dayWords: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  yesterday: -1,
  tomorrow: 1,
  heute: 0,
  gestern: -1,
  vorgestern: -2,
  aujourd: 0,
  hier: -1,
  demain: 1,
  hoy: 0,
  ayer: -1,
  anteayer: -2,
};

/** First month and length of the seasons of the northern half of the earth. */
export const seasons: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};

/** Small numbers in words. */
export const smallNumbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

/** The small number that a token is, in digits or words. */
export function smallNumber(token: Token | undefined): number | null {
  if (token === undefined) return null;
  if (token.kind === 'number') return /^\d{1,3}$/u.test(token.text) ? Number(token.text) : null;
  return smallNumbers[token.lower] ?? null;
}

const future = new Set(
  `will 'll shall due set scheduled plans planned expected expects expires takes opens starts begins leaves returns meets ends
  deadline next upcoming coming hopes intends promises may could would`.split(/\s+/u),
);
const past = new Set(
  'said was were had began met took came went has have did since ago held told fell rose got won lost left made shot struck broke gave spoke saw sent stood flew sank wrote ran led sat drew drove hit put felt kept lay grew won spent brought bought sought caught taught thought found fought heard knew paid rode sold sent shot showed shut slept stole swam threw woke wore war'.split(
    ' ',
  ),
);
const farthest = 12;

/**
 * Whether what is said around a date lies ahead: by the nearest verb before it in its clause, else the first behind it.
 * `null`: nothing tells. Cost: constant.
 */
export function liesAhead(tokens: readonly Token[], from: number, to: number): boolean | null {
  for (let at = from - 1; at >= 0 && from - at <= farthest; at -= 1) {
    if (puts.test(tokens[at]?.lower ?? '')) {
      // "moved from 18 June to 25 June": what it was put to lies ahead.
      return /^(?:to|until|till)$/u.test(tokens[from - 1]?.lower ?? '') ? true : null;
    }
    const cue = isToDo(tokens, at) ? true : cueOf(tokens[at]);
    if (cue !== null) return cue;
    if (/^[;.!?:]$/u.test(tokens[at]?.text ?? '')) break;
  }
  for (let at = to; at < tokens.length && at - to < farthest; at += 1) {
    const cue = cueOf(tokens[at]);
    if (cue !== null) return cue;
    if (/^[;.!?:]$/u.test(tokens[at]?.text ?? '')) break;
  }
  return /^(?:by|until|till)$/u.test(tokens[from - 1]?.lower ?? '') ? true : null;
}

/** "are to meet", "agreed to publish", an item of a list that begins "to meet": what is to be done lies ahead. */
function isToDo(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'to' || !/^\p{Ll}{3,}$/u.test(tokens[at + 1]?.text ?? '')) return false;
  if (isLittleWord(tokens[at + 1]?.lower ?? '') || tokens[at + 1]?.lower.endsWith('ing') === true)
    return false;
  for (let back = 1; back <= farthestToDo; back += 1) {
    const token = tokens[at - back];
    if (token === undefined) return back === 1;
    if (toDo.test(token.lower)) return true;
    if (back === 1 && /^(?:is|are)$/u.test(token.lower)) return true;
    if (/^[.;:!?]$/u.test(token.text) || past.has(token.lower)) return false;
  }
  return false;
}

const puts = /^(?:moved|postponed|delayed|rescheduled|deferred)$/u;
const toDo =
  /^(?:agreed|agree|agrees|promised|pledged|vowed|undertook|committed|decided|intend|plan|want|wants|hope)$/u;
const farthestToDo = 8;

function cueOf(token: Token | undefined): boolean | null {
  if (token === undefined || token.kind !== 'word') return null;
  if (future.has(token.lower)) return token.text === 'May' ? null : true;
  return past.has(token.lower) ||
    (token.text.length > 4 && token.lower.endsWith('ed') && !/^\p{Lu}/u.test(token.text))
    ? false
    : null;
}
