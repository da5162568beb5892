import { nounBehind } from './counted-noun.ts';
import { type Amount, isDash, readAmount } from './read-amount.ts';
import type { Token } from './tokens.ts';

/** The two ends of a range, each with the unit and scale that only one of them is written with. */
export interface AmountRange {
  readonly low: Amount;
  readonly high: Amount;
}

const betweenWords: Readonly<Record<string, string>> = {
  between: 'and',
  zwischen: 'und',
  entre: 'et',
  tra: 'e',
  tussen: 'en',
};

/** "between 5 and 7 million euros". */
export function readBetween(
  tokens: readonly Token[],
  at: number,
  language: string,
): AmountRange | null {
  const word = tokens[at]?.lower ?? '';
  const joint = betweenWords[word];
  if (joint === undefined) return null;
  const low = readAmount(tokens, at + 1, language);
  if (low === null || low.isVague) return null;
  const joined = tokens[low.next]?.lower;
  if (joined !== joint && !(word === 'entre' && joined === 'y')) return null;
  const high = readAmount(tokens, low.next + 1, language);
  return high === null ? null : rangeOf(low, high);
}

const rangeWords = new Set(['to', 'bis', 'à', 'a', 'до']);
const changes =
  /^(?:from|rose|fell|grew|climbed|dropped|cut|raised|increased|decreased|slowed|jumped|surged|lost|gained|down|up|rising|falling|widened|narrowed|von|auf|de|desde|by)$/u;

/** "5 to 5.5 per cent", "$4-5bn", "6–8 weeks"; "rose 12% to 15%" is none. */
export function readRange(
  tokens: readonly Token[],
  low: Amount,
  language: string,
): AmountRange | null {
  const joint = tokens[low.next];
  if (joint === undefined || low.isVague) return null;
  const isWord = rangeWords.has(joint.lower);
  if (!isWord && !isDash(joint)) return null;
  if (isWord) {
    for (let step = 1; step < 4; step += 1) {
      const before = tokens[low.at - step];
      if (before === undefined || before.kind === 'sign') break;
      if (changes.test(before.lower)) return null;
    }
  }
  const high = readAmount(tokens, low.next + 1, language);
  if (high === null || high.isVague) return null;
  const ends = rangeOf(low, high);
  if (ends === null) return null;
  const hasMeaning =
    high.unit !== null ||
    high.scale > 1 ||
    nounBehind(tokens, high.next) !== null ||
    tokens[low.at - 1]?.lower === 'aged';
  return hasMeaning ? ends : null;
}

/** Both ends with what only one of them has: the unit, the scale. */
function rangeOf(low: Amount, high: Amount): AmountRange | null {
  const unit = low.unit ?? high.unit;
  if (low.unit !== null && high.unit !== null && low.unit.code !== high.unit.code) return null;
  const mantissa = high.value / high.scale;
  const shares = low.scale === 1 && high.scale > 1 && low.value < mantissa;
  const scale = shares ? high.scale : 1;
  const [least, most] = [
    low.value * scale * (low.unit ?? high.unit ?? one).factor,
    high.value * (high.unit ?? low.unit ?? one).factor,
  ];
  if (!(least < most)) return null;
  return {
    low: { ...low, value: low.value * scale, step: low.step * scale, unit: low.unit ?? unit },
    high: { ...high, unit: high.unit ?? unit },
  };
}

const one = { factor: 1 };
