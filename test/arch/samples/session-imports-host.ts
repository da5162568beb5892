// place: renderer/session/sample-host.ts
// refused by: layers room/renderer/session
// Everything that is saved goes through the store.

import { stub } from '../host/stub.ts';

export const sample = stub;
