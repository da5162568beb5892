// place: app/host/sample.ts
// refused by: layers types/app/host
// The contract holds types, no implementation.

import { stub } from '../search/stub.ts';

export const sample = stub;
