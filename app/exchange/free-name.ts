/**
 * A name that nothing has yet, as file systems that know no case compare them: itself, or with a number behind it. Takes it.
 *
 * @param taken names in lower case
 */
export function freeName(name: string, taken: Set<string>, separator = ' '): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1)
    free = `${name}${separator}${count}`;
  taken.add(free.toLowerCase());
  return free;
}
