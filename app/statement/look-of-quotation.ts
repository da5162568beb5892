import type { QuotationLook } from './is-speech.ts';
import type { QuotedPassage } from './quoted-passages.ts';

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-.]*/gu;
const littleWord =
  /^(?:a|an|the|of|in|on|at|to|and|or|for|by|with|from|as|de|la|le|du|des|et|y|der|die|das|und)$/iu;
const lookedAt = 2_000;

/** What a quoted passage is in itself; reads its first 2,000 code units. */
export function lookOfQuotation(
  text: string,
  passage: QuotedPassage,
  inHeading: boolean,
): QuotationLook {
  const first = passage.parts[0];
  const last = passage.parts.at(-1);
  if (first === undefined || last === undefined) throw new Error('A passage has no parts.');
  const start = first.start + first.opening;
  const end = Math.max(start, last.end - last.closing);
  const inside = text.slice(start, Math.min(end, start + lookedAt));
  const han = inside.match(unspaced)?.length ?? 0;
  const words = inside.match(wordPattern) ?? [];
  const count = han > 0 ? Math.max(1, Math.round(han / 2)) : words.length;
  const big = words.filter((word) => !littleWord.test(word));
  const capitals = big.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  let lastAt = end - 1;
  while (lastAt > start && /[\s'’”"“»]/u.test(text.charAt(lastAt))) lastAt -= 1;
  return {
    words: inside.trim() === '' ? 0 : count,
    firstSign: text.charAt(start),
    lastSign: text.charAt(lastAt),
    titled: han === 0 && big.length >= 1 && capitals === big.length && big.length <= 12,
    inHeading,
    several: passage.parts.length > 1,
    firstPerson: /(?:^|[\s“"‘'])(?:I|we|my|our|I['’]\w+|we['’]\w+)(?=[\s,.!?])/iu.test(inside),
  };
}
