import { tagTree } from '../../annotation/tag-tree.ts';
import type { TagId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';

const longest = 80;
/** In UTF-8: the name of a file has 255 bytes at most, with `.md` and a number that tells two apart. */
const mostBytes = 230;

/**
 * A name for a file that every system and every link of such programs takes: no signs that one of them forbids, no space or
 * dot at the end, at most 80 signs of the title and 230 bytes in all. The number in front makes it unique and keeps it from being a device's name.
 */
export function noteName(number: string, title: string): string {
  const words = title
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd\\/:*?"<>|#^[\]%]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const encoder = new TextEncoder();
  let bytes = encoder.encode(number).length + 1;
  let cut = '';
  for (const sign of [...words].slice(0, longest)) {
    bytes += encoder.encode(sign).length;
    if (bytes > mostBytes) break;
    cut += sign;
  }
  return `${number} ${cut}`.replace(/[. ]+$/u, '');
}

/** The number of an article in the names of its notes: `0012`. */
export function articleNumber(number: number): string {
  return String(number).padStart(4, '0');
}

/**
 * Tags as these programs write them behind `#`: letters, digits, `_`, `-`, and `/` between a tag and the one above it. Each is
 * unique but for case. The same codebook gives the same.
 */
export function tagWords(records: RecordSource): ReadonlyMap<TagId, string> {
  const taken = new Set<string>();
  const words = new Map<TagId, string>();
  for (const { id, name, parentId } of tagTree(records.list('tag')).inOrder) {
    const above = parentId === null ? undefined : words.get(parentId);
    const own = tagWord(name);
    let word = above === undefined ? own : `${above}/${own}`;
    for (let count = 2; taken.has(word.toLowerCase()); count += 1) {
      word = `${above === undefined ? '' : `${above}/`}${own}-${count}`;
    }
    taken.add(word.toLowerCase());
    words.set(id, word);
  }
  return words;
}

function tagWord(name: string): string {
  const word = name
    .normalize('NFC')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // A tag of digits alone is none there.
  return /\p{Letter}/u.test(word) ? word : `tag${word === '' ? '' : `-${word}`}`;
}
