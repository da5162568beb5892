import type { Figure, StatedDate } from '../fact/facts.ts';
import type { Token } from '../fact/tokens.ts';
import { sameNoun } from './measured-things.ts';

/** Words that set one value against another. */
const setsAgainst =
  /^(?:against|whereas|where|while|but|though|although|than|not|unlike|contrary|instead)$/u;
/** Words that say whose the other value is: two accounts of one thing, and not two things. */
const account =
  /^(?:summary|report|reports|reported|account|accounts|version|versions|statement|readout|announced|announcement|promised|claimed|claims|claim|said|says|estimate|estimates|estimated|according|counted|initially|official|officially|figure|figures|put|puts|gave|gives|given)$/u;
/** Words that make it the value of another time. */
const otherTime =
  /^(?:year|years|month|months|quarter|week|decade|earlier|before|previous|previously|ago|last|then|former|formerly|once|now|original|originally)$/u;
/** So many tokens behind the second value still say whose it is. */
const behind = 8;
const clauseEnd = /^[.;:!?]$/u;

/**
 * Whether the second of two figures of a sentence is what another account has for the first: "5,200 jobs, against the 6,500
 * in the summary". `between`: the tokens between them; `after`: those behind the second. Cost: the tokens.
 */
export function isSetAgainst(
  one: Figure,
  other: Figure,
  between: readonly Token[],
  after: readonly Token[],
): boolean {
  if (one.unit.kind !== other.unit.kind || one.unit.code !== other.unit.code) return false;
  if (one.unit.kind === 'count' && one.state !== other.state) return false;
  if (one.noun !== null && other.noun !== null && !sameNoun(one.noun, other.noun)) return false;
  const cue = between.findIndex(({ lower }) => setsAgainst.test(lower));
  if (cue < 0) return false;
  const end = after.findIndex(({ text }) => clauseEnd.test(text));
  const told = [
    ...between.slice(cue + 1),
    ...after.slice(0, end < 0 ? behind : Math.min(end, behind)),
  ];
  return (
    told.some(({ lower }) => account.test(lower)) &&
    !told.some(({ lower }) => otherTime.test(lower))
  );
}

const moved =
  /^(?:moved|postponed|delayed|rescheduled|shifted|pushed|brought|changed|deferred|put|revised|slipped)$/u;

/** Whether the second of two dates takes the place of the first: "moved from 18 June to 25 June". `before`: the tokens before the first. */
export function isMovedTo(
  one: StatedDate,
  other: StatedDate,
  before: readonly Token[],
  between: readonly Token[],
): boolean {
  return (
    one.precision === other.precision &&
    between.length <= 2 &&
    between.at(-1)?.lower === 'to' &&
    before.at(-1)?.lower === 'from' &&
    before.slice(-5).some(({ lower }) => moved.test(lower))
  );
}
