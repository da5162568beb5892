/** Where a key goes in a list of `count` rows; `null`: it is no key that goes anywhere. `page`: rows a page key skips. */
export function stepOfKey(key: string, cursor: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return cursor + 1;
    case 'ArrowUp':
      return cursor - 1;
    case 'PageDown':
      return cursor + page;
    case 'PageUp':
      return cursor - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
