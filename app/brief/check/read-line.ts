import type { StatedDate } from '../../fact/facts.ts';
import type { BriefLine, LineCitation } from './brief-lines.ts';
import { lineRuns, type WordRuns } from './copied-words.ts';
import type { DirectedFigure } from './figure-support.ts';
import {
  type LineSentence,
  lineSentences,
  lineText,
  type TypedQuotation,
} from './line-sentences.ts';
import { statedFacts } from './stated-facts.ts';

/** What a line states, read from where its passages stand. */
export interface LineFacts {
  /** Of the line, as it was read. */
  readonly text: string;
  readonly figures: readonly DirectedFigure[];
  readonly dates: readonly StatedDate[];
}

/** A line as it was read, whatever the records say. What costs is read when it is asked for first, and kept. */
export interface ReadLine {
  readonly sentences: readonly LineSentence[];
  readonly typed: readonly TypedQuotation[];
  /** `false`: no word of the line is a number. */
  readonly mayHoldFigure: boolean;
  /** Its figures and dates, for a published date and a language of its passages. */
  facts(published: string | null, language: string | null): LineFacts;
  /** Its runs of words outside quotation marks. */
  runs(): WordRuns;
}

/**
 * Reads a line; `lastSign` says how the words of a citation end. `onFacts` hears of each reading of figures and dates.
 * Cost: the length.
 */
export function readLine(
  line: BriefLine,
  lastSign: (citation: LineCitation) => string,
  onFacts: () => void,
): ReadLine {
  const { sentences, typed } = lineSentences(line, lastSign);
  const known = new Map<string, LineFacts>();
  let runs: WordRuns | null = null;
  return {
    sentences,
    typed,
    mayHoldFigure: mayHoldFigure(line.text),
    facts(published, language) {
      const key = `${published}|${language}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      onFacts();
      const text = lineText(line);
      const made = { text: text.text, ...statedFacts(text, { published, language }) };
      known.set(key, made);
      return made;
    },
    runs() {
      runs ??= lineRuns(line, typed);
      return runs;
    },
  };
}

/** Digits, or one of the words that numbers are written in: most lines have none, and reading costs. */
function mayHoldFigure(text: string): boolean {
  return (
    /\p{N}/u.test(text) ||
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|double|triple|twice|percent)\b/iu.test(
      text,
    ) ||
    /[^\u0000-\u024f]/u.test(text)
  );
}
