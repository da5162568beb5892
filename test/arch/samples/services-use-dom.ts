// place: main/services/sample-dom.ts
// refused by: types TS2584
// The main process has no document.

export const sample = document.title;
