// place: renderer/store/sample.ts
// refused by: layers package/renderer/store
// The store does not know who watches it.

import { useSyncExternalStore } from 'react';

export const sample = useSyncExternalStore;
