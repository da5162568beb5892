// place: renderer/session/sample-process.ts
// refused by: types TS2591
// Nor its globals.

export const sample = process.env;
