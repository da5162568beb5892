import type { CitationProblem } from '../../../app/brief/citation-problem.ts';
import type { BriefExportOptions } from '../../../app/host/brief-export.ts';
import type { BriefBundle } from '../../../app/record/brief-bundle.ts';
import { CodedError } from '../coded-error.ts';
import type { TextStore } from '../text/text-store.ts';
import { type ComposedFile, composeBrief } from './compose-brief.ts';
import { normalisePdf } from './normalise-pdf.ts';

/** What writing a brief takes beside the brief. */
export interface BriefTools {
  /** `resources/citation-styles`. */
  readonly citationStyles: string;
  /** Prints a self-contained page; `null`: there is nothing here that could. */
  readonly printPdf: ((html: string) => Promise<Uint8Array>) | null;
}

/** A brief as a file, or why there is none: every place that may not be printed. */
export type RenderedBrief =
  | { readonly ok: true; readonly content: string | Uint8Array }
  | { readonly ok: false; readonly problems: readonly CitationProblem[] };

/** What the name of a file of each format ends with. */
export const briefEndings = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  markdown: 'md',
  text: 'txt',
} as const satisfies Record<BriefExportOptions['format'], string>;

/**
 * A brief in a format, made here: checked, composed and, where that is its format, printed (rules C2, C3, C5). Throws
 * `CodedError` as `composeBrief` and `finishBrief` do.
 */
export async function renderBrief(
  bundle: BriefBundle,
  options: BriefExportOptions,
  store: Pick<TextStore, 'read'>,
  tools: BriefTools,
): Promise<RenderedBrief> {
  const composed = await composeBrief(bundle, options, store, tools.citationStyles);
  return finishBrief(composed, tools.printPdf);
}

/** What was composed as a file: a page is printed. Throws `CodedError` `no-printer` when there is nothing to print it with. */
export async function finishBrief(
  composed: ComposedFile,
  printPdf: BriefTools['printPdf'],
): Promise<RenderedBrief> {
  if (composed.kind === 'refused') return { ok: false, problems: composed.problems };
  if (composed.kind === 'content') return { ok: true, content: composed.content };
  if (printPdf === null) {
    throw new CodedError(
      'no-printer',
      'A PDF is printed by the window of the program, and there is none here. Export it from the program, or as DOCX or HTML.',
    );
  }
  return { ok: true, content: normalisePdf(await printPdf(composed.html)) };
}
