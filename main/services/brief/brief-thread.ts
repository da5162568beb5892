import type { BriefExport } from '../../../app/host/brief-export.ts';
import { CodedError } from '../coded-error.ts';
import { TextStore } from '../text/text-store.ts';
import { type ComposedFile, composeBrief } from './compose-brief.ts';

/** What a thread needs to compose a brief. */
export interface ComposeRequest {
  readonly request: BriefExport;
  /** The folder of the project's texts. */
  readonly texts: string;
  /** `resources/citation-styles`. */
  readonly citationStyles: string;
}

/** An expected failure as it crosses from a thread. */
export type ComposeAnswer =
  | ComposedFile
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Composes a brief from what can cross between threads. Rejects for bugs only. */
export async function answerCompose({
  request,
  texts,
  citationStyles,
}: ComposeRequest): Promise<ComposeAnswer> {
  try {
    return await composeBrief(request, request, new TextStore(texts), citationStyles);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { kind: 'failed', code: error.code, message: error.message };
  }
}
