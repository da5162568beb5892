// place: app/link/sample.ts
// refused by: layers outside
// What is shipped does not need its tests.

import { stub } from '../../test/stub.ts';

export const sample = stub;
