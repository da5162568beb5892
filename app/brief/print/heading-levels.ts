/**
 * Gives headings levels that are never skipped: one more than the heading that it stands below, whatever the writer chose
 * ("what is below the title" for a section of the second level that nothing of the first stands over). One instance serves
 * one brief, asked in its order.
 */
export class HeadingLevels {
  /** The levels, as the writer chose them, of the headings that what follows stands below. */
  #above: readonly number[] = [];

  /** The level of the next heading, from 1 up and no deeper than the one it was given. */
  next(chosen: 1 | 2 | 3): 1 | 2 | 3 {
    this.#above = [...this.#above.filter((level) => level < chosen), chosen];
    const depth = this.#above.length;
    return depth >= 3 ? 3 : depth === 2 ? 2 : 1;
  }

  /** Headings within a list, a table or words set off: what follows behind those stands below none of them. */
  within<Made>(make: () => Made): Made {
    const above = this.#above;
    const made = make();
    this.#above = above;
    return made;
  }
}
