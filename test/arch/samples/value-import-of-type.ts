// place: app/claim/sample-type.ts
// refused by: lint style/useImportType, types TS1484
// An import that is a type says so, or the rules about types cannot tell.

import { Stub } from '../annotation/stub.ts';

export type Sample = Stub;
