// place: app/anchor/sample-circular.ts
// refused by: layers circular
// A file that needs itself, here by one step.

import { sample as self } from './sample-circular.ts';

export const sample: number = self;
