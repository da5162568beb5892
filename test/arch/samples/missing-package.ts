// place: app/brief/sample-missing.ts
// refused by: layers unresolved, types TS2307
// A package that nobody installed.

import { sample as missing } from 'no-such-package-here';

export const sample = missing;
