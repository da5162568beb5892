import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { AnnotationId } from '../../record/ids.ts';
import type { RevisionText } from '../../record/text.ts';
import type { PlannedSource } from '../export-plan.ts';
import { freeName } from '../free-name.ts';
import { articleNumber, noteName } from './vault-names.ts';

/** Where an annotation is in the vault. */
interface VaultPlace {
  /** The name of its article's note, without folder and ending: what links name. */
  readonly note: string;
  /** The id of the paragraph that it begins in: `a3-10`, after the first annotation there. */
  readonly block: string;
  /** `3:10` */
  readonly label: string;
}

/** Where everything of a vault is, so that notes can link to one another. */
export class VaultPlaces {
  readonly #places = new Map<string, VaultPlace>();
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Takes a text in. Linear in its blocks and annotations. */
  add(source: PlannedSource, { blocks }: RevisionText): void {
    const note = freeName(sourceNote(source), this.#taken);
    this.#names.set(source.guid, note);
    const prefix = `a${source.article.number}${source.isPresent ? '' : `r${source.revision.number ?? 1}`}`;
    const ids = new Map<number, string>();
    let index = 0;
    for (const { id, number, passage } of source.annotations) {
      // In reading order: starts only grow.
      while (index < blocks.length - 1 && (blocks[index]?.end ?? 0) <= passage.start) index += 1;
      const block = ids.get(index) ?? `${prefix}-${number}`;
      ids.set(index, block);
      this.#places.set(id, { note, block, label: `${source.article.number}:${number}` });
    }
  }

  /** The name of a text's note, without folder and ending. */
  noteOf({ guid }: Pick<PlannedSource, 'guid'>): string {
    return this.#names.get(guid) ?? guid;
  }

  of(id: AnnotationId | string): VaultPlace | null {
    return this.#places.get(id) ?? null;
  }

  /** A link to an annotation's paragraph, shown as its number. `from`: the note that the link is in. */
  link(id: AnnotationId | string, from: string | null): string | null {
    const place = this.of(id);
    if (place === null) return null;
    return `[[${place.note === from ? '' : place.note}#^${place.block}|${place.label}]]`;
  }
}

function sourceNote({ article, isPresent, revision }: PlannedSource): string {
  const { title } = effectiveMetadata(article);
  const number = articleNumber(article.number);
  return noteName(
    isPresent ? number : `${number} revision ${revision.number ?? revision.id}`,
    title,
  );
}
