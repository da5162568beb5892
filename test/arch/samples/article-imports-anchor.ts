// place: app/article/sample.ts
// refused by: layers room/app/article
// Inside app/ imports point downwards.

import { stub } from '../anchor/stub.ts';

export const sample = stub;
