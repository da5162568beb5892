import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../files/error-code.ts';

/** A file of the journal: the entries from `first` to the next segment's first. */
export interface Segment {
  readonly first: number;
  readonly path: string;
}

/** `000000000501.jsonl`: sorts by name as by number. */
export function segmentName(first: number): string {
  return `${String(first).padStart(12, '0')}.jsonl`;
}

/** The segments of a journal folder in order; none when the folder is missing. */
export async function listSegments(folder: string): Promise<Segment[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  return names
    .filter((name) => /^\d{12}\.jsonl$/.test(name))
    .sort()
    .map((name) => ({ first: Number.parseInt(name, 10), path: join(folder, name) }));
}

/** Index of the segment in which `sequence` would stand; -1 when it would be before the first. */
export function segmentIndexOf(segments: readonly Segment[], sequence: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = segments[middle];
    if (segment !== undefined && segment.first <= sequence) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
