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

/** What an ASCII code unit counts as in a word: small letters, digits; 0 between words. */
const wordUnits = new Uint8Array(128);
for (let unit = 0; unit < 128; unit += 1) {
  const character = String.fromCharCode(unit);
  if (/[0-9a-z]/i.test(character)) wordUnits[unit] = character.toLowerCase().charCodeAt(0);
}

/**
 * The shingles of a text as 32-bit hashes in their order, one for each word that ends one (Broder, On the resemblance and
 * containment of documents, 1997). The text comes folded, with words apart by ASCII signs or spaces, as the catalogue
 * indexes it; capital ASCII letters count as small. Cost: the length.
 */
export function shinglesOf(text: string): Uint32Array {
  // A word and what parts it from the next take two code units at least.
  const shingles = new Uint32Array((text.length >> 1) + 1);
  // The words before the one that ends a shingle, mixed into its hash one after the other.
  let first = 0;
  let second = 0;
  let third = 0;
  let words = 0;
  let count = 0;
  const length = text.length;
  for (let at = 0; at < length; at += 1) {
    let unit = wordUnitAt(text, at);
    if (unit === 0) continue;
    // FNV-1a over code units; 0 is kept for "no word".
    let hash = 0x811c9dc5 | 0;
    do {
      hash = Math.imul(hash ^ unit, 0x01000193);
      if (hash === 0) hash = 1;
      at += 1;
      unit = at < length ? wordUnitAt(text, at) : 0;
    } while (unit !== 0);
    words += 1;
    if (words >= shingleWords) {
      shingles[count] = shingleHash(mixed(mixed(mixed(mixed(0, first), second), third), hash));
      count += 1;
    }
    first = second;
    second = third;
    third = hash;
  }
  return shingles.subarray(0, count);
}

function wordUnitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < 128 ? (wordUnits[unit] ?? 0) : unit;
}

/** Hashes ascending, each once. `hashes` is left as it is. */
export function distinctHashes(hashes: Uint32Array): Uint32Array {
  const ascending = hashes.slice().sort();
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

function mixed(hash: number, word: number): number {
  const both = Math.imul(hash, 0x5bd1e995) + word;
  return both ^ (both >>> 15);
}

/** Of the mixed hashes of words, as MurmurHash3 ends (Austin Appleby, public domain). */
function shingleHash(words: number): number {
  let hash = Math.imul(words ^ (words >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
