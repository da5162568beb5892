/** A name as names are compared where accents count: capitals, forms of Unicode and how much space there is do not. */
export function foldCase(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').normalize('NFC').toLowerCase();
}
