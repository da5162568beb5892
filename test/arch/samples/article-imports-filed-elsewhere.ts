// place: app/article/sample-package.ts
// refused by: layers package/app/article
// A package is at home in the rooms under which it is filed.

import { z } from 'zod';

export const sample = z.string();
