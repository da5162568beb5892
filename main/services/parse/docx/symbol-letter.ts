// The letters that Symbol puts in the places of Latin ones (Adobe's Symbol encoding).
const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const latinPlaces = new Map([...latin].map((letter, index) => [letter, [...greek][index] ?? '']));

const symbols: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
]);

const wingdings: ReadonlyMap<number, string> = new Map([
  [0x4a, '☺'],
  [0x4c, '☹'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xfc, '✓'],
  [0xfe, '☑'],
]);

/**
 * The letter that a sign of a symbol typeface is, from its number in hexadecimal (Word writes `F061` for `a`). A sign
 * that is not known becomes U+FFFD, so that it is seen that something stood there.
 */
export function symbolLetter(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (!Number.isInteger(code) || code <= 0 || code > 0x10ffff) return '';
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) {
    const letter = String.fromCodePoint(place);
    return latinPlaces.get(letter) ?? symbols.get(place) ?? (place < 0x80 ? letter : '\ufffd');
  }
  if (/wingdings|webdings|dingbats/i.test(font)) return wingdings.get(place) ?? '\ufffd';
  return String.fromCodePoint(place);
}
