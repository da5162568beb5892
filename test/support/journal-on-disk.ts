import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A record as the journal holds it; what a test looks at. */
export interface JournalRecord {
  readonly id: string;
  readonly kind: string;
  readonly hash?: string;
  readonly articleId?: string;
  readonly claimId?: string;
  readonly annotationId?: string;
  readonly stance?: string;
  readonly search?: string;
  readonly passage?: {
    readonly revisionId: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  };
}

interface Line {
  readonly change: {
    readonly diff: {
      readonly added: readonly JournalRecord[];
      readonly updated: readonly (readonly [JournalRecord, JournalRecord])[];
      readonly removed: readonly JournalRecord[];
    };
  };
}

/** The records of a project folder, by what its journal says alone: every line in order. Knows nothing of the program. */
export async function recordsOnDisk(project: string): Promise<ReadonlyMap<string, JournalRecord>> {
  const folder = join(project, '.variorum', 'journal');
  const records = new Map<string, JournalRecord>();
  const names = (await readdir(folder)).filter((name) => /^\d{12}\.jsonl$/.test(name));
  for (const name of names.sort()) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean);
    for (const line of lines) {
      const { diff } = (JSON.parse(line) as Line).change;
      for (const record of diff.removed) records.delete(record.id);
      for (const record of diff.added) records.set(record.id, record);
      for (const [, after] of diff.updated) records.set(after.id, after);
    }
  }
  return records;
}

/** An annotation's quote beside the words that stand at its place in the text on disk. */
export interface ProvenQuote {
  readonly quote: string;
  readonly words: string;
}

/**
 * Looks every annotation of a project folder up in its text: the file that is named by the revision's hash, decoded as
 * UTF-8, sliced by UTF-16 code units. Throws when the bytes of a text do not hash to its name.
 */
export async function quotesOnDisk(project: string): Promise<readonly ProvenQuote[]> {
  const records = await recordsOnDisk(project);
  const proven: ProvenQuote[] = [];
  for (const { passage } of records.values()) {
    if (passage === undefined) continue;
    const hash = records.get(passage.revisionId)?.hash ?? 'no revision';
    const bytes = await readFile(join(project, '.variorum', 'texts', `${hash}.txt`));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== hash) throw new Error(`The text ${hash} has the hash ${found}.`);
    const words = bytes.toString('utf8').slice(passage.start, passage.end);
    proven.push({ quote: passage.quote, words });
  }
  return proven;
}
