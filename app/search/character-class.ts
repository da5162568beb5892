/**
 * What a character is to the search (rule S1): between words, part of a word, a word by itself, as the characters of
 * scripts that are written without spaces and the syllables of Hangul are (particles hang on Korean nouns), or a part of
 * such a sign that goes with the character before it: a sound mark of kana, a later letter of a syllable in pieces.
 */
export const characterClass = { separator: 1, word: 2, alone: 3, mark: 4 } as const;

export type CharacterClass = (typeof characterClass)[keyof typeof characterClass];

const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]/u;
const alonePattern =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Whole syllables, and the first letters of those that are written in pieces (Unicode, section 3.12). */
const syllablePattern = /[\u1100-\u115f\uac00-\ud7a3]/;
const laterLetterPattern = /[\u1160-\u11ff]/;

/** Classes of the basic plane, worked out when first asked for; 0: not yet. */
const known = new Uint8Array(0x1_0000);

/** The class of a code point. Cost: a look in a table, but for characters outside the basic plane. */
export function classOf(codePoint: number): CharacterClass {
  if (codePoint > 0xffff) return workOut(codePoint);
  let found = known[codePoint] as CharacterClass | 0;
  if (found === 0) {
    found = workOut(codePoint);
    known[codePoint] = found;
  }
  return found;
}

/**
 * Whether one word ends and another begins, or none is, at an offset of a text: what stands before it and after it are
 * not both inside one word.
 */
export function isWordBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const after = classOf(text.codePointAt(offset) ?? 0);
  if (after === characterClass.mark) return false;
  return (
    after !== characterClass.word || classOf(codePointBefore(text, offset)) !== characterClass.word
  );
}

function codePointBefore(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff && offset > 1;
  return isLow ? (text.codePointAt(offset - 2) ?? unit) : unit;
}

function workOut(codePoint: number): CharacterClass {
  if (codePoint === 0x3099 || codePoint === 0x309a) return characterClass.mark;
  const character = String.fromCodePoint(codePoint);
  if (laterLetterPattern.test(character)) return characterClass.mark;
  if (syllablePattern.test(character)) return characterClass.alone;
  if (!wordPattern.test(character)) return characterClass.separator;
  return alonePattern.test(character) ? characterClass.alone : characterClass.word;
}
