const longestWrappedLine = 100;
const fewestWrappedLines = 3;
const shortestWrappedLine = 50;

/** A line that opens an item of a list: `- `, `* `, `• `, `3. `, `3) `. */
const listMark = /^\s*(?:[-*+•–]|\d{1,3}[.)])\s/;

/**
 * How lines of a plain text belong together (rule T8). In a hard-wrapped text the writer's program broke each line where
 * the next word did not fit any more; elsewhere every line end was meant.
 */
export interface LineWrapping {
  /** Whether the line end between two neighbouring lines, neither of them blank, is the program's and not the writer's. */
  joins(line: string, next: string): boolean;
}

/** Finds out how a text's lines are wrapped. A single long word, such as an address, counts for nothing. Linear. */
export function lineWrapping(lines: readonly string[]): LineWrapping {
  const lengths = lines.filter((line) => /\S\s+\S/.test(line)).map((line) => line.trimEnd().length);
  const width = lengths.toSorted((one, other) => one - other)[Math.ceil(lengths.length * 0.9) - 1];
  const never: LineWrapping = { joins: () => false };
  if (width === undefined || lengths.some((length) => length > longestWrappedLine)) return never;
  let full = 0;
  let pairs = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || line.trim() === '' || next.trim() === '') continue;
    pairs += 1;
    if (line.length >= shortestWrappedLine && isFull(line, next, width)) full += 1;
  }
  if (full < fewestWrappedLines || full < pairs * 0.6) return never;
  return {
    joins: (line, next) =>
      line.trimEnd().length * 2 > width && !listMark.test(next) && !startsParagraph(line, next),
  };
}

/** Whether the next line's first word would have gone over the width. */
function isFull(line: string, next: string, width: number): boolean {
  const firstWord = /^\S+/.exec(next.trimStart())?.[0] ?? '';
  return line.trimEnd().length + 1 + firstWord.length > width;
}

/** A line that stands further in than the one before starts a paragraph, unless that one opens an item of a list. */
function startsParagraph(line: string, next: string): boolean {
  return indentation(next) > indentation(line) && !listMark.test(line);
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
