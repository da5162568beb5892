import type { Hit } from './find-hits.ts';

/** A stretch of a snippet. */
export interface SnippetStretch {
  readonly text: string;
  readonly isHit: boolean;
}

/** About how long a snippet is, in UTF-16 code units. */
const snippetLength = 240;
const leadLength = 60;
const ellipsis = '…';

/**
 * The part of a text that shows most of its hits, the earliest of equals, cut between words where there is one near;
 * without hits, its beginning. Line feeds become spaces and an ellipsis stands where it is cut. Hits in order, none
 * overlapping. Cost: the hits and the snippet.
 */
export function makeSnippet(text: string, hits: readonly Hit[]): SnippetStretch[] {
  const from = startOfBest(hits);
  const start = from <= leadLength ? 0 : cutNear(text, from - leadLength, from);
  const end = cutNear(text, Math.min(text.length, start + snippetLength), text.length);
  const parts: SnippetStretch[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to).replaceAll('\n', ' '), isHit });
  };
  let at = start;
  for (const hit of hits) {
    if (hit.end <= start) continue;
    if (hit.start >= end) break;
    add(at, Math.max(start, hit.start), false);
    at = Math.min(end, hit.end);
    add(Math.max(start, hit.start), at, true);
  }
  add(at, end, false);
  if (start > 0) parts.unshift({ text: ellipsis, isHit: false });
  if (end < text.length) parts.push({ text: ellipsis, isHit: false });
  return parts;
}

/** Where the hits begin that fit in one snippet, as many as there can be. */
function startOfBest(hits: readonly Hit[]): number {
  let best = hits[0]?.start ?? 0;
  let most = 0;
  let last = 0;
  for (let first = 0; first < hits.length; first += 1) {
    const start = hits[first]?.start ?? 0;
    last = Math.max(last, first);
    while (last < hits.length && (hits[last]?.end ?? 0) <= start + snippetLength - leadLength) {
      last += 1;
    }
    if (last - first <= most) continue;
    most = last - first;
    best = start;
  }
  return best;
}

/** A place at or after `wanted`, up to 20 on and not after `latest`, where a word begins; never inside a pair. */
function cutNear(text: string, wanted: number, latest: number): number {
  if (wanted >= text.length) return text.length;
  const limit = Math.min(wanted + 20, latest);
  for (let at = wanted; at < limit; at += 1) {
    const unit = text.charCodeAt(at - 1);
    if (unit === 0x20 || unit === 0x0a) return at;
  }
  const unit = text.charCodeAt(wanted);
  return unit >= 0xdc00 && unit <= 0xdfff ? wanted + 1 : wanted;
}
