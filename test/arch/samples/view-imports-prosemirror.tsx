// place: renderer/views/sample-editing.tsx
// refused by: layers package/renderer/views
// A view shows an element that the session filled.

import { EditorState } from 'prosemirror-state';

export function Sample() {
  return <p>{EditorState.name}</p>;
}
