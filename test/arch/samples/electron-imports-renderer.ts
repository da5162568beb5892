// place: main/electron/sample.ts
// refused by: layers room/main/electron
// The two processes meet in app/ and nowhere else.

import { stub } from '../../renderer/boot/stub.ts';

export const sample = stub;
