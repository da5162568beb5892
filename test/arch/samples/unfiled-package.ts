// place: main/services/sample-unfiled.ts
// refused by: layers undeclared-package
// A package that only came along with another.

import { satisfies } from 'semver';

export const sample = satisfies;
