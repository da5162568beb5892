/** Whether a text that is marked as an author can be names: with a date or a sentence in it, the mark is around too much. */
export function looksLikeName(text: string | null): boolean {
  return text !== null && text.length <= 100 && !/[\d?!]/.test(text);
}
