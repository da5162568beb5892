/** Names from the top down as one text: slashes between, names that have one or a quotation mark in quotation marks. */
export function writePath(names: readonly string[]): string {
  return names.map((name) => (isPlain(name) ? name : `"${name.replaceAll('"', '""')}"`)).join('/');
}

function isPlain(name: string): boolean {
  return name !== '' && name.trim() === name && !/[/"]/.test(name);
}

/**
 * The names of a path that `writePath` wrote, or that somebody typed: space around slashes does not count, empty names are
 * left out. A quotation mark that is never closed is a letter like others.
 */
export function readPath(path: string): readonly string[] {
  const names: string[] = [];
  let rest = path.trim();
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"\s*(?:\/|$)/.exec(rest);
    const name = quoted?.[1]?.replaceAll('""', '"') ?? /^[^/]*/.exec(rest)?.[0].trim() ?? '';
    const length =
      quoted?.[0].length ?? (rest.indexOf('/') === -1 ? rest.length : rest.indexOf('/') + 1);
    if (name !== '') names.push(name);
    rest = rest.slice(length).trim();
  }
  return names;
}
