import { type TextUnits, unitFlags, unitKinds } from '../compare/text-units.ts';

/** A gram is five words, or eight signs of a script without spaces: by what each adds, until it is full. */
const full = 40;
const wordPart = 8;
const signPart = 5;

/**
 * The hashes of a text's grams: by unit, of the gram that begins there; `count` of the last ones that begin none are left
 * out. It says the same for equal units, whatever stands around them.
 */
export function gramsOf(text: TextUnits): Uint32Array {
  const { hashes, count } = text;
  const grams = new Uint32Array(count);
  let made = 0;
  for (let start = 0; start < count; start += 1) {
    let hash = 0;
    let parts = 0;
    let at = start;
    while (at < count && parts < full) {
      hash = Math.imul(hash ^ (hashes[at] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
      parts += partOf(text, at);
      at += 1;
    }
    if (parts < full) break;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    grams[start] = (hash ^ (hash >>> 16)) >>> 0;
    made = start + 1;
  }
  return grams.subarray(0, made);
}

/** How many units the gram has that begins here; infinity: none begins so near the end. */
export function gramLength(text: TextUnits, start: number): number {
  let parts = 0;
  let at = start;
  while (at < text.count && parts < full) {
    parts += partOf(text, at);
    at += 1;
  }
  return parts < full ? Number.POSITIVE_INFINITY : at - start;
}

function partOf({ flags }: TextUnits, at: number): number {
  return ((flags[at] ?? 0) & unitFlags.kind) === unitKinds.sign ? signPart : wordPart;
}
