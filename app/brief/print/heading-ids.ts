/**
 * Gives each heading of a brief an id of its own: `section-` and what of its words can stand in an address, numbered where
 * two are the same. One instance serves one brief, asked in its order.
 */
export class HeadingIds {
  readonly #given = new Set<string>();

  next(words: string): string {
    const slug = words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-|-$/g, '');
    const base = slug === '' ? 'section' : `section-${slug}`;
    let id = base;
    for (let count = 2; this.#given.has(id); count += 1) id = `${base}-${count}`;
    this.#given.add(id);
    return id;
  }
}
