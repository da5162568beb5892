// place: app/reanchor/sample.ts
// refused by: layers room/app/reanchor
// Carrying annotations over knows nothing of the documents that quote them.

import { stub } from '../brief/stub.ts';

export const sample = stub;
