import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where an exported brief says that a quotation stands. */
export type StatedPlace = {
  readonly hash: string;
  readonly start: number;
  readonly end: number;
  /** The sentence or line that states it, for the outlet and the date beside. */
  readonly line: string;
};

/** Every place stated in an export, in order. Knows the printed form and nothing of the program. */
export function statedPlaces(exported: string): readonly StatedPlace[] {
  const form = /revision sha256:([0-9a-f]{64}), characters (\d+)–(\d+) \(UTF-16\)/g;
  return [...exported.matchAll(form)].map((match) => ({
    hash: match[1] ?? '',
    start: Number(match[2]),
    end: Number(match[3]),
    line: exported.slice(exported.lastIndexOf('\n', match.index) + 1, match.index),
  }));
}

/**
 * The words at a stated place, read from the project folder as anybody can: the file named by the hash, decoded as
 * UTF-8, sliced by UTF-16 code units. Throws when the bytes do not hash to the file's name.
 */
export async function wordsAt(project: string, place: StatedPlace): Promise<string> {
  const bytes = await readFile(join(project, '.variorum', 'texts', `${place.hash}.txt`));
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== place.hash) throw new Error(`The text ${place.hash} has the hash ${hash}.`);
  return bytes.toString('utf8').slice(place.start, place.end);
}
