// place: renderer/session/sample.ts
// refused by: layers package/renderer/session
// The state of a window can be tested without drawing it.

import { useEffect } from 'react';

export const sample = useEffect;
