import type { Figure, StatedDate } from '../../fact/facts.ts';
import type { Direction } from './figure-direction.ts';

/** Arithmetic's own noise, and that of units which were converted. */
const noise = 1e-9;
/** How far above "more than 200" a source's figure may be that it still sums up. */
const mostOver = 1.5;
/** How far below "up to 200": one tends to name the next round number. */
const mostUnder = 1.25;

/** A figure with what its text says of which way it went. */
export type DirectedFigure = Figure & { readonly direction: Direction | null };

/** How cited passages stand to a figure of the writer's. */
export type FigureSupport =
  | { readonly kind: 'stated' }
  | { readonly kind: 'absent' }
  /** They have the number, and say the opposite of it: up to 200 for at least 200, a fall for a rise. */
  | {
      readonly kind: 'opposed';
      readonly by: 'bound' | 'direction';
      readonly source: DirectedFigure;
    };

/**
 * How the passages that a writer cites stand to a figure of his (rule Y12): it is stated if they have the same number in
 * the same unit, however it is written. "About" and a rounder number take in what rounds to it, "more than" and "under"
 * what is just beyond, a range needs both its ends. What a source gives as a range, an approximation or with a bound may
 * be told by its number alone, and its number with a bound; a bound to the one side is never one to the other, nor a rise
 * a fall. Killed and injured are told apart; what is counted is not, since words differ.
 */
export function figureSupport(
  figure: DirectedFigure,
  stated: readonly DirectedFigure[],
): FigureSupport {
  let opposed: FigureSupport | null = null;
  const alike = stated.filter((other) => isComparable(figure, other));
  for (const other of alike) {
    if (isCovered(figure, other)) {
      if (!areOpposite(figure.direction, other.direction)) return { kind: 'stated' };
      opposed ??= { kind: 'opposed', by: 'direction', source: other };
    } else if (isSameNumber(figure, other) && haveOppositeBounds(figure, other)) {
      opposed ??= { kind: 'opposed', by: 'bound', source: other };
    }
  }
  if (opposed !== null) return opposed;
  if (figure.least === figure.most || figure.bound === 'vague') return { kind: 'absent' };
  const has = (value: number) =>
    alike.some(({ least, most }) => isNear(least, value) || isNear(most, value));
  return { kind: has(figure.least) && has(figure.most) ? 'stated' : 'absent' };
}

function areOpposite(one: Direction | null, other: Direction | null): boolean {
  return one !== null && other !== null && one !== other;
}

function isSameNumber(one: Figure, other: Figure): boolean {
  return isNear(one.least, other.least) || isNear(one.most, other.most);
}

function reachesUp({ bound }: Figure): boolean {
  return bound === 'over' || bound === 'least';
}

function reachesDown({ bound }: Figure): boolean {
  return bound === 'under' || bound === 'most';
}

function haveOppositeBounds(one: Figure, other: Figure): boolean {
  return (reachesUp(one) && reachesDown(other)) || (reachesDown(one) && reachesUp(other));
}

function isComparable(one: Figure, other: Figure): boolean {
  if (one.state !== null && other.state !== null && one.state !== other.state) return false;
  if (one.unit.code === other.unit.code && one.unit.kind === other.unit.kind) return true;
  const [kind, otherKind] = [one.unit.kind, other.unit.kind];
  if (kind === 'currency' && otherKind === 'currency') {
    return isDollar(one.unit.code) && isDollar(other.unit.code);
  }
  // "put it at 4.2 billion": a number whose unit the sentence leaves out.
  const bare = (figure: Figure) => figure.unit.kind === 'count' && figure.noun === null;
  const large = (figure: Figure) => figure.unit.kind === 'currency' || figure.unit.kind === 'count';
  return (bare(one) && large(other)) || (bare(other) && large(one));
}

function isDollar(code: string): boolean {
  return code === '$' || /^(?:USD|AUD|CAD|NZD|HKD|SGD)$/u.test(code);
}

function isCovered(own: Figure, source: Figure): boolean {
  const [value, least, most] = [own.least, source.least, source.most];
  switch (own.bound) {
    case 'vague':
      return least <= own.most && most >= own.least;
    case 'about':
      return least - reach(own) <= own.most && most + reach(own) >= own.least;
    case 'over':
    case 'least': {
      // "Nearly 200" is more than 180; "up to 200" is more than nothing.
      if (source.bound === 'most') return false;
      if (source.bound === 'under' && value >= most * (1 - noise)) return false;
      const low = source.bound === 'vague' ? most : least;
      return low >= value * (1 - noise) && least <= value * mostOver;
    }
    case 'under':
    case 'most': {
      if (reachesUp(source)) return false;
      const high = source.bound === 'vague' ? least : most;
      return high <= own.most * (1 + noise) && most * mostUnder >= own.most;
    }
    case 'exact':
      if (own.least !== own.most) return isNear(own.least, least) && isNear(own.most, most);
      if (source.bound === 'vague') return value >= least && value <= most;
      return isNear(value, least) || isNear(value, most) || isConverted(own, source);
  }
}

/** "About 4 billion" of 4.2 billion: half a step of the writer's notation, and no less than a twentieth. */
function reach({ least, step }: Figure): number {
  return Math.max(step / 2, Math.abs(least) / 20);
}

/** Miles of kilometres, dollars of no other: lengths, weights and times that were counted in another unit. */
function isConverted(own: Figure, source: Figure): boolean {
  const { kind } = own.unit;
  if (kind !== 'measure' && kind !== 'duration') return false;
  return Math.abs(own.least - source.least) <= Math.min(own.step / 2, Math.abs(own.least) / 50);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * noise;
}

/**
 * Whether a date of the writer's is among those of the passages, or is when one of the cited articles was published: the
 * same, or a wider span around it ("in 2024" of 8 February 2024). A narrower one is not: it says more than the source.
 */
export function isDateStated(
  date: StatedDate,
  words: string,
  stated: readonly StatedDate[],
  published: readonly string[],
  passages: readonly string[],
): boolean {
  // "Last week", "Thursday", "May": said from where the writer stands, or no number.
  if (!/\p{N}/u.test(words)) return true;
  const { earliest, latest } = date;
  if (earliest === null || latest === null) {
    const folded = words.toLowerCase();
    return passages.some((passage) => passage.toLowerCase().includes(folded));
  }
  if (published.some((day) => isWithin(firstDay(day), lastDay(day), earliest, latest))) return true;
  return stated.some(
    (other) =>
      other.earliest !== null &&
      other.latest !== null &&
      isWithin(other.earliest, other.latest, earliest, latest),
  );
}

function isWithin(earliest: string, latest: string, from: string, to: string): boolean {
  return earliest >= from && latest <= to;
}

function firstDay(day: string): string {
  const date = day.slice(0, 10);
  if (date.length === 10) return date;
  return date.length === 4 ? `${date}-01-01` : `${date}-01`;
}

function lastDay(day: string): string {
  const date = day.slice(0, 10);
  if (date.length === 10) return date;
  return date.length === 4 ? `${date}-12-31` : `${date}-31`;
}
