import type { Figure, StatedDate } from '../fact/facts.ts';

const boundWords = {
  exact: '',
  about: 'about ',
  over: 'over ',
  least: 'at least ',
  under: 'under ',
  most: 'up to ',
  vague: 'at least ',
} as const;
const durations: readonly (readonly [seconds: number, word: string])[] = [
  [604_800, 'week'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** A figure for people, normalised: "over 200 billion USD", "5 to 7 %", "12 people killed" (rule B17). */
export function describeFigure(figure: Figure): string {
  const { least, most, bound, unit, noun, state } = figure;
  const isRange = least !== most && bound !== 'vague';
  const [scale, name] =
    unit.kind === 'duration' ? durationOf(unit.code, least, most) : sizeOf(figure);
  const number = isRange ? writeRange(least / scale, most / scale) : write(least / scale);
  const plural = unit.kind === 'duration' && !(number === '1') ? 's' : '';
  const counted =
    unit.kind === 'count'
      ? [noun === null ? '' : pluralOf(noun, least === 1 && most === 1), state ?? '']
      : [name + plural];
  return `${boundWords[bound]}${[number, ...counted].filter(Boolean).join(' ')}`;
}

/** Lengths from a kilometre on are told in kilometres. */
function sizeOf(figure: Figure): readonly [number, string] {
  const isLong = figure.unit.code === 'm' && Math.min(figure.least, figure.most) >= 1000;
  return isLong ? [1000, 'km'] : [1, nameOf(figure)];
}

function nameOf({ unit }: Figure): string {
  if (unit.kind === 'points') return 'percentage points';
  if (unit.kind === 'times') return 'times';
  if (unit.code === 'degC') return '°C';
  if (unit.code === '$') return 'dollars';
  return unit.code === 'm2' ? 'm²' : unit.code === 'm3' ? 'm³' : unit.code;
}

function durationOf(code: string, least: number, most: number): readonly [number, string] {
  if (code === 'month') return least % 12 === 0 && most % 12 === 0 ? [12, 'year'] : [1, 'month'];
  const fits = durations.find(
    ([seconds]) => least % seconds === 0 && most % seconds === 0 && least >= seconds,
  );
  return fits ?? [1, 'second'];
}

function pluralOf(noun: string, isOne: boolean): string {
  if (isOne) return noun;
  if (noun === 'person') return 'people';
  if (/(?:man|woman)$/u.test(noun)) return noun.replace(/man$/u, 'men');
  if (noun === 'child') return 'children';
  if (/^(?:crew|police|staff|personnel|aircraft|series|species)$/u.test(noun)) return noun;
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

const scales: readonly (readonly [scale: number, word: string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];
const mostDecimals = 3;

/** From a million on with the scale in words where three decimals say it exactly; else in digits. The same on every machine. */
function write(value: number): string {
  const [number, word] = scaled(value);
  return word === null ? number : `${number} ${word}`;
}

/** "4 to 5 billion"; the scale is said once where both have it. */
function writeRange(least: number, most: number): string {
  const [[first, word], [, last]] = [scaled(least), scaled(most)];
  return word !== null && word === last
    ? `${first} to ${write(most)}`
    : `${write(least)} to ${write(most)}`;
}

function scaled(value: number): readonly [number: string, word: string | null] {
  const found = scales.find(([scale]) => Math.abs(value) >= scale);
  if (found !== undefined) {
    const [scale, word] = found;
    const part = Number((value / scale).toFixed(mostDecimals));
    // Compared within the arithmetic's noise: 1.1 billion is no whole multiple of its tenth.
    if (Math.abs(part * scale - value) <= Math.abs(value) * 1e-12) return [grouped(part), word];
  }
  return [grouped(value), null];
}

/** Grouped by commas, at most four decimals. */
function grouped(value: number): string {
  const [whole = '', decimals] = String(Number(value.toFixed(4))).split('.');
  if (whole.includes('e')) return String(value);
  return `${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** A date for people: "2024-02-08", "2022", "2024-02-08 to 2024-02-11"; in the text's words where its days are not known. */
export function describeDate(date: StatedDate, words: string): string {
  const { earliest, latest } = date;
  if (earliest === null || latest === null) return words;
  if (earliest === latest) return earliest;
  const [first, last] = [earliest.slice(0, 4), latest.slice(0, 4)];
  if (earliest.endsWith('-01-01') && latest.endsWith('-12-31'))
    return first === last ? first : `${first} to ${last}`;
  if (isWholeMonth(earliest, latest)) return earliest.slice(0, 7);
  return `${earliest} to ${latest}`;
}

function isWholeMonth(earliest: string, latest: string): boolean {
  const next = new Date(Date.parse(latest) + 86_400_000).toISOString();
  return (
    earliest.slice(0, 7) === latest.slice(0, 7) &&
    earliest.endsWith('-01') &&
    next.slice(8, 10) === '01'
  );
}
