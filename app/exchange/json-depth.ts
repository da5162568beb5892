const [quote, backslash] = [0x22, 0x5c];
const [opening, closing] = [
  [0x5b, 0x7b],
  [0x5d, 0x7d],
] as const;
/**
 * Far deeper than any annotation or reference. A parser keeps something for each step down: so many cost tens of megabytes, and
 * one item that is so deep may still be refused alone.
 */
const deepest = 200_000;

/**
 * Tells JSON that is nested so deep that it was made to fill memory, before a parser reads it: piece by piece, in UTF-8 or as
 * text. Linear; keeps nothing.
 */
export class JsonDepth {
  #depth = 0;
  #isText = false;
  #isEscaped = false;

  /** Takes the next piece. Answers whether something up to its end is nested deeper than anything real. */
  isTooDeep(piece: Uint8Array | string): boolean {
    const { length } = piece;
    for (let at = 0; at < length; at += 1) {
      const sign = typeof piece === 'string' ? piece.charCodeAt(at) : piece[at];
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isText) {
        if (sign === quote) this.#isText = false;
        else if (sign === backslash) this.#isEscaped = true;
      } else if (sign === quote) this.#isText = true;
      else if (sign === opening[0] || sign === opening[1]) this.#depth += 1;
      else if (sign === closing[0] || sign === closing[1]) this.#depth -= 1;
      if (this.#depth > deepest) return true;
    }
    return false;
  }
}

/** What is said of such a file, in brackets behind what it is not. */
export const tooDeep = 'it is nested deeper than any such file';
