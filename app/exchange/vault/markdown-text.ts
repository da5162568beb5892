// What Markdown, or the programs that vaults are made for, would take for something else: tags, links, block ids, comments,
// formulas, highlights. Marks that only count at the beginning of a line are escaped there alone.
const meaningful = /[\\`*_[\]<>#^%=$~|&¶]/g;
const listMark = /^(\d{0,9})([-+.)])/;

/**
 * A text of one line so that Markdown shows just these letters. Of our own, and not mdast-util-to-markdown's, which knows
 * nothing of the signs that these programs add, and whose text only a parser of all of Markdown reads back.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(meaningful, '\\$&').replace(listMark, '$1\\$2');
}

/** The text that `escapeMarkdown` escaped; backslashes before letters are letters. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~¶])/g, '$1');
}

/** Several lines as one: a pilcrow between them, one of the text's own is escaped. */
export function joinLines(text: string): string {
  return text.split('\n').map(escapeMarkdown).join(' ¶ ');
}

/** The lines that `joinLines` joined. */
export function splitLines(markdown: string): string {
  return markdown.split(' ¶ ').map(unescapeMarkdown).join('\n');
}
