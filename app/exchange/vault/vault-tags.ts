import type { DraftTagRef, TagDraft } from '../import-draft.ts';
import { readTint } from '../tag-colors.ts';
import { textOf, type VaultNote } from './read-note.ts';

/** The tags of a vault: those of its codebook by their ids, all others by what they are called. */
export class VaultTags {
  readonly drafts: readonly TagDraft[];
  readonly #keys = new Map<string, string>();

  constructor(codebook: VaultNote | null) {
    const entries = codebook?.values.codebook;
    const drafts: TagDraft[] = [];
    const known = new Set<string>();
    for (const entry of Array.isArray(entries) ? (entries as readonly unknown[]) : []) {
      if (typeof entry !== 'object' || entry === null) continue;
      const { tag, id, name, parent, color, description } = entry as Readonly<
        Record<string, unknown>
      >;
      const [word, key, called] = [textOf(tag), textOf(id), textOf(name)];
      if (key === null || called === null || known.has(key)) continue;
      const parentKey = textOf(parent);
      known.add(key);
      if (word !== null) this.#keys.set(word.toLowerCase(), key);
      drafts.push({
        kind: 'tag',
        key,
        name: called,
        parentKey: parentKey !== null && known.has(parentKey) ? parentKey : null,
        color: readTint(textOf(color) ?? '')?.color ?? null,
        description: textOf(description),
      });
    }
    this.drafts = drafts;
  }

  /** The tag that `#word` means. */
  of(word: string): DraftTagRef {
    const key = this.#keys.get(word.toLowerCase());
    return key === undefined ? { path: word.split('/').filter((name) => name !== '') } : { key };
  }
}
