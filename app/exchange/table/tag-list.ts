import { readPath } from '../../annotation/tag-paths.ts';

/** Tags by their paths in one cell: `Sources/Official; Money`. Names with `/`, `;` or `"` stand in quotation marks. */
export function writeTagList(paths: readonly (readonly string[])[]): string {
  return paths.map((names) => names.map(quoted).join('/')).join('; ');
}

function quoted(name: string): string {
  const isPlain = name !== '' && name.trim() === name && !/[/";]/.test(name);
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

/**
 * The paths in a cell that `writeTagList` wrote, or that somebody typed. Names in quotation marks are whole.
 *
 * @param separators what stands between two tags
 */
export function readTagList(
  cell: string,
  separators: ';' | ';,|\n' = ';',
): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  let from = 0;
  let at = 0;
  let isNameStart = true;
  while (at <= cell.length) {
    const sign = cell.charAt(at);
    if (isNameStart && sign === '"') {
      const whole = /^"(?:[^"]|"")*"(?=\s*(?:[/;,|\n]|$))/.exec(cell.slice(at))?.[0];
      if (whole !== undefined) {
        at += whole.length;
        isNameStart = false;
        continue;
      }
    }
    if (sign === '' || separators.includes(sign)) {
      const path = readPath(cell.slice(from, at));
      if (path.length > 0) paths.push(path);
      from = at + 1;
      isNameStart = true;
    } else isNameStart = sign === '/' || (isNameStart && /\s/.test(sign));
    at += 1;
  }
  return paths;
}
