import type { TextOffset } from '../../../app/base/brand.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';

export type Level = 'verbatim' | 'edited10' | 'edited20' | 'reordered';

export const levels: readonly Level[] = ['verbatim', 'edited10', 'edited20', 'reordered'];

/** A range of an article of a bench's corpus. */
export interface PlantedRange {
  readonly article: number;
  readonly start: number;
  readonly end: number;
}

/** Wording that stands in two articles because it was put there. */
export interface Planted {
  readonly level: Level | 'copy';
  readonly source: PlantedRange;
  readonly target: PlantedRange;
}

export interface PlantedCorpus {
  readonly texts: readonly RevisionText[];
  readonly planted: readonly Planted[];
  /** Of the UTF-8 texts. */
  readonly bytes: number;
}

/** A paragraph, as an object so that what was planted in it knows it wherever it comes to stand. */
export interface DraftParagraph {
  text: string;
}

export interface DraftRange {
  readonly article: number;
  readonly paragraph: DraftParagraph;
  readonly start: number;
  readonly end: number;
}

export interface DraftPlanted {
  readonly level: Planted['level'];
  readonly source: DraftRange;
  readonly target: DraftRange;
}

/** Makes texts of drafts; ranges in paragraphs become ranges of the text. */
export function finished(
  articles: readonly (readonly DraftParagraph[])[],
  planted: readonly DraftPlanted[],
): PlantedCorpus {
  const starts = new Map<DraftParagraph, number>();
  let bytes = 0;
  const texts = articles.map((paragraphs): RevisionText => {
    let start = 0;
    const blocks = paragraphs.map((paragraph): Block => {
      starts.set(paragraph, start);
      const end = start + paragraph.text.length;
      const block = {
        kind: 'paragraph',
        start: start as TextOffset,
        end: end as TextOffset,
      } as const;
      start = end + 1;
      return block;
    });
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
    bytes += Buffer.byteLength(text);
    return { hash: '' as RevisionText['hash'], text, blocks };
  });
  const rangeOf = ({ article, paragraph, start, end }: DraftRange): PlantedRange => {
    const at = starts.get(paragraph) ?? 0;
    return { article, start: at + start, end: at + end };
  };
  return {
    texts,
    planted: planted.map(({ level, source, target }) => ({
      level,
      source: rangeOf(source),
      target: rangeOf(target),
    })),
    bytes,
  };
}
