import type { Tokens } from './tokens.ts';

/** How far a hole is slid, in tokens. */
const reach = 60;

/**
 * Slides what was inserted or cut to where people insert and cut: between paragraphs, or else between sentences. An
 * alignment can't tell "born. [Last of all.]" from "born[. Last of all]." The pairs stay as good as they were. Changes
 * `pairs`. Cost: about the tokens.
 */
export function settleHoles(old: Tokens, young: Tokens, pairs: Int32Array): void {
  slideHoles(old, young, pairs);
  // What was cut from the old text was inserted into it, seen from the new one.
  const back = inverted(pairs, young.count);
  slideHoles(young, old, back);
  pairs.fill(-1);
  for (let at = 0; at < back.length; at += 1) {
    const pair = back[at] ?? -1;
    if (pair >= 0) pairs[pair] = at;
  }
}

function inverted(pairs: Int32Array, count: number): Int32Array {
  const back = new Int32Array(count).fill(-1);
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? -1;
    if (pair >= 0) back[pair] = at;
  }
  return back;
}

/** Slides the holes of the new text that stand between two neighbours of the old one. */
function slideHoles(old: Tokens, young: Tokens, pairs: Int32Array): void {
  for (let next = 0; next <= old.count; next += 1) {
    const begin = next === 0 ? 0 : pairOf(pairs, next - 1) + 1;
    const end = next === old.count ? young.count : pairOf(pairs, next);
    // Nothing was inserted, or a neighbour was cut: then it is no mere insertion.
    if (begin < 0 || end <= begin || (next > 0 && begin === 0)) continue;
    const shift = bestShift(old, young, pairs, next, begin, end);
    for (let step = 0; step < shift; step += 1) pairs[next + step] = begin + step;
    for (let step = 1; step <= -shift; step += 1) pairs[next - step] = end - step;
  }
}

/** -2 where there is none, so that it is beside nothing. */
function pairOf(pairs: Int32Array, at: number): number {
  const pair = pairs[at] ?? -1;
  return pair < 0 ? -2 : pair;
}

/** By how many tokens a hole [begin, end) is best slid, to the right or (negative) to the left. */
function bestShift(
  old: Tokens,
  young: Tokens,
  pairs: Int32Array,
  next: number,
  begin: number,
  end: number,
): number {
  const { keys } = young;
  let best = 0;
  let bestWorth = worthOf(young, begin, end);
  for (let shift = 1; shift <= reach; shift += 1) {
    const token = next + shift - 1;
    if (token >= old.count || pairs[token] !== end + shift - 1) break;
    if (keys[begin + shift - 1] !== keys[end + shift - 1]) break;
    const worth = worthOf(young, begin + shift, end + shift);
    if (worth > bestWorth) [best, bestWorth] = [shift, worth];
  }
  for (let shift = 1; shift <= reach; shift += 1) {
    const token = next - shift;
    if (token < 0 || pairs[token] !== begin - shift) break;
    if (keys[begin - shift] !== keys[end - shift]) break;
    const worth = worthOf(young, begin - shift, end - shift);
    if (worth > bestWorth) [best, bestWorth] = [-shift, worth];
  }
  return best;
}

/** How natural it is to insert [begin, end): its two edges. */
function worthOf(tokens: Tokens, begin: number, end: number): number {
  return edgeWorth(tokens, begin) + edgeWorth(tokens, end);
}

function edgeWorth({ text, starts, ends, count }: Tokens, token: number): number {
  if (token === 0 || token === count) return 3;
  const before = ends[token - 1] ?? 0;
  const between = text.slice(before, starts[token] ?? before);
  if (between.includes('\n')) return 3;
  if (between !== '' && /[.!?]/.test(text.charAt(before - 1))) return 2;
  return between === '' ? 0 : 1;
}
