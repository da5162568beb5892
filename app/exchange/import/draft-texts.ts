import type { RevisionHash } from '../../base/brand.ts';
import { CodePointOffsets } from '../code-point-offsets.ts';
import type { TextSource } from '../exchange-format.ts';
import type { DraftSelector } from '../import-draft.ts';
import { PositionMap } from './position-map.ts';

/** A text that selectors are looked for in. */
export interface DraftText {
  readonly text: string;
  readonly offsets: CodePointOffsets;
  /** A selector that counts in this text: offsets in another program's text are mapped, its words taken from there. */
  mapped(selector: DraftSelector): DraftSelector;
}

/** So many texts are kept at hand: annotations mostly come text by text. */
const mostTexts = 32;
const contextLength = 32;

/** The texts that an import looks into, the last ones kept. */
export class DraftTexts {
  readonly #source: TextSource;
  readonly #sources = new Map<RevisionHash, string>();
  readonly #texts = new Map<RevisionHash, DraftText>();

  constructor(source: TextSource) {
    this.#source = source;
  }

  /** Positions in a text count in another one: the text as the file has it. */
  noteSource(hash: RevisionHash, text: string): void {
    this.#sources.set(hash, text);
    this.#texts.delete(hash);
  }

  /** `null`: it could not be read. */
  async read(hash: RevisionHash): Promise<DraftText | null> {
    const known = this.#texts.get(hash);
    if (known !== undefined) {
      // The last one asked for is let go of last.
      this.#texts.delete(hash);
      this.#texts.set(hash, known);
      return known;
    }
    const stored = await this.#source.read(hash);
    if (stored === null) return null;
    const text = draftText(stored.text, this.#sources.get(hash) ?? null);
    this.#texts.set(hash, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > mostTexts && oldest !== undefined) this.#texts.delete(oldest);
    return text;
  }
}

function draftText(text: string, source: string | null): DraftText {
  const offsets = new CodePointOffsets(text);
  if (source === null || source === text) return { text, offsets, mapped: (selector) => selector };
  const map = new PositionMap(source, text);
  const inSource = new CodePointOffsets(source);
  return {
    text,
    offsets,
    mapped: (selector) => {
      if (selector.position === undefined) return selector;
      const { unit } = selector.position;
      const start =
        unit === 'utf-16' ? selector.position.start : inSource.toUnits(selector.position.start);
      const end =
        unit === 'utf-16' ? selector.position.end : inSource.toUnits(selector.position.end);
      const from = map.start(start);
      const to = Math.max(map.end(end), from);
      const around = {
        prefix: source.slice(Math.max(0, start - contextLength), start),
        suffix: source.slice(end, end + contextLength),
      };
      return {
        ...around,
        ...selector,
        quote: squeezed(selector.quote ?? source.slice(start, end), text.slice(from, to)),
        position: { start: from, end: to, unit: 'utf-16' },
      };
    },
  };
}

/** The words as the canonical text has them, if they differ in nothing but spaces; else as they are. */
function squeezed(words: string, canonical: string): string {
  return words.replace(/\s+/g, '') === canonical.replace(/\s+/g, '') ? canonical : words;
}
