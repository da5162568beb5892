// place: renderer/boot/sample.ts
// refused by: layers node/renderer/boot, types TS2591
// A sandboxed window has no Node.

import { join } from 'node:path';

export const sample = join('a', 'b');
