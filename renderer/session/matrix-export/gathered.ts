/** Milliseconds of work, between which the window answers. */
const slice = 12;

/** Every item, worked out in slices: the window answers in between. */
export async function gathered<Item>(items: Iterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  const rest = restful();
  for (const item of items) {
    found.push(item);
    await rest();
  }
  return found;
}

/** A function to call between pieces of work: it lets the window answer when that is due, and costs nothing otherwise. */
export function restful(): () => Promise<void> | undefined {
  let rested = performance.now();
  return () => {
    if (performance.now() - rested <= slice) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        rested = performance.now();
        resolve();
      });
    });
  };
}
