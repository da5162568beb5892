const step = 1_024;

/** The same place in both texts. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/**
 * Where offsets in the text of another program are in the canonical one, which has other line ends and spaces: the same
 * number of letters and signs stands before them. Cost: the text once, whatever is asked in which order, and 1,024 signs a
 * question.
 */
export class PositionMap {
  readonly #from: string;
  readonly #to: string;
  #at: Place = { from: 0, to: 0 };
  /** Places that were passed, one in each 1,024 signs: passages that overlap are asked for forwards and backwards. */
  readonly #passed: Place[] = [this.#at];

  /**
   * @param from the text that the offsets count in, in UTF-16 code units
   * @param to the canonical text
   */
  constructor(from: string, to: string) {
    this.#from = from;
    this.#to = to;
  }

  /** The offset in the canonical text of the first letter at or behind an offset. */
  start(offset: number): number {
    this.#walk(offset);
    let { to } = this.#at;
    while (to < this.#to.length && isSpace(this.#to.charCodeAt(to))) to += 1;
    return to;
  }

  /** The offset behind the last letter before an offset. */
  end(offset: number): number {
    this.#walk(offset);
    return this.#at.to;
  }

  /** Goes to where as many letters are passed in both texts, and no space behind them in the canonical one. */
  #walk(offset: number): void {
    let { from, to } = this.#nearest(Math.max(0, offset));
    while (from < offset && from < this.#from.length) {
      const letter = this.#from.charCodeAt(from);
      from += 1;
      if (!isSpace(letter)) to = this.#behind(letter, to);
      if (from % step === 0 && this.#passed.length === from / step) this.#passed.push({ from, to });
    }
    this.#at = { from, to };
  }

  /** Where a letter ends that stands next; what the canonical text leaves out (marks, control characters) moves nothing. */
  #behind(letter: number, to: number): number {
    let next = to;
    while (next < this.#to.length && isSpace(this.#to.charCodeAt(next))) next += 1;
    return this.#to.charCodeAt(next) === letter ? next + 1 : to;
  }

  /** The last place that is known at or before an offset. */
  #nearest(offset: number): Place {
    const passed = this.#passed[Math.min(Math.floor(offset / step), this.#passed.length - 1)];
    const { from } = this.#at;
    return passed === undefined || (from <= offset && from > passed.from) ? this.#at : passed;
  }
}

function isSpace(unit: number): boolean {
  return (
    unit <= 0x20 ||
    unit === 0xa0 ||
    unit === 0x85 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0xfeff
  );
}
