import type { TextOffset } from '../base/brand.ts';

/** A range of a canonical text. */
interface StatedRange {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** What a figure counts or measures (rule B4). Figures are comparable only where the codes are the same. */
export interface FigureUnit {
  readonly kind: 'count' | 'currency' | 'percent' | 'points' | 'measure' | 'duration' | 'times';
  /**
   * `currency`: ISO 4217 (`USD`; `$` for dollars that nothing tells whose they are), `percent`: `%`, `points`: `pp`,
   * `measure`: `m`, `m2`, `m3`, `kg`, `degC`, `m/s`, `J`, `W` and the like, `duration`: `month` (years too) or `s` (weeks, days, hours
   * too), `times`: `x`, `count`: empty.
   */
  readonly code: string;
}

/**
 * How a figure is meant: `about` 200, `over` 200 (more than that), `least` 200 (that or more), `under` 200 (less, and not
 * by much: nearly, almost, fewer than), `most` 200 (that or less: up to), `vague`: dozens, hundreds of thousands.
 */
export type FigureBound = 'exact' | 'about' | 'over' | 'least' | 'under' | 'most' | 'vague';

/** A number that a text states, with what it counts (rules B1 to B6). Range: number, unit and currency, without "about". */
export interface Figure extends StatedRange {
  /** In the unit of `unit.code`. Of a range the lower end; of `dozens` the least that it may mean. */
  readonly least: number;
  /** The same as `least`, but of a range the upper end, and of `dozens` the most that it may mean. */
  readonly most: number;
  readonly bound: FigureBound;
  /** The smallest step of its notation, in the same unit: of "2.5 billion" a hundred million, of "15,000" a thousand. */
  readonly step: number;
  readonly unit: FigureUnit;
  /** What is counted, in lower case and the singular: `ship`, `person`. `null`: the text does not say beside the figure. */
  readonly noun: string | null;
  /** What became of those who are counted: `killed`, `injured`, `missing`, `arrested`, `evacuated`. `null`: nothing is said. */
  readonly state: string | null;
}

/** A date or span of time that a text states (rules B7 to B9). */
export interface StatedDate extends StatedRange {
  /** First and last day meant, `2024-02-08`, both counted; both `null` where that can't be told without a published date. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly precision:
    | 'day'
    | 'week'
    | 'month'
    | 'quarter'
    | 'season'
    | 'year'
    | 'decade'
    | 'century'
    | 'span';
  /** Whether it was worked out from the published date, or would have to be. */
  readonly relative: boolean;
}

/** A mention of somebody or something by name (rule B10). */
export interface StatedName extends StatedRange {
  /** The fullest form that the text has of it: mentions with one `name` are of the same. */
  readonly name: string;
  /** `null`: the text does not tell. */
  readonly kind: 'person' | 'organisation' | 'place' | null;
  /** `false`: more than one full name would fit the short one. */
  readonly sure: boolean;
}

/** What a text states, each list in the order of the text and without overlaps within itself. */
export interface Facts {
  readonly figures: readonly Figure[];
  readonly dates: readonly StatedDate[];
  readonly names: readonly StatedName[];
}

/** What is known of a text from outside it. */
export interface FactContext {
  /** In the form of `ArticleMetadata.published`, of whatever precision. */
  readonly published: string | null;
  /** BCP 47, as `ArticleMetadata.language`. */
  readonly language: string | null;
}
