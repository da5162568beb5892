// place: app/search/sample.ts
// refused by: layers node/app/search, types TS2591
// app/ runs in both processes, so it has no Node.

import { readFileSync } from 'node:fs';

export const sample = readFileSync('a', 'utf8');
