/** The hash of a folded unit: FNV-1a over code units, mixed as MurmurHash3 ends (Austin Appleby, public domain). */
export function hashOf(folded: string): number {
  let hash = hashStart;
  for (let at = 0; at < folded.length; at += 1) hash = hashStep(hash, folded.charCodeAt(at));
  return hashEnd(hash);
}

/** For callers that have their code units one by one. */
export const hashStart = 0x811c9dc5;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashEnd(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
