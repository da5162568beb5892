/** A file name of a title that every system takes; `otherwise` where nothing is left of the title. */
export function suggestedName(title: string, ending: string, otherwise: string): string {
  const plain = title
    .normalize('NFC')
    // Marks of direction show another name than there is: an ending in the middle.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Surrogate}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...plain].slice(0, 80).join('').trim() || otherwise}.${ending}`;
}
