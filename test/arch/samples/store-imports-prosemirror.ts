// place: renderer/store/sample-editing.ts
// refused by: layers package/renderer/store
// Nor what an editor is.

import type { Node } from 'prosemirror-model';

export type Sample = Node;
