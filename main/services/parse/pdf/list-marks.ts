const bullet = /^[•◦▪▫■□●○‣⁃∙·►▸➢➤✓✔❖◆◇](?=\s|$)/;

const numbered = /^(?:\(?(\d{1,3})[.)]|\(?([a-z])\))(?=\s|$)/i;

/** Whether a text is nothing but what stands in front of an item of a list: `•`, `3.`, `b)`. */
export function isListMark(text: string): boolean {
  const bare = text.trim();
  return bare.length <= 5 && (bullet.test(bare) || numbered.test(bare)) && !/\s/.test(bare);
}

/** Whether a line opens an item of a list: a bullet or, with less certainty, a number stands before its words. */
export function listMarkOf(text: string): 'bullet' | 'number' | null {
  if (bullet.test(text)) return 'bullet';
  return numbered.test(text) ? 'number' : null;
}

/** The words of an item without its bullet. A number is kept: the text may refer to it. */
export function withoutBullet(text: string): string {
  return text.replace(bullet, '').trimStart();
}
