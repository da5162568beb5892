// place: app/brief/sample.ts
// refused by: layers room/app/brief
// A brief does not know the formats that carry it.

import type { Stub } from '../exchange/stub.ts';

export type Sample = Stub;
