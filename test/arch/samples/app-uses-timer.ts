// place: app/compare/sample.ts
// refused by: types TS2304
// Timers, like the clock, are passed in.

export const sample = setTimeout(() => {}, 1);
