// place: app/schema/sample.ts
// refused by: layers types/app/schema
// A schema describes the host contract and does not call it.

import { stub } from '../host/stub.ts';

export const sample = stub;
