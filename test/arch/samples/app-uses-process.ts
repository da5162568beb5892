// place: app/base/sample-process.ts
// refused by: types TS2591
// Nor a global of Node; no import gives this one away.

export const sample = process.cwd();
