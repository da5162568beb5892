/** The language of a BCP 47 tag without region and script: `de` of `de-AT`. In small letters. */
export function languageOf(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
