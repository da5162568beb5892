import { hashOf } from '../../compare/unit-hash.ts';
import type { CheckKind } from './check-item.ts';

const longestWords = 120;

/**
 * What a finding is known by when it is ignored (rule Y19): its kind, the beginning of the words that it is about, and a
 * hash of those and of everything else that it depends on, so that it comes back when any of that changes.
 */
export function checkKey(
  kind: CheckKind,
  subject: string,
  dependsOn: readonly (string | number | null)[] = [],
): string {
  const words = subject.replace(/\s+/gu, ' ').trim();
  const all = [kind, words, ...dependsOn].join('\u0000');
  const hash = [all, `${all.length} ${all}`]
    .map((text) => hashOf(text).toString(16).padStart(8, '0'))
    .join('');
  const shown = words.length > longestWords ? words.slice(0, longestWords) : words;
  return `${kind} ${shown} ${hash}`.toWellFormed();
}
