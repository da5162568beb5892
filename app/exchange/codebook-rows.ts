import { foldTagName } from '../annotation/fold-tag-name.ts';
import type { DraftTag } from './codebook-draft.ts';
import type { Remarks } from './draft-text.ts';

/** Made of paths and parents, tags may be far more than rows. */
export const mostTags = 20_000;
const mostNested = 400;

/** What a row of a table says of a tag. */
export interface CodebookRow {
  /** For people: which one of the file, counted from 1. */
  readonly line: number;
  readonly name: string;
  /** The names above it, from the top; one alone may be that of another row. */
  readonly parent: readonly string[];
  readonly said: Omit<DraftTag, 'name' | 'parent'>;
}

interface Placed {
  readonly row: CodebookRow;
  readonly index: number;
  /** The row that it stands below; `null`: it stands below `parent`. */
  above: Placed | null;
  parent: readonly string[];
  /** `null`: it is left out; `undefined`: not known yet. */
  path: readonly string[] | null | undefined;
}

/** The rows of a codebook's table, and the tree that they are: what stands above a row may come after it. */
export class CodebookRows {
  readonly #remarks: Remarks;
  /** Names as they are compared: the same ones stand in many paths. */
  readonly #folded = new Map<string, string>();
  readonly #rows: Placed[] = [];
  /** The last row so far of each name. */
  readonly #byName = new Map<string, Placed>();
  /** The first row of each name that a row asked for before there was one, once there is. */
  readonly #later = new Map<string, Placed | null>();
  readonly #waiting: { readonly placed: Placed; readonly name: string }[] = [];

  /** What can't be carried over is noted in `remarks`. */
  constructor(remarks: Remarks) {
    this.#remarks = remarks;
  }

  /** Takes a row whose parents are told by their whole path, or by a name that the row of another may have. */
  add(row: CodebookRow, by: 'path' | 'name'): void {
    const { parent } = row;
    const placed: Placed = { row, index: this.#rows.length, above: null, parent, path: undefined };
    const [only, ...more] = parent;
    if (by === 'name' && only !== undefined && more.length === 0) {
      const name = this.#fold(only);
      placed.above = this.#byName.get(name) ?? null;
      if (placed.above === null) {
        this.#waiting.push({ placed, name });
        if (!this.#later.has(name)) this.#later.set(name, null);
      }
    }
    const own = this.#fold(row.name);
    this.#byName.set(own, placed);
    if (this.#later.get(own) === null) this.#later.set(own, placed);
    this.#rows.push(placed);
  }

  /**
   * The rows as a tree: parents that no row is about are made, of two rows with one path the first counts; where parents lead
   * back to themselves, the first of those rows stands at the top (as rule G1 has it). `null`: it would be too large. To be
   * called once.
   */
  tags(): readonly DraftTag[] | null {
    for (const { placed, name } of this.#waiting) placed.above = this.#later.get(name) ?? null;
    const said = new Map<string, CodebookRow['said']>();
    const paths: (readonly string[])[] = [];
    for (const placed of this.#rows) {
      const path = this.#pathOf(placed);
      if (path === null) continue;
      const key = this.#keyOf(path);
      if (said.has(key)) {
        this.#remarks.note('Rows that repeat a path, which were left out', `“${path.join('/')}”`);
        continue;
      }
      said.set(key, placed.row.said);
      paths.push(path);
    }
    return this.#placeAll(paths, said);
  }

  #placeAll(
    paths: readonly (readonly string[])[],
    said: ReadonlyMap<string, CodebookRow['said']>,
  ): readonly DraftTag[] | null {
    const tags: DraftTag[] = [];
    const places = new Map<string, number>();
    const nothing = { guid: null, color: null, description: null, key: null };
    const place = (path: readonly string[]): number => {
      const key = this.#keyOf(path);
      const known = places.get(key);
      if (known !== undefined) return known;
      const parent = path.length === 1 ? null : place(path.slice(0, -1));
      const index = tags.length;
      tags.push({ name: path.at(-1) ?? '', parent, ...(said.get(key) ?? nothing) });
      places.set(key, index);
      return index;
    };
    for (const path of paths) {
      place(path);
      if (tags.length > mostTags) return null;
    }
    return tags;
  }

  #pathOf(wanted: Placed): readonly string[] | null {
    const chain = this.#chainTo(wanted);
    for (const placed of chain.toReversed()) {
      const before = placed.above === null ? placed.parent : (placed.above.path ?? null);
      placed.path = before === null ? null : this.#kept(placed.row, [...before, placed.row.name]);
    }
    return wanted.path ?? null;
  }

  #kept(row: CodebookRow, path: readonly string[]): readonly string[] | null {
    if (path.length <= mostNested) return path;
    const sentence = `Rows nested more than ${mostNested} deep, which were left out`;
    this.#remarks.note(sentence, `row ${row.line}`);
    return null;
  }

  /** The row and those above it whose paths are not known yet, the lowest first. */
  #chainTo(wanted: Placed): readonly Placed[] {
    const chain = new Set<Placed>();
    let next: Placed | null = wanted;
    while (next !== null && next.path === undefined) {
      if (chain.has(next)) {
        this.#open([...chain].slice([...chain].indexOf(next)));
        return this.#chainTo(wanted);
      }
      chain.add(next);
      next = next.above;
    }
    return [...chain];
  }

  /** Opens a ring of parents. */
  #open(ring: readonly Placed[]): void {
    const first = ring.reduce((one, other) => (other.index < one.index ? other : one));
    first.above = null;
    first.parent = [];
    this.#remarks.note(
      'Rows whose parents lead back to themselves, which stand at the top',
      `“${first.row.name}”`,
    );
  }

  #keyOf(path: readonly string[]): string {
    return JSON.stringify(path.map((name) => this.#fold(name)));
  }

  #fold(name: string): string {
    const known = this.#folded.get(name);
    if (known !== undefined) return known;
    const folded = foldTagName(name);
    this.#folded.set(name, folded);
    return folded;
  }
}
