import { readFile } from 'node:fs/promises';
import {
  distinctHashes,
  fewestShingles,
  shinglesOf,
  similarityOf,
} from '../../../app/compare/shingles.ts';
import { indexText } from '../catalogue/index-text.ts';

/** So much of each text is compared, in code units: what two stories share is seen in it. */
const comparedLength = 100_000;

/**
 * How alike two stored texts are, 0 to 1: by their shingles (rule S12); where one is too short for that, by the share of
 * the shorter one's words that the other has. `null` when one of them can't be read. Some milliseconds at the most.
 */
export async function textResemblance(paths: readonly [string, string]): Promise<number | null> {
  try {
    const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
    const [one = '', other = ''] = texts.map((text) => indexText(text.slice(0, comparedLength)));
    const [ours, theirs] = [distinctHashes(shinglesOf(one)), distinctHashes(shinglesOf(other))];
    if (Math.min(ours.length, theirs.length) >= fewestShingles) return similarityOf(ours, theirs);
    return sharedWords(one, other);
  } catch {
    return null;
  }
}

function sharedWords(one: string, other: string): number {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)];
  const fewer = Math.min(ours.size, theirs.size);
  if (fewer === 0) return 0;
  return [...ours].filter((word) => theirs.has(word)).length / fewer;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[^\0-/:-@[-`{-\x7f]+/g) ?? []);
}
