// place: app/anchor/sample.ts
// refused by: layers no-room
// A new folder is entered in the table before anything uses it.

import { stub } from '../nowhere/stub.ts';

export const sample = stub;
