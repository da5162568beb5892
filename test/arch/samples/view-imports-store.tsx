// place: renderer/views/sample.tsx
// refused by: layers room/renderer/views
// Views read the session.

import { stub } from '../store/stub.ts';

export function Sample() {
  return <p>{stub}</p>;
}
