/**
 * What kind of unit a text is compared by:
 * - `word`: letters or digits in a row
 * - `sign`: of a script without spaces; two count as a word
 * - `tail`: what stands behind an apostrophe or a decimal sign in a word ("s" of "China's"); weighs nothing
 * - `more`: the second word and further ones of a number in digits ("200": two hundred); weighs nothing, stands nowhere
 */
export const unitKinds = { word: 0, sign: 1, tail: 2, more: 3 } as const;

/** Bits of a unit's flags beside its kind, which are the lowest two. */
export const unitFlags = { kind: 3, startsBlock: 4, capital: 8, quoted: 16, number: 32 } as const;

/**
 * A text as it is compared (rule U1): its units in order, as arrays of one length. Equal hashes are taken for equal units:
 * of 300,000 different words some ten pairs share theirs, which changes no passage that one could see.
 */
export interface TextUnits {
  readonly count: number;
  readonly hashes: Uint32Array;
  /** Code units of the canonical text. */
  readonly starts: Uint32Array;
  readonly lengths: Uint16Array;
  readonly flags: Uint8Array;
}

/** What a unit adds to a passage, in halves of a word, by its kind. */
export const unitWeights: readonly number[] = [2, 1, 0, 0];
/** The same where a tail counts as a word, as it does in a run of equal units. */
export const runWeights: readonly number[] = [2, 1, 2, 0];
