// place: app/record/sample.ts
// refused by: layers types/app/record
// Records may name types of the rooms above, never run their code.

import { stub } from '../annotation/stub.ts';

export const sample = stub;
