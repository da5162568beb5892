const accents = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
const space = /\s+/gu;

/**
 * A name as names of tags and speakers are compared where people type them: case, accents of Latin and Greek letters, compatibility
 * forms and how much space there is do not count. Elsewhere marks make other letters (й) and stay.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(accents, '$1')
    .normalize('NFC')
    .replace(space, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ');
}
