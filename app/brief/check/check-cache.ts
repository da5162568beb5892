import type { RevisionHash } from '../../base/brand.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { type BriefUnit, type LineCitation, unitsOfBlock } from './brief-lines.ts';
import { hitsIn, type SourceRuns, sourceRunsInSteps, type WordRuns } from './copied-words.ts';
import { type Passage, readPassage } from './passage-reader.ts';
import { type ReadLine, readLine } from './read-line.ts';

/** A line or block citation of a document with what was read of it. A block citation has nothing to read. */
export type ReadUnit = BriefUnit & { readonly read: ReadLine | null };

/** What checks have read so far, one after the other: what a check cost is what it adds to these. */
export interface CheckCounts {
  /** Blocks of the document taken apart into lines and sentences. */
  blocks: number;
  /** Lines and block citations of these. */
  units: number;
  /** Lines whose figures and dates were read. */
  lines: number;
  /** Cited passages and texts that were met for the first time. */
  passages: number;
  /** Pieces of these whose figures were read, or whose words were folded. */
  pieces: number;
  /** Texts whose runs of words were gone through. */
  texts: number;
  /** Lines that were held against a text. */
  comparisons: number;
}

interface ReadBlock {
  readonly index: number;
  /** How the cited words of each line end: sentences hang on it. */
  readonly signs: string;
  readonly units: readonly ReadUnit[];
}

/**
 * What checks of one brief keep from one to the next (rule Y20): blocks are values, so one that nobody wrote in is read
 * once, as is a passage and a text. Holds the blocks of documents weakly, passages and texts until a check ends that did
 * not ask for them. Never shared between two projects.
 */
export class CheckCache {
  readonly counts: CheckCounts = {
    ...{ blocks: 0, units: 0, lines: 0, passages: 0, pieces: 0, texts: 0, comparisons: 0 },
  };
  readonly #blocks = new WeakMap<RichTextNode, ReadBlock>();
  readonly #passages = new Map<string, { passage: Passage; run: number }>();
  readonly #texts = new Map<RevisionHash, { runs: SourceRuns; run: number }>();
  readonly #hits = new WeakMap<WordRuns, WeakMap<SourceRuns, readonly number[]>>();
  #run = 0;

  /** A check begins. */
  begin(): void {
    this.#run += 1;
  }

  /** A check came to its end: what it did not ask for goes. */
  end(): void {
    for (const [id, { run }] of this.#passages) if (run !== this.#run) this.#passages.delete(id);
    for (const [hash, { run }] of this.#texts) if (run !== this.#run) this.#texts.delete(hash);
  }

  /**
   * The lines and citations of a block at its place in the document. `lastSign` says how the words of a citation end.
   * Cost: the block, unless it was read before; what moved or cites other words is read again.
   */
  *unitsInSteps(
    block: RichTextNode,
    index: number,
    lastSign: (citation: LineCitation) => string,
  ): Generator<void, readonly ReadUnit[]> {
    const known = this.#blocks.get(block);
    if (known !== undefined && known.signs === signsOf(known.units, lastSign)) {
      if (known.index === index) return known.units;
      const moved = known.units.map((unit) => ({ ...unit, path: [index, ...unit.path.slice(1)] }));
      this.#blocks.set(block, { ...known, index, units: moved });
      return moved;
    }
    this.counts.blocks += 1;
    const onFacts = (): void => {
      this.counts.lines += 1;
    };
    const units: ReadUnit[] = [];
    for (const unit of unitsOfBlock(block, [index])) {
      // A table or a list is one block of many lines.
      if (units.length > 0) yield;
      this.counts.units += 1;
      units.push({
        ...unit,
        read: unit.kind === 'citation' ? null : readLine(unit, lastSign, onFacts),
      } as ReadUnit);
    }
    this.#blocks.set(block, { index, signs: signsOf(units, lastSign), units });
    return units;
  }

  /** The passage of an id, read anew if its words or what is known of it have changed. */
  passage(id: string, text: string, published: string | null, language: string | null): Passage {
    const known = this.#passages.get(id);
    const isSame =
      known?.passage.text === text &&
      known.passage.published === published &&
      known.passage.language === language;
    if (known !== undefined && isSame) {
      known.run = this.#run;
      return known.passage;
    }
    this.counts.passages += 1;
    const passage = readPassage(text, published, language, () => {
      this.counts.pieces += 1;
    });
    this.#passages.set(id, { passage, run: this.#run });
    return passage;
  }

  /** The runs of words of a text; gives way while it goes through one for the first time. */
  *runsOf(hash: RevisionHash, text: string): Generator<void, SourceRuns> {
    const known = this.#texts.get(hash);
    if (known !== undefined) {
      known.run = this.#run;
      return known.runs;
    }
    const runs = yield* sourceRunsInSteps(text);
    this.counts.texts += 1;
    this.#texts.set(hash, { runs, run: this.#run });
    return runs;
  }

  /** Where runs of a line begin that a text has. Cost: the runs of the line, once for each text. */
  hits(line: WordRuns, source: SourceRuns): readonly number[] {
    if (line.runs.length === 0) return [];
    const ofLine = this.#hits.get(line) ?? new WeakMap<SourceRuns, readonly number[]>();
    this.#hits.set(line, ofLine);
    const known = ofLine.get(source);
    if (known !== undefined) return known;
    this.counts.comparisons += 1;
    const found = hitsIn(line, source);
    ofLine.set(source, found);
    return found;
  }
}

function signsOf(
  units: readonly BriefUnit[],
  lastSign: (citation: LineCitation) => string,
): string {
  return units
    .flatMap((unit) => (unit.kind === 'citation' ? [] : unit.citations.map(lastSign)))
    .join('');
}
