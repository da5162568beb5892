/** How many words make a shingle; in scripts without spaces, how many signs (rule S12). */
const shingleWords = 4;

/** Texts with fewer shingles are not compared: a line that stands under every article makes no copy of it. */
export const fewestShingles = 16;

/** Two texts as likely as this are near duplicates. */
export const nearDuplicate = 0.5;

// A copy that lost its end says nothing new; that counts almost as much as being the same.
const weightOfContainment = 0.9;
// A sentence that a long text holds is a quotation and no copy.
const leastShare = 0.2;

const isWordUnit = new Uint8Array(128);
for (let unit = 0; unit < 128; unit += 1) {
  isWordUnit[unit] = /[0-9a-z]/i.test(String.fromCharCode(unit)) ? 1 : 0;
}

/**
 * The shingles of a text as 32-bit hashes in their order, one for each word that ends one (Broder, On the resemblance and
 * containment of documents, 1997). The text comes folded, with words apart by ASCII signs or spaces, as the catalogue
 * indexes it; capital ASCII letters count as small. Cost: the length.
 */
export function shinglesOf(text: string): Uint32Array {
  // A word and what parts it from the next take two code units at least.
  const shingles = new Uint32Array((text.length >> 1) + 1);
  const recent = new Int32Array(shingleWords);
  let hash = 0;
  let words = 0;
  let count = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    if (unit >= 128 || isWordUnit[unit] === 1) {
      const small = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
      // FNV-1a over code units; 0 is kept for "no word".
      hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ small, 0x01000193) || 1;
      continue;
    }
    if (hash === 0) continue;
    recent[words % shingleWords] = hash;
    words += 1;
    hash = 0;
    if (words < shingleWords) continue;
    shingles[count] = shingleHash(recent, words);
    count += 1;
  }
  return shingles.subarray(0, count);
}

/** Hashes ascending, each once. `hashes` is left as it is. */
export function distinctHashes(hashes: Uint32Array): Uint32Array {
  const ascending = Uint32Array.from(hashes).sort();
  let kept = 0;
  for (let index = 0; index < ascending.length; index += 1) {
    if (index > 0 && ascending[index] === ascending[index - 1]) continue;
    ascending[kept] = ascending[index] ?? 0;
    kept += 1;
  }
  return ascending.slice(0, kept);
}

/** How alike two texts are by their shingles (rule S12), 0 to 1. Both ascending, each once. */
export function similarityOf(one: Uint32Array, other: Uint32Array): number {
  const fewer = Math.min(one.length, other.length);
  const more = Math.max(one.length, other.length);
  if (fewer === 0) return 0;
  const shared = countShared(one, other);
  const resemblance = shared / (fewer + more - shared);
  const containment = fewer >= more * leastShare ? shared / fewer : 0;
  return Math.max(resemblance, weightOfContainment * containment);
}

function countShared(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let first = 0;
  let second = 0;
  while (first < one.length && second < other.length) {
    const difference = (one[first] ?? 0) - (other[second] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) first += 1;
    if (difference >= 0) second += 1;
  }
  return shared;
}

/** One hash of the last words in their order, mixed as MurmurHash3 ends (Austin Appleby, public domain). */
function shingleHash(recent: Int32Array, count: number): number {
  let hash = 0;
  for (let index = 0; index < shingleWords; index += 1) {
    hash = Math.imul(hash, 0x5bd1e995) + (recent[(count + index) % shingleWords] ?? 0);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
