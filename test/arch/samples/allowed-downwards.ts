// place: app/exchange/sample.ts
// refused by: nothing
// The rules refuse what they are meant to refuse, and not everything.

import type { Stub } from '../base/stub.ts';
import { stub } from '../brief/stub.ts';

export const sample: Stub = stub;
