// Far beyond what people write by hand or programs for people.
const deepestNesting = 60;
const mostRunsInParagraph = 2_000;
const deepestBrackets = 100;
const mostCrossings = 200_000_000;

const marksInFront = /^(?:[\s>*+-]|\d{1,9}[.)](?=\s|$))*/;
const container = /^\s*(?:>|\[\^[^\]]*\]:)/;

/**
 * Whether a Markdown text would take the parser more than time in proportion to its length: its cost grows with the
 * square of the nesting of lists, quotations and brackets, of the runs of `*`, `_` and `~` in one paragraph, and with the
 * number of lines times that of quotations and notes; its stack grows with the nesting (measured with micromark 4: 1,000
 * nested lists 22 s, 10,000 runs 10 s, 10,000 images in each other over a minute, 8,000 notes in 32,000 lines 9 s). Such a
 * text is no prose. Linear.
 */
export function isTangled(markdown: string): boolean {
  let runs = 0;
  let brackets = 0;
  let lines = 0;
  let containers = 0;
  let isInside = false;
  for (const line of markdown.split('\n')) {
    lines += 1;
    const isContainer = container.test(line);
    if (isContainer && (!isInside || !/^\s*>/.test(line))) containers += 1;
    isInside = isContainer;
    if (containers * lines > mostCrossings) return true;
    if (line.trim() === '') {
      runs = 0;
      brackets = 0;
    }
    const lead = marksInFront.exec(line)?.[0] ?? '';
    const marks = lead.match(/[>*+-]|\d+[.)]/g)?.length ?? 0;
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
