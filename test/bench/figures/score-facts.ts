import type { Facts, Figure, StatedDate } from '../../../app/fact/facts.ts';
import type { GoldText, Mark } from './read-gold.ts';

/** How what was found compares with what is marked. */
export interface FactScore {
  gold: number;
  found: number;
  matched: number;
  /** Of the matched ones. */
  right: number;
  readonly faults: string[];
}

export const emptyScore = (): FactScore => ({
  gold: 0,
  found: 0,
  matched: 0,
  right: 0,
  faults: [],
});

/** Adds a text's facts of one kind to a score: each mark is matched by the found one that lies over it. */
export function scoreFacts(
  score: FactScore,
  gold: GoldText,
  facts: Facts,
  kind: Mark['kind'],
): void {
  const found: readonly { readonly start: number; readonly end: number }[] =
    kind === 'figure' ? facts.figures : kind === 'date' ? facts.dates : facts.names;
  const marks = gold.marks.filter((mark) => mark.kind === kind);
  const { text } = gold.text;
  const used = new Set<object>();
  const say = (fault: string, { start, end }: { readonly start: number; readonly end: number }) =>
    score.faults.push(
      `${gold.name} ${kind} ${fault}: …${text.slice(Math.max(0, start - 25), start)}«${text.slice(start, end)}»${text.slice(end, end + 20)}`.replace(
        /\n/gu,
        ' ',
      ),
    );
  score.gold += marks.length;
  score.found += found.length;
  for (const mark of marks) {
    const match = found.find(
      (one) => !used.has(one) && one.start < mark.end && mark.start < one.end,
    );
    if (match === undefined) {
      say('missed', mark);
      continue;
    }
    used.add(match);
    score.matched += 1;
    const [expected, actual] =
      kind === 'figure'
        ? figureValues(mark.value, match as Figure)
        : kind === 'date'
          ? dateValues(mark.value, match as StatedDate)
          : nameValues(gold, mark, facts);
    if (expected === actual) score.right += 1;
    else say(`is ${actual}, not ${expected}`, mark);
  }
  for (const one of found) if (!used.has(one)) say('too much', one);
}

const boundSigns = {
  exact: '',
  about: '~',
  over: '>',
  least: '>=',
  under: '<',
  most: '<=',
  vague: '?',
} as const;

function figureValues(value: string, figure: Figure): readonly [string, string] {
  const [number = '', ...rest] = value.split(' ');
  const noun = rest.find((part) => part.startsWith('#'));
  const state = rest.find((part) => part.startsWith('!'));
  const unit = rest.find((part) => !/^[#!]/u.test(part)) ?? '';
  const expected = [expectedNumber(number), unit, noun, state].filter(Boolean).join(' ');
  const isRange = figure.most !== figure.least;
  const actual = [
    figure.bound === 'vague'
      ? '?'
      : `${boundSigns[figure.bound]}${round(figure.least)}${isRange ? `..${round(figure.most)}` : ''}`,
    figure.unit.code,
    noun === undefined ? '' : `#${figure.noun}`,
    state === undefined ? '' : `!${figure.state}`,
  ];
  return [expected, actual.filter(Boolean).join(' ')];
}

function expectedNumber(number: string): string {
  const [, sign = '', low = '', high] =
    /^([~<>]=?|\?)?([^.?][^?]*?)?(?:\.\.(.+))?$/u.exec(number) ?? [];
  if (sign === '?') return '?';
  return `${sign}${round(Number(low))}${high === undefined ? '' : `..${round(Number(high))}`}`;
}

const round = (value: number) => Number(value.toPrecision(5));

function dateValues(value: string, date: StatedDate): readonly [string, string] {
  const actual =
    date.earliest === null
      ? '?'
      : date.earliest === date.latest
        ? date.earliest
        : `${date.earliest}..${date.latest}`;
  return [daysOf(value), actual];
}

/** The first and last day of `2024`, `2024-02`. */
function daysOf(value: string): string {
  if (/^\d{4}$/u.test(value)) return `${value}-01-01..${value}-12-31`;
  const [, year, month] = /^(\d{4})-(\d\d)$/u.exec(value) ?? [];
  if (year === undefined) return value;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${value}-01..${value}-${last}`;
}

function nameValues(gold: GoldText, mark: Mark, facts: Facts): readonly [string, string] {
  const match = facts.names.find(({ start, end }) => start < mark.end && mark.start < end);
  const [name = '', kind = ''] = mark.value.split('|');
  const expected = name === '' ? gold.text.text.slice(mark.start, mark.end) : name;
  const letters = { person: 'p', organisation: 'o', place: 'l' } as const;
  const found = match?.kind ?? null;
  const foundKind = found === null ? '' : letters[found];
  // A kind that is not told is no fault.
  return [`${expected} ${foundKind === '' ? '' : kind}`, `${match?.name ?? ''} ${foundKind}`];
}
