const longestWords = 70;

/** Words of a brief as a finding names them: on one line, at most 70 code units, citations as an ellipsis. */
export function shortenedWords(words: string): string {
  const plain = words.replaceAll('\uFFFC', '…').replace(/\s+/gu, ' ').trim();
  if (plain.length <= longestWords) return plain;
  return `${plain
    .slice(0, longestWords - 1)
    .trimEnd()
    .toWellFormed()}…`;
}
