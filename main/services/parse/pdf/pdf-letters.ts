// Latin ligatures; Hebrew and Arabic letters in the shapes that they take inside a word, which a typeface names apart; the
// signs of Chinese and Japanese as they stand in lines from top to bottom.
const shaped =
  /[\ufb00-\ufb06\ufb1d-\ufb4f\ufb50-\ufdcf\ufdf5-\ufdf9\ufe70-\ufefc\ufe10-\ufe19\ufe35-\ufe44\ufe47\ufe48]/g;

// Unicode takes these for signs of half the width, which do not stand between Chinese letters.
const upright: Readonly<Record<string, string>> = {
  '\ufe10': '，',
  '\ufe13': '：',
  '\ufe14': '；',
  '\ufe15': '！',
  '\ufe16': '？',
  '\ufe35': '（',
  '\ufe36': '）',
};

// What typefaces for symbols have for a bullet, in the private area.
const privateBullets = /[\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf02d]/g;

/**
 * The letters of a PDF's text by rule T14: ligatures and the shapes of letters inside words, which come from the typeface
 * and not from the writer, become the letters themselves.
 */
export function pdfLetters(text: string): string {
  return text
    .replace(shaped, (sign) => upright[sign] ?? sign.normalize('NFKC'))
    .replace(privateBullets, '•');
}
