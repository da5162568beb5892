import type { CitationProblem } from '../brief/citation-problem.ts';
import type { BriefBundle } from '../record/brief-bundle.ts';

export type { CitationProblem };

/** What a brief can be exported as. */
export const briefFormats = ['docx', 'pdf', 'html', 'markdown', 'text'] as const;

export type BriefFormat = (typeof briefFormats)[number];

/** How a brief is exported. */
export interface BriefExportOptions {
  readonly format: BriefFormat;
  /** Whether every cited passage stands at the end, with its revision's hash and its offsets. */
  readonly appendix: boolean;
  /** Whether the writer's comments to self are in it. */
  readonly comments: boolean;
  /** Plain text: whether lines are broken, which breaks those of quotations too. */
  readonly wrap: boolean;
}

/** A brief with every record that its citations lead to. Main adds the texts and checks the words. */
export interface BriefExport extends BriefBundle, BriefExportOptions {}

export type ExportOutcome =
  | { readonly kind: 'written'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly problems: readonly CitationProblem[] };
