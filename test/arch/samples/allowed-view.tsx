// place: renderer/views/sample-allowed.tsx
// refused by: nothing
// A view as it should be.

import { useState } from 'react';
import type { Stub } from '../../app/claim/stub.ts';
import { stub } from '../session/stub.ts';

export function Sample() {
  const [value] = useState<Stub>(stub);
  return <p>{value}</p>;
}
