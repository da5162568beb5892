import type { CslName } from '../../brief/print/byline-names.ts';
import { latexText } from './latex-text.ts';

/**
 * The names in a field of BibTeX, parted by "and" outside braces: "First von Last", "von Last, First", "von Last, Jr, First", and
 * names in braces, which stay whole. `hasOthers`: it ends with "and others". Linear.
 */
export function bibtexNames(field: string): {
  readonly names: readonly CslName[];
  readonly hasOthers: boolean;
} {
  const written = splitOutside(field, /^\s+and\s+/i);
  const others = written.filter((one) => one.trim().toLowerCase() === 'others');
  const names = written
    .filter((one) => one.trim() !== '' && !others.includes(one))
    .map((one) => nameOf(one.trim()));
  return { names, hasOthers: others.length > 0 };
}

function nameOf(written: string): CslName {
  if (/^\{[\s\S]*\}$/.test(written) && splitOutside(written, /^[\s,]+/).length === 1) {
    return { literal: latexText(written) };
  }
  const parts = splitOutside(written, /^\s*,\s*/).map((part) => part.trim());
  const [first = '', second = '', third] = parts;
  if (parts.length === 1) {
    const words = splitOutside(first, /^[\s~]+/).filter((word) => word !== '');
    if (words.length === 1) return { literal: latexText(first) };
    // "First von Last": what begins in small letters, and all between, is the particle.
    const from = words.findIndex((word, index) => index < words.length - 1 && isParticle(word));
    let to = words.length - 1;
    while (to > 0 && !isParticle(words[to - 1] ?? '')) to -= 1;
    if (from === -1) return person(words.slice(0, -1), [], words.slice(-1), null);
    return person(words.slice(0, from), words.slice(from, to), words.slice(to), null);
  }
  const words = splitOutside(first, /^[\s~]+/).filter((word) => word !== '');
  let to = 0;
  while (to < words.length - 1 && isParticle(words[to] ?? '')) to += 1;
  const [given, suffix] = third === undefined ? [second, null] : [third, second];
  return person([given], words.slice(0, to), words.slice(to), suffix);
}

function isParticle(word: string): boolean {
  return /^\p{Ll}/u.test(latexText(word.replace(/^\{.*/, '')));
}

function person(
  given: readonly string[],
  particle: readonly string[],
  family: readonly string[],
  suffix: string | null,
): CslName {
  const joined = (words: readonly string[]): string => latexText(words.join(' '));
  const [first, before, behind] = [joined(given), joined(particle), latexText(suffix ?? '')];
  return {
    family: joined(family),
    ...(first === '' ? {} : { given: first }),
    ...(before === '' ? {} : { 'non-dropping-particle': before }),
    ...(behind === '' ? {} : { suffix: behind }),
  };
}

/** Parts of a text between what a pattern finds outside braces. The pattern begins with `^`. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const found = depth === 0 ? separator.exec(text.slice(at, at + 40)) : null;
    if (found !== null && found[0] !== '') {
      parts.push(text.slice(from, at));
      at += found[0].length;
      from = at;
      continue;
    }
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    at += 1;
  }
  return [...parts, text.slice(from)];
}
