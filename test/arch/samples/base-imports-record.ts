// place: app/base/sample.ts
// refused by: layers room/app/base
// The lowest room imports nothing, not even a type.

import type { Stub } from '../record/stub.ts';

export type Sample = Stub;
