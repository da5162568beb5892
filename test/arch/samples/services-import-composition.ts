// place: main/services/sample-composition.ts
// refused by: layers room/main/services
// What a service needs is passed in by main/electron.

import { stub } from '../electron/stub.ts';

export const sample = stub;
