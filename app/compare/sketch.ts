import { distinctHashes } from './shingles.ts';

/**
 * A sample of a text's shingles that is comparable between texts: all hashes below a limit (Broder 1997, the MOD m
 * sketch). Unlike MinHash it tells containment too, so that a copy cut in half is found as well as one with edits.
 */
export interface Sketch {
  /** How many shingles the text has, repeated ones too. */
  readonly shingles: number;
  /** Ascending. */
  readonly hashes: Uint32Array;
}

// At most one shingle in 16 is kept, of shorter texts more, so that there are at least some 64 where there can be.
const sparsest = 4;
const wanted = 64;

/** The sample of a text by its shingles, in any order. Cost: their count. */
export function sketchOf(shingles: Uint32Array): Sketch {
  const limit = limitOf(shingles.length);
  const kept = new Uint32Array(shingles.length);
  let count = 0;
  for (let index = 0; index < shingles.length; index += 1) {
    const hash = shingles[index] ?? 0;
    if (hash >= limit) continue;
    kept[count] = hash;
    count += 1;
  }
  return { shingles: shingles.length, hashes: distinctHashes(kept.subarray(0, count)) };
}

/** Hashes below this are in the sample of a text of so many shingles. */
export function limitOf(shingles: number): number {
  const halvings = Math.min(sparsest, Math.max(0, Math.floor(Math.log2(shingles / wanted))));
  return 2 ** (32 - halvings);
}

/** How many hashes of a sample are below a limit. */
export function countBelow({ hashes }: Sketch, limit: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
