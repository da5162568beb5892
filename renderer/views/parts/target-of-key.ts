/**
 * The row of a list that a key goes to from the row `here` (-1: none); `null`: the key is not the list's. `page`: rows in
 * sight.
 */
export function targetOfKey(key: string, here: number, count: number, page: number): number | null {
  const target = wanted(key, here, count, Math.max(1, page - 1));
  return target === null || count === 0 ? null : Math.min(count - 1, Math.max(0, target));
}

function wanted(key: string, here: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return here + 1;
    case 'ArrowUp':
      return here === -1 ? count - 1 : here - 1;
    case 'PageDown':
      return here + page;
    case 'PageUp':
      return here - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
