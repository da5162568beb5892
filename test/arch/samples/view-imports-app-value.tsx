// place: renderer/views/sample-app.tsx
// refused by: layers types/renderer/views
// Of app/ a view knows the types; what to do with them is the session's.

import { stub } from '../../app/claim/stub.ts';

export function Sample() {
  return <p>{stub}</p>;
}
