import type { StatedName } from './facts.ts';
import { isKnownPlace } from './known-places.ts';
import type { NameSpan } from './name-spans.ts';

type ResolvedName = Omit<StatedName, 'start' | 'end'> & {
  readonly start: number;
  readonly end: number;
};

interface FullName {
  readonly name: string;
  readonly words: readonly string[];
  kind: StatedName['kind'];
}

/**
 * Gives each mention the fullest name that the text has for it: a part of a name stands for the whole (the last word, or the
 * first where family names come first), letters in brackets for what stands before them. Of several that fit the latest
 * mentioned is taken, and the mention is not sure. What is no name for certain and stands nowhere else as one is left out.
 * Cost: the mentions.
 */
export function resolveNames(spans: readonly NameSpan[]): readonly ResolvedName[] {
  const full = new Map<string, FullName>();
  const byWord = new Map<string, FullName[]>();
  const byInitials = new Map<string, FullName>();
  const certainWords = new Set<string>();
  for (const span of spans) {
    if (!span.certain) continue;
    const name = span.name;
    for (const word of span.words) certainWords.add(keyOf(word));
    let known = full.get(keyOf(name));
    if (known === undefined) {
      known = { name, words: span.words, kind: span.kind };
      full.set(keyOf(name), known);
      if (span.words.length > 1) {
        for (const word of span.words) {
          const list = byWord.get(keyOf(word));
          if (list === undefined) byWord.set(keyOf(word), [known]);
          else if (list.length < mostNamesOfWord) list.push(known);
        }
      }
    }
    known.kind ??= span.kind;
    if (span.initials !== null) byInitials.set(keyOf(span.initials), known);
  }
  const latest = new Map<FullName, number>();
  const resolved: ResolvedName[] = [];
  for (const [order, span] of spans.flatMap((one) => knownParts(one, full, byWord)).entries()) {
    if (!span.certain && !isKnown(span, full, byWord, certainWords)) continue;
    if (isPairOfNames(span, byWord)) continue;
    const { start, end } = span;
    const name = span.name;
    const spoken = byInitials.get(keyOf(name));
    const candidates = spoken !== undefined ? [spoken] : longerNames(span, byWord);
    const best = latestOf(candidates, latest);
    const own = full.get(keyOf(name));
    if (best === null) {
      if (own !== undefined) latest.set(own, order);
      resolved.push({
        start,
        end,
        name: own?.name ?? name,
        kind: own?.kind ?? span.kind,
        sure: true,
      });
      continue;
    }
    latest.set(best, order);
    const kind = best.kind ?? (span.words.length === 1 && span.kind === 'person' ? 'person' : null);
    resolved.push({ start, end, name: best.name, kind, sure: candidates.length === 1 });
  }
  return resolved;
}

const mostNamesOfWord = 8;

/** Capitals of a dateline are the same name as small letters. */
const keyOf = (name: string): string => name.toLowerCase();

/** A run of capitals in a headline, cut to the names in it that the text has elsewhere; any other span is given back. */
function knownParts(
  span: NameSpan,
  full: ReadonlyMap<string, FullName>,
  byWord: ReadonlyMap<string, readonly FullName[]>,
): readonly NameSpan[] {
  const { words, places } = span;
  if (span.certain || words.length < 2 || full.has(keyOf(span.name))) return [span];
  const parts: NameSpan[] = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(mostWords, words.length - at);
    for (; length > 0; length -= 1) {
      const name = words.slice(at, at + length).join(' ');
      if (full.has(keyOf(name)) || (length === 1 && byWord.has(keyOf(name)))) {
        const [start, end] = [places[at]?.[0] ?? 0, places[at + length - 1]?.[1] ?? 0];
        parts.push({
          ...span,
          start,
          end,
          name,
          words: words.slice(at, at + length),
          places: places.slice(at, at + length),
          kind: null,
        });
        break;
      }
    }
    at += Math.max(1, length);
  }
  return parts.length > 0 ? parts : [span];
}

const mostWords = 4;

function isKnown(
  span: NameSpan,
  full: ReadonlyMap<string, FullName>,
  byWord: ReadonlyMap<string, readonly FullName[]>,
  certain: ReadonlySet<string>,
): boolean {
  if (full.has(keyOf(span.name))) return true;
  if (span.words.length > 1)
    return span.kind === 'person' && span.words.every((word) => certain.has(keyOf(word)));
  return byWord.has(keyOf(span.words[0] ?? ''));
}

/** "Xi-Trump": two names that a hyphen brings together, and none. */
function isPairOfNames(
  { words }: NameSpan,
  byWord: ReadonlyMap<string, readonly FullName[]>,
): boolean {
  const parts = (words[0] ?? '').split('-');
  return words.length === 1 && parts.length === 2 && parts.some((part) => byWord.has(keyOf(part)));
}

/** Longer names that a mention may be short for. */
function longerNames(
  { words, kind, name: written }: NameSpan,
  byWord: ReadonlyMap<string, readonly FullName[]>,
): readonly FullName[] {
  if (kind === 'place' || isKnownPlace(written)) return [];
  const last = words.at(-1) ?? '';
  const fitting = (byWord.get(keyOf(last)) ?? []).filter((name) => {
    if (name.words.length <= words.length) return false;
    if (name.kind === 'place') return false;
    const ends = keyOf(name.name).endsWith(` ${keyOf(written)}`);
    if (name.kind === 'organisation') return ends && kind !== 'person' && words.length > 1;
    if (kind === 'organisation') return false;
    if (words.length > 1) return ends;
    return ends || keyOf(name.words[0] ?? '') === keyOf(last);
  });
  return longestOf(fitting);
}

/** Without names that are themselves a part of another: "Van der Berg" beside "Marta Van der Berg". */
function longestOf(names: readonly FullName[]): readonly FullName[] {
  if (names.length < 2) return names;
  return names.filter(
    (one) =>
      !names.some(
        (other) =>
          other !== one &&
          other.words.length > one.words.length &&
          keyOf(other.name).endsWith(` ${keyOf(one.name)}`),
      ),
  );
}

function latestOf(
  names: readonly FullName[],
  latest: ReadonlyMap<FullName, number>,
): FullName | null {
  let best: FullName | null = null;
  for (const name of names) {
    if (best === null || (latest.get(name) ?? -1) > (latest.get(best) ?? -1)) best = name;
  }
  return best;
}
