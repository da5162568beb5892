// place: renderer/editor/sample.ts
// refused by: layers package/renderer/editor
// Editors mount into an element, whoever owns it.

import { createElement } from 'react';

export const sample = createElement;
