import type { Tokens } from './tokens.ts';

/** A text with the tokens it has, and where each word stands. */
export interface TokenIndex {
  readonly tokens: Tokens;
  /** Token numbers of the places of a word, rising. Owned by the index. */
  placesOf(key: number): Int32Array;
}

/** Files a text's tokens by word. Cost: the tokens, a few milliseconds for 200,000. `words`: how many keys there are. */
export function indexTokens(tokens: Tokens, words: number): TokenIndex {
  const { keys, count } = tokens;
  const begins = new Int32Array(words + 1);
  for (let at = 0; at < count; at += 1) {
    const slot = (keys[at] ?? 0) + 1;
    begins[slot] = (begins[slot] ?? 0) + 1;
  }
  for (let key = 0; key < words; key += 1) {
    begins[key + 1] = (begins[key + 1] ?? 0) + (begins[key] ?? 0);
  }
  const next = begins.slice();
  const places = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    const slot = next[key] ?? 0;
    places[slot] = at;
    next[key] = slot + 1;
  }
  return { tokens, placesOf: (key) => places.subarray(begins[key] ?? 0, begins[key + 1] ?? 0) };
}

/** Where the tokens [from, to) of a list stand in the index in one run: the numbers of their first tokens, rising. */
export function placesOfRun(
  index: TokenIndex,
  keys: Int32Array,
  from: number,
  to: number,
): readonly number[] {
  let rarest = from;
  let places = index.placesOf(keys[from] ?? -1);
  for (let at = from + 1; at < to && places.length > 1; at += 1) {
    const others = index.placesOf(keys[at] ?? -1);
    if (others.length < places.length) {
      rarest = at;
      places = others;
    }
  }
  const found: number[] = [];
  for (const place of places) {
    const begin = place - (rarest - from);
    if (isRunAt(index.tokens, begin, keys, from, to)) found.push(begin);
  }
  return found;
}

function isRunAt(
  tokens: Tokens,
  begin: number,
  keys: Int32Array,
  from: number,
  to: number,
): boolean {
  if (begin < 0 || begin + (to - from) > tokens.count) return false;
  for (let at = from; at < to; at += 1) {
    if (tokens.keys[begin + at - from] !== keys[at]) return false;
  }
  return true;
}

/** The tokens that [start, end) touches, as [first, after the last); `null`: it touches none. Cost: a binary search. */
export function tokensIn(
  tokens: Tokens,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } | null {
  const from = firstEndingAfter(tokens, start);
  let to = from;
  while (to < tokens.count && (tokens.starts[to] ?? 0) < end) to += 1;
  return to > from ? { from, to } : null;
}

function firstEndingAfter({ ends, count }: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
