import { z } from 'zod';

// Zod compiles schemas with `new Function` where it can. The windows' content security policy forbids that, and trying
// it logs a violation. Every schema of the program is made through this file, so this is set before the first one.
z.config({ jitless: true });

/** Zod, set up once for the whole program. Nothing else may import the package. */
export { z };
