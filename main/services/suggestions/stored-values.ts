import type { TextOffset } from '../../../app/base/brand.ts';
import type {
  ConflictSuggestion,
  QuotationSuggestion,
  SuggestedSpeaker,
} from '../../../app/host/suggestions.ts';
import type { FormulaReason } from '../../../app/parallel/parallel-pair.ts';

/** What is kept of a pair beside its row's columns. */
export interface PairValue {
  /** Start and end in `one`, start and end in `other`. */
  readonly ranges: readonly [TextOffset, TextOffset, TextOffset, TextOffset];
  readonly quoted: readonly [boolean, boolean];
  readonly words: number;
  readonly verbatim: boolean;
  readonly formula: FormulaReason | null;
}

/** What is kept of a cluster. */
export interface ClusterValue {
  /** The article's key, start, end, wording. */
  readonly passages: readonly (readonly [
    article: number,
    start: TextOffset,
    end: TextOffset,
    wording: number,
  ])[];
  readonly articles: number;
  readonly wordings: number;
}

/** What is kept of a quotation. */
export interface QuotationValue extends Pick<QuotationSuggestion, 'form' | 'cue' | 'place'> {
  readonly range: readonly [TextOffset, TextOffset];
  readonly speaker: SuggestedSpeaker | null;
}

/** What is kept of one side of a conflict: the passage's start and end, the words', what they mean. */
export type SideValue = readonly [
  start: TextOffset,
  end: TextOffset,
  wordsStart: TextOffset,
  wordsEnd: TextOffset,
  value: string,
];

/** What is kept of a conflict. */
export interface ConflictValue extends Pick<ConflictSuggestion, 'about' | 'joined' | 'remark'> {
  readonly one: SideValue;
  readonly other: SideValue;
}

/** A value as the tables hold it. As bytes, since libsql ends the process over a text that is damaged. */
export function encodeValue(
  value: PairValue | ClusterValue | QuotationValue | ConflictValue,
): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** The caller says which it is: the row's kind tells. Throws as for a damaged database when it is none. */
export function decodeValue<Value>(bytes: Uint8Array): Value {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Value;
  } catch {
    throw Object.assign(new Error('A suggestion is not what was stored.'), {
      code: 'SQLITE_CORRUPT',
    });
  }
}
