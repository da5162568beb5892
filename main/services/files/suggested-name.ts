/** A file name of a title that every system takes; `otherwise` where nothing is left of the title. */
export function suggestedName(title: string, ending: string, otherwise: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Surrogate}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...plain].slice(0, 80).join('').trim() || otherwise}.${ending}`;
}
