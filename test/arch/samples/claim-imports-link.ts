// place: app/claim/sample.ts
// refused by: layers room/app/claim
// Rooms of one level do not know each other.

import { stub } from '../link/stub.ts';

export const sample = stub;
