import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueVersion, openToRead } from '../catalogue/catalogue-database.ts';
import { readEnd } from '../catalogue/catalogue-meta.ts';
import type { Finding } from './findings.ts';
import { missing } from './verify-journal.ts';
import { type VerifiedSeal, verifySealed } from './verify-sealed.ts';

/** What the catalogue came to, and what it has seen that the journal has not: lines that were taken from its end. */
export interface VerifiedCatalogue extends VerifiedSeal {
  readonly missing: readonly Finding[];
}

/** Compares the catalogue with its seal, and how far it is with the journal. Cost: the file, twice. */
export async function verifyCatalogue(
  file: string,
  about: {
    readonly isOpen: boolean;
    readonly projectId: string;
    readonly lastSequence: number;
  },
): Promise<VerifiedCatalogue> {
  const sealed = verifySealed(file, 'catalogue', about.isOpen);
  if (!sealed.isProven || sealed.findings.length > 0) return { ...sealed, missing: [] };
  const seen = await lastSeen(file, about.projectId);
  if (seen <= about.lastSequence) return { ...sealed, missing: [] };
  const message = `${missing(about.lastSequence + 1, seen)} The catalogue has seen what they made. Compare the folder with a copy of it.`;
  return { ...sealed, missing: [{ part: 'journal', where: '.variorum/journal', message }] };
}

/** Up to where a whole catalogue follows its project's journal; 0: it is not of this project. A copy is opened, since SQLite writes beside. */
async function lastSeen(file: string, projectId: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'variorum-verify-'));
  try {
    const copy = join(folder, 'catalogue.db');
    await copyFile(file, copy);
    const database = openToRead(copy);
    try {
      return readEnd(database, { version: catalogueVersion, projectId })?.sequence ?? 0;
    } finally {
      database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
