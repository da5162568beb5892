import { liesAhead } from '../fact/date-words.ts';
import { isLittleWord } from '../fact/little-words.ts';
import type { Token } from '../fact/tokens.ts';

/** Of what a date says when it is. */
export interface StatedEvent {
  /** One word for all that mean it: `meet`, `open`, `first train`. */
  readonly event: string;
  /** Whether what is said around it lies ahead; `null`: nothing tells. */
  readonly ahead: boolean | null;
}

/** How a date bounds what happens: on it; from it on ("not before 2035"); up to it ("by 30 June"). */
export type DateReach = 'on' | 'from' | 'until';

/** Happenings that have one day or year in the articles about them. */
const events = new Map<string, string>();
for (const group of [
  'meet meets met meeting summit talks',
  'call caller call’s telephoned phoned',
  'open opens opened opening inaugurated inauguration',
  'begin begins began beginning start starts started launch launched launches',
  'finish finishes finished completed completion',
  'publish published publication',
  'sign signed signing',
  'vote election elections referendum ballot',
  'visit visits visited',
  'trial hearing verdict',
  'ceremony wedding funeral',
  'resign resigned resignation',
]) {
  const [first = '', ...others] = group.split(' ');
  for (const word of [first, ...others]) events.set(word, first);
}
/** So many tokens from its date an event is looked for. */
const farthest = 12;
const firstBefore = 8;
const clauseEnd = /^[;:!?]$/u;

/**
 * The event that a date is said of, by the nearest word for one in its clause, before it or else behind it; "first trains in
 * 2034" and "no train before 2035" are of the first train. `null`: none is said, or the date is when something was said.
 * `from`, `to`: the date's tokens, the second one behind it. Cost: constant.
 */
export function statedEvent(
  tokens: readonly Token[],
  from: number,
  to: number,
): StatedEvent | null {
  if (saysBeside(tokens, from)) return null;
  const ahead = liesAhead(tokens, from, to);
  const event =
    firstOf(tokens, from) ?? nearestEvent(tokens, from, -1) ?? nearestEvent(tokens, to - 1, 1);
  return event === null ? null : { event, ahead };
}

function nearestEvent(tokens: readonly Token[], from: number, step: 1 | -1): string | null {
  for (let distance = 1; distance <= farthest; distance += 1) {
    const at = from + step * distance;
    const token = tokens[at];
    if (token === undefined || clauseEnd.test(token.text) || isStop(tokens, at)) return null;
    // "an opening date", "a meeting room" are none.
    if (/^(?:date|dates|day|room|hall|place)$/u.test(tokens[at + 1]?.lower ?? '')) continue;
    const event = events.get(token.lower);
    if (event !== undefined) return event;
    // "see each other"
    if (
      token.lower === 'other' &&
      tokens[at - 1]?.lower === 'each' &&
      /^(?:see|saw|seen)$/u.test(tokens[at - 2]?.lower ?? '')
    )
      return 'meet';
  }
  return null;
}

function isStop(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '.' && tokens[at + 1]?.glued !== true;
}

/** "said on Tuesday": when it was said. */
function saysBeside(tokens: readonly Token[], from: number): boolean {
  for (let step = 1; step <= 3; step += 1) {
    const lower = tokens[from - step]?.lower ?? '';
    if (/^(?:said|says|told|reported|wrote|announced|added|reporters)$/u.test(lower)) return true;
    if (!/^(?:on|late|early|in|reporters|the)$/u.test(lower)) return false;
  }
  return false;
}

/** "first trains in 2034"; "no train through it before 2035". */
function firstOf(tokens: readonly Token[], from: number): string | null {
  const isNotBefore = tokens[from - 1]?.lower === 'before';
  for (let step = 1; step <= firstBefore; step += 1) {
    const token = tokens[from - step];
    if (token === undefined || clauseEnd.test(token.text) || isStop(tokens, from - step))
      return null;
    const opens = token.lower === 'first' || (isNotBefore && token.lower === 'no');
    if (!opens) continue;
    const thing = tokens[from - step + 1];
    if (
      thing?.kind !== 'word' ||
      thing.text.length < 3 ||
      isLittleWord(thing.lower) ||
      /^\p{Lu}/u.test(thing.text) ||
      /^(?:time|day|half|quarter|week|month|year|place|person|woman|man)s?$/u.test(thing.lower) ||
      from - step + 1 >= from
    )
      return null;
    return `first ${thing.lower.replace(/s$/u, '')}`;
  }
  return null;
}

/** How a date at a token bounds what is said: "by", "before" and "no later than" reach up to it, "not before" begins with it. */
export function reachOf(tokens: readonly Token[], from: number): DateReach {
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:by|until|till)$/u.test(before)) return 'until';
  if (/^(?:after|since)$/u.test(before)) return 'from';
  if (before === 'than')
    return /^later$/u.test(tokens[from - 2]?.lower ?? '')
      ? 'until'
      : /^earlier$/u.test(tokens[from - 2]?.lower ?? '')
        ? 'from'
        : 'on';
  if (before !== 'before') return 'on';
  for (let step = 2; step <= firstBefore; step += 1) {
    const token = tokens[from - step];
    if (token === undefined || /^[.;:!?]$/u.test(token.text)) break;
    if (
      /^(?:no|not|never|nobody|none|n't|unlikely)$/u.test(token.lower) ||
      /n't$/u.test(token.lower)
    )
      return 'from';
  }
  return 'until';
}
