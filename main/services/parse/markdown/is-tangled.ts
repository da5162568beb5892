// Far beyond what people write by hand or programs for people.
const deepestNesting = 60;
const mostRunsInParagraph = 2_000;
const deepestBrackets = 100;

/**
 * Whether a Markdown text would take the parser more than time in proportion to its length: its cost grows with the
 * square of the nesting of lists, quotations and brackets and of the runs of `*`, `_` and `~` in one paragraph, and its
 * stack with the nesting (measured with micromark 4: 1,000 nested lists 22 s, 10,000 runs 10 s, 10,000 images in each
 * other over a minute). Such a text is no prose.
 */
export function isTangled(markdown: string): boolean {
  let runs = 0;
  let brackets = 0;
  for (const line of markdown.split('\n')) {
    if (line.trim() === '') {
      runs = 0;
      brackets = 0;
    }
    const lead = /^[\s>*+-]*/.exec(line)?.[0] ?? '';
    const marks = lead.replace(/\s+/g, '').length;
    if (marks > deepestNesting || (marks > 0 && lead.length > deepestNesting * 4)) {
      // A rule, `-----`, or a row of stars is no nesting.
      if (!/^\s*([-*])(?:\s*\1)*\s*$/.test(line)) return true;
    }
    for (const bracket of line.match(/[[\]]/g) ?? []) {
      brackets = Math.max(0, brackets + (bracket === '[' ? 1 : -1));
      if (brackets > deepestBrackets) return true;
    }
    runs += line.match(/[*_~]+/g)?.length ?? 0;
    if (runs > mostRunsInParagraph) return true;
  }
  return false;
}
