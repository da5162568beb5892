// place: main/services/sample-require.ts
// refused by: lint style/noRestrictedImports
// Neither the compiler nor the import graph sees what createRequire loads.

import { createRequire } from 'node:module';

export const sample = createRequire(import.meta.url)('electron');
