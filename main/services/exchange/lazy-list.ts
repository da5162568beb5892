/**
 * A list whose items are made when they are looked at, each time anew, so that a long one takes no memory. It is an array to
 * whoever reads it; who changes it changes nothing. Two looks at one place give equal items, not the same.
 */
export function lazyList<Item>(length: number, at: (index: number) => Item): readonly Item[] {
  return new Proxy<Item[]>([], {
    get(target, key) {
      if (key === 'length') return length;
      const index = indexOf(key, length);
      return index === null ? Reflect.get(target, key) : at(index);
    },
    has: (target, key) => indexOf(key, length) !== null || Reflect.has(target, key),
  });
}

function indexOf(key: string | symbol, length: number): number | null {
  if (typeof key === 'symbol') return null;
  const index = Number(key);
  return Number.isInteger(index) && index >= 0 && index < length ? index : null;
}
