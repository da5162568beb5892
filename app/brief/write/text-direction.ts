import { languageOf } from '../../base/language-of.ts';

/** Languages that are written from right to left, by their codes, where no script is named. */
const rightToLeftLanguages: ReadonlySet<string> = new Set(
  'ar arc arz ckb dv fa he iw ks nqo pnb ps sd syr ug ur yi ji'.split(' '),
);

const rightToLeft =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';
/** A letter that is written from right to left. */
export const rightToLeftLetter = new RegExp(`[${rightToLeft}]`, 'u');
/** Letters written from right to left, with what stands between them. */
export const rightToLeftWords = new RegExp(
  `([${rightToLeft}](?:[^\\p{L}\\p{N}\\n]*[${rightToLeft}\\p{M}])*)`,
  'u',
);

/** Whether a language (BCP 47) is written from right to left. */
export function isRightToLeft(language: string): boolean {
  const script = /^[a-z]{2,3}-([a-z]{4})(?:-|$)/i.exec(language)?.[1]?.toLowerCase();
  if (script !== undefined) {
    return ['adlm', 'arab', 'hebr', 'nkoo', 'syrc', 'thaa'].includes(script);
  }
  return rightToLeftLanguages.has(languageOf(language));
}

/**
 * Whether a paragraph of a brief reads from right to left: in a language that does so if any of its letters does, even where a
 * foreign name opens it, or if it has no letters; in any other by its first letter, as `dir="auto"` in HTML.
 */
export function readsFromRight(text: string, language: string): boolean {
  if (isRightToLeft(language)) return rightToLeftLetter.test(text) || !/\p{L}/u.test(text);
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && rightToLeftLetter.test(first);
}
