import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { hasSeal, isSealed } from '../catalogue/catalogue-seal.ts';
import type { Finding } from './findings.ts';

/** What comparing a derived database with its seal came to. */
export interface VerifiedSeal {
  readonly isProven: boolean;
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
}

/**
 * Compares a derived database with the seal that it was closed with. While it is open, or after a crash, it has none. Cost: reading
 * the file.
 */
export function verifySealed(
  file: string,
  part: 'catalogue' | 'suggestions',
  isOpen: boolean,
): VerifiedSeal {
  const remark = (text: string): VerifiedSeal => ({
    ...{ isProven: false, findings: [], remarks: [`The file of the ${part} ${text}`] },
  });
  if (!existsSync(file)) return remark('is not there. It is made when the project is opened.');
  if (isOpen) return remark('is in use and was not proven.');
  if (!hasSeal(file)) {
    return remark('was not closed properly. It is proven when the project is opened.');
  }
  if (isSealed(file)) return { isProven: true, findings: [], remarks: [] };
  const message =
    'It is not what was written. Nothing is lost: it is made anew when the project is opened.';
  const where = `.variorum/${basename(file)}`;
  return { isProven: true, findings: [{ part, where, message }], remarks: [] };
}
