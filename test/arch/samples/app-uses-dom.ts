// place: app/annotation/sample.ts
// refused by: types TS2584
// Nor the DOM.

export const sample = document.title;
