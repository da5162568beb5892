import type { ClaimStatus, Importance, Stance } from '../../record/records.ts';
import { confidenceOf } from './percent.ts';

/** What a cell says: `null` for nothing, `undefined` for something that can't be read. */
export type ReadCell<Value> = Value | null | undefined;

const stances: Readonly<Record<Stance, readonly string[]>> = {
  asserts: ['assert', 'supports', 'support', 'confirms', 'for', 'pro', 'affirms', 'yes', '+'],
  denies: ['deny', 'contradicts', 'contradict', 'refutes', 'against', 'con', 'contra', 'no', '-'],
  reports: ['report', 'reported', 'mentions', 'mention', 'neutral', 'cites'],
  qualifies: ['qualify', 'qualified', 'nuances', 'limits'],
  questions: ['question', 'doubts', 'doubt', 'disputes', '?'],
};

const statuses: Readonly<Record<ClaimStatus, readonly string[]>> = {
  open: ['unverified', 'unknown', 'undecided', 'new', 'unclear', 'unproven'],
  corroborated: ['confirmed', 'verified', 'true', 'supported', 'proven'],
  disputed: ['contested', 'mixed', 'controversial', 'half true'],
  refuted: ['false', 'rejected', 'debunked', 'disproven', 'wrong'],
};

const importances: Readonly<Record<Importance, readonly string[]>> = {
  1: ['1', 'little', 'low', 'minor'],
  2: ['2', 'some', 'medium', 'middle', 'normal'],
  3: ['3', 'much', 'high', 'major'],
};

/** How a passage stands to its claim, in our words or those of other programs. */
export function stanceIn(cell: string): ReadCell<Stance> {
  return named(cell, stances);
}

/** What the analyst holds of a claim, in our words or those of other programs. */
export function statusIn(cell: string): ReadCell<ClaimStatus> {
  return named(cell, statuses);
}

/** How much hangs on a claim: 1 to 3, or a word for it. */
export function importanceIn(cell: string): ReadCell<Importance> {
  const found = named(cell, importances);
  return found === null || found === undefined ? found : (Number(found) as Importance);
}

/**
 * A share of 100, `70`, `70.5` or `70 %`, as 0 to 1.
 *
 * @param isPercent whether the column says that it counts of 100: else `0.7` is a share of one
 */
export function confidenceIn(cell: string, isPercent: boolean): ReadCell<number> {
  const [, digits, sign = ''] =
    /^\s*(\d{1,3}(?:[.,]\d+)?)\s*(%?)\s*$/.exec(cell) ?? (cell.trim() === '' ? [] : ['', 'none']);
  if (digits === undefined) return null;
  const value = Number(digits.replace(',', '.'));
  const share = sign === '' && !isPercent && value <= 1 ? value : confidenceOf(value);
  return share >= 0 && share <= 1 ? share : undefined;
}

/** The number of a claim: the 4 of `C4`, or of `4`; `null`: it is no such number. */
export function claimNumberIn(label: string): number | null {
  const number = /^C?(\d{1,6})$/i.exec(label.trim())?.[1];
  return number === undefined ? null : Number(number);
}

function named<Name extends string | number>(
  cell: string,
  names: Readonly<Record<Name, readonly string[]>>,
): ReadCell<Name> {
  const word = cell.trim().toLowerCase();
  if (word === '') return null;
  const entries = Object.entries(names) as [Name, readonly string[]][];
  return entries.find(([name, others]) => name === word || others.includes(word))?.[0];
}
