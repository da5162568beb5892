// place: app/article/sample-index.ts
// refused by: types TS2532
// The tenth of nine is undefined.

export function sample(words: readonly string[]): number {
  return words[9].length;
}
