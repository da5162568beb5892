/** From here on signs stand for syllables and words (CJK radicals and what follows). */
const firstWide = 0x2e80;
/** How many letters of an alphabet such a sign is worth. */
const worth = 3;

/** How much a stretch of text says, in letters of an alphabet: a sign of Chinese says as much as several of them. */
export function lettersIn(text: string): number {
  let letters = text.length;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) >= firstWide) letters += worth - 1;
  }
  return letters;
}
