import type { Node } from 'prosemirror-model';
import { type Decoration, DecorationSet, type DecorationSource } from 'prosemirror-view';
import { sectionsOf } from './sections.ts';

/**
 * The decorations of a reader's document, which never changes, kept by block. Finding a block's decorations costs O(1),
 * where a `DecorationSet` of the whole document searches its blocks one after the other for each block that is redrawn
 * (`forChild`), and all its decorations for each block when it is built (`buildTree`): with 5,000 blocks and 10,000
 * highlights, 50 ms for each change and 200 ms to build. A section without changes keeps its object, so the view passes
 * over it as a whole.
 *
 * `locals` and `eq` are what prosemirror-view 1.42 asks of a source beyond its declared interface. It hands a source to
 * them as it is only if it is the view's sole one, so no other plugin of the reader may have decorations.
 */
export class BlockDecorations implements DecorationSource {
  /** Of the children, with positions from the start of each: of blocks, or of sections of blocks. */
  readonly #children: readonly (DecorationSet | BlockDecorations)[];
  /** The index of the child at each position where one starts. */
  readonly #indexes: ReadonlyMap<number, number>;

  private constructor(
    children: readonly (DecorationSet | BlockDecorations)[],
    indexes: ReadonlyMap<number, number>,
  ) {
    this.#children = children;
    this.#indexes = indexes;
  }

  /** Of a document without any decoration, or a section of one. */
  static emptyOf(parent: Node): BlockDecorations {
    const children: (DecorationSet | BlockDecorations)[] = [];
    const indexes = new Map<number, number>();
    parent.forEach((child, position, index) => {
      const isSection = child.type.name === 'section';
      children.push(isSection ? BlockDecorations.emptyOf(child) : DecorationSet.empty);
      indexes.set(position, index);
    });
    return new BlockDecorations(children, indexes);
  }

  /** The same but for the blocks that `changes` has by their index in `document`. O(changes, and children of what changes). */
  with(document: Node, changes: ReadonlyMap<number, DecorationSet>): BlockDecorations {
    const { starts, sectionOf } = sectionsOf(document);
    if (starts.length === 0) return this.#with(changes);
    const bySection = new Map<number, Map<number, DecorationSet>>();
    for (const [block, drawing] of changes) {
      const section = sectionOf(block);
      const inSection = bySection.get(section) ?? new Map<number, DecorationSet>();
      bySection.set(section, inSection.set(block - (starts[section] ?? 0), drawing));
    }
    const sections = new Map<number, DecorationSet | BlockDecorations>();
    for (const [section, inSection] of bySection) {
      const before = this.#children[section];
      if (before instanceof BlockDecorations) sections.set(section, before.#with(inSection));
    }
    return this.#with(sections);
  }

  #with(changes: ReadonlyMap<number, DecorationSet | BlockDecorations>): BlockDecorations {
    const children = this.#children.slice();
    for (const [index, drawing] of changes) children[index] = drawing;
    return new BlockDecorations(children, this.#indexes);
  }

  forChild(position: number): DecorationSet | BlockDecorations {
    const index = this.#indexes.get(position);
    return (index === undefined ? undefined : this.#children[index]) ?? DecorationSet.empty;
  }

  /** The document never changes, so there is nothing to map. */
  map(): BlockDecorations {
    return this;
  }

  forEachSet(visit: (set: DecorationSet) => void): void {
    for (const child of this.#children) {
      if (child instanceof BlockDecorations) child.forEachSet(visit);
      else visit(child);
    }
  }

  /** The decorations on the children themselves: none. */
  locals(): readonly Decoration[] {
    return [];
  }

  eq(other: DecorationSource): boolean {
    return this === other;
  }
}
