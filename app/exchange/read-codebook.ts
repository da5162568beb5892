import type { Result } from '../base/result.ts';
import type { CodebookDraft } from './codebook-draft.ts';
import { readCodebookCsv } from './read-codebook-csv.ts';
import { readQdc } from './read-qdc.ts';

/** Reads a codebook from a file of either kind; what begins as XML is QDC, everything else a table. */
export function readCodebook(content: string): Result<CodebookDraft, 'unreadable'> {
  return /^\ufeff?\s*</.test(content) ? readQdc(content) : readCodebookCsv(content);
}
