import { boundBefore } from './bounds.ts';
import { isPlural } from './counted-noun.ts';
import { type DaySpan, yearSpan } from './days.ts';
import type { StatedDate } from './facts.ts';
import { isNumberedWord } from './no-figure.ts';
import { scaleAt } from './read-number.ts';
import { readUnit } from './read-unit.ts';
import type { Token } from './tokens.ts';

/** A span of whole years at a place of a text. */
export interface YearsAt {
  readonly span: DaySpan;
  readonly precision: StatedDate['precision'];
  readonly next: number;
}

const strong = new Set(
  "in since until till during by before after the 's from through late early mid end year as im seit en depuis desde jahr année año jahre vor nach vom".split(
    ' ',
  ),
);
const weak = new Set([
  'of',
  'to',
  'and',
  'for',
  'a',
  'an',
  'de',
  'del',
  'von',
  'bis',
  '-',
  '–',
  '(',
  ',',
  'around',
  'about',
  'ab',
  'circa',
]);

/** The year, the years of a range or the decade at token `at`; `null` where a number is none. Cost: constant. */
export function readYears(tokens: readonly Token[], at: number, language: string): YearsAt | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^\d{4}$/u.test(token.text)) return null;
  const year = Number(token.text);
  const next = tokens[at + 1];
  if (next?.glued === true && next.lower === 's' && year % 10 === 0) {
    return year % 100 === 0 && year < 2000
      ? { span: yearSpan(year, 100), precision: 'century', next: at + 2 }
      : { span: yearSpan(year, 10), precision: 'decade', next: at + 2 };
  }
  if (!isYear(tokens, at, year, language)) return null;
  const second = tokens[at + 2];
  const isRange =
    next !== undefined &&
    second?.kind === 'number' &&
    (/^[-–—‐]$/u.test(next.text) ||
      (/^(?:and|und|et|y)$/u.test(next.lower) &&
        /^(?:between|zwischen|entre)$/u.test(tokens[at - 1]?.lower ?? '')));
  if (isRange) {
    const last =
      /^\d\d$/u.test(second.text) && next.text.length === 1
        ? Math.floor(year / 100) * 100 + Number(second.text)
        : /^\d{4}$/u.test(second.text)
          ? Number(second.text)
          : 0;
    const isIso = tokens[at + 3]?.text === next.text && tokens[at + 3]?.glued === true;
    if (last > year && last < 2101 && !isIso)
      return { span: yearSpan(year, last - year + 1), precision: 'span', next: at + 3 };
  }
  return { span: yearSpan(year), precision: 'year', next: at + 1 };
}

function isYear(tokens: readonly Token[], at: number, year: number, language: string): boolean {
  if (year < 1000 || year > 2100) return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (/^[年년]$/u.test(next?.text ?? '')) return true;
  if (before !== undefined && isNumberedWord(before)) return false;
  if (before !== undefined && /^[$€£¥₹#§.]$/u.test(before.text) && before.text !== '.')
    return false;
  if (next?.glued === true && (next.kind === 'word' || next.text === '%' || next.text === '°'))
    return next.text === "'s";
  if (/^[:/]$/u.test(next?.text ?? '') && next?.glued === true) return false;
  if (before?.glued === true && tokens[at]?.glued === true && /^[/:]$/u.test(before.text))
    return false;
  if (scaleAt(tokens, at + 1, language).scale > 1) return false;
  const unit = readUnit(tokens, at + 1);
  if (unit !== null && unit.unit.kind !== 'duration') return false;
  const isPreposition = strong.has(before?.lower ?? '');
  const isCounting =
    next?.kind === 'word' &&
    !/^\p{Lu}/u.test(next.text) &&
    (isPlural(next.lower) ||
      (isPlural(tokens[at + 2]?.lower ?? '') &&
        !/^(?:and|or|as|has|was|is|the|a|in|to|of)$/u.test(next.lower) &&
        tokens[at + 2]?.kind === 'word' &&
        next.kind === 'word'));
  if (isCounting && !isPreposition) return false;
  if (isPreposition) return true;
  if (year < 1900) return weak.has(before?.lower ?? '') && year >= 1400 && next?.kind !== 'word';
  const bound = boundBefore(tokens, at);
  if (
    bound !== null &&
    (bound !== 'about' || !/^(?:around|about|circa)$/u.test(before?.lower ?? ''))
  )
    return false;
  return unit === null || weak.has(before?.lower ?? '');
}
