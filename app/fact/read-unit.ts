import type { Token } from './tokens.ts';
import { type UnitWord, unitOf } from './units.ts';

/** The unit behind a number, with the first token behind it. */
export interface UnitAt {
  readonly unit: UnitWord;
  readonly next: number;
}

const longestUnit = 4;

/** The unit that begins at token `at`, the longest that is known; a hyphen may stand before it ("a nine-mile detour"). */
export function readUnit(tokens: readonly Token[], at: number): UnitAt | null {
  const first = tokens[at];
  if (first === undefined) return null;
  if (/^[-‐‑]$/u.test(first.text) && first.glued) {
    const next = tokens[at + 1];
    if (next?.glued !== true || next.kind !== 'word') return null;
    const unit = unitOf(next.lower);
    return unit === undefined || !isWritten(tokens, at + 1, 0, unit)
      ? null
      : { unit, next: at + 2 };
  }
  // "d’euros", "de dollars", "million de tonnes".
  if (/^(?:de|d|di)$/u.test(first.lower) && at > 0) {
    const skip = tokens[at + 1]?.text === "'" ? 2 : 1;
    const inner = readUnit(tokens, at + skip);
    return inner !== null && inner.unit.kind !== 'duration' ? inner : null;
  }
  let words = '';
  let found: UnitAt | null = null;
  for (let length = 0; length < longestUnit; length += 1) {
    const token = tokens[at + length];
    if (token === undefined) break;
    const joins = token.glued && length > 0;
    words += words === '' || joins ? token.lower : ` ${token.lower}`;
    const unit = unitOf(words);
    if (unit !== undefined && isWritten(tokens, at, length, unit))
      found = { unit, next: at + length + 1 };
  }
  return found;
}

/** Short forms that are words as well ("in", "a", "may") count only right behind the digits. */
function isWritten(tokens: readonly Token[], at: number, length: number, unit: UnitWord): boolean {
  const token = tokens[at];
  if (length > 0 || token === undefined) return true;
  if (/^(?:g|l|st|mi|an|ha|т|try|real|won|cup)$/u.test(token.lower)) {
    return (
      (token.glued && !/^(?:an|try|real)$/u.test(token.lower)) ||
      (token.lower === 'an' && unit.kind === 'duration')
    );
  }
  if (/^(?:us|cad|all)$/u.test(token.lower)) return /^\p{Lu}/u.test(token.text);
  // "1.5C" and "100F", but no "c" elsewhere.
  if (token.lower === 'pc') return token.glued;
  if (/^[cf]$/u.test(token.lower)) return token.glued && /^\p{Lu}$/u.test(token.text);
  // "5 second-hand cars", "the 12 second-graders".
  if (token.lower === 'second') return false;
  return true;
}
