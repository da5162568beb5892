/**
 * Paragraphs in lines of at most `width` characters less `less`: broken at spaces only, so a longer word stands in a line by
 * itself, and a no-break space holds. Line feeds stay. `null`: as it is. Characters are counted as code points.
 */
export function wrapped(text: string, width: number | null, less = 0): string {
  if (width === null) return text;
  const most = Math.max(20, width - less);
  return text
    .split('\n')
    .map((line) => wrappedLine(line, most))
    .join('\n');
}

function wrappedLine(line: string, most: number): string {
  const lines: string[] = [];
  const [first = '', ...rest] = line.split(' ');
  let current = first;
  let length = [...first].length;
  for (const word of rest) {
    const size = [...word].length;
    if (current !== '' && length + 1 + size > most) {
      lines.push(current);
      current = word;
      length = size;
    } else {
      length += 1 + size;
      current = `${current} ${word}`;
    }
  }
  lines.push(current);
  return lines.join('\n');
}

/** `first` before the first line and `rest` before the others; nothing before empty lines. */
export function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (line === '' ? '' : `${index === 0 ? first : rest}${line}`))
    .join('\n');
}
