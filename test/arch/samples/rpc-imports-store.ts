// place: main/rpc/sample.ts
// refused by: layers room/main/rpc
// Nor by a type.

import type { Stub } from '../../renderer/store/stub.ts';

export type Sample = Stub;
