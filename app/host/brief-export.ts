import type { CitationProblem } from '../brief/citation-problem.ts';
import type { BriefBundle } from '../record/brief-bundle.ts';

export type { CitationProblem };

/** A brief with every record that its citations lead to. Main adds the texts and checks the words. */
export interface BriefExport extends BriefBundle {
  readonly format: 'markdown' | 'html';
}

export type ExportOutcome =
  | { readonly kind: 'written'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly problems: readonly CitationProblem[] };
