/**
 * Offsets of one text in code points, as most standards count (W3C Web Annotation, REFI-QDA, brat), and in UTF-16 code
 * units, as the program does (rule T3). Cost: one pass over the text, then a search in the list of signs beyond the basic
 * plane: most texts have none.
 */
export class CodePointOffsets {
  /** Where pairs of surrogates begin, in code units, rising. */
  readonly #pairs: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const pairs: number[] = [];
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
    this.#pairs = pairs;
    this.#length = text.length;
  }

  /** The offset in code units; one beyond the end stays so far beyond it. */
  toUnits(codePoints: number): number {
    // Pair number n begins at the code point #pairs[n] - n.
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) - middle < codePoints) low = middle + 1;
      else high = middle;
    }
    return codePoints + low;
  }

  /** The offset in code points; one inside a pair counts as behind it. */
  toCodePoints(utf16: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? 0) < utf16) low = middle + 1;
      else high = middle;
    }
    const inside = low > 0 && (this.#pairs[low - 1] ?? 0) + 1 === utf16;
    return utf16 - low + (inside ? 1 : 0);
  }

  /** Whether the two ways of counting are the same: no sign lies beyond the basic plane. */
  get isPlain(): boolean {
    return this.#pairs.length === 0;
  }

  /** How many code points the text has. */
  get length(): number {
    return this.toCodePoints(this.#length);
  }
}
