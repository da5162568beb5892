// place: renderer/reader/sample.ts
// refused by: layers package/renderer/reader
// An editor is given its records.

import { Dexie } from 'dexie';

export const sample = Dexie;
