import { describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { mounted } from './mounted.ts';
import { clickOn, settled } from './press.ts';
import { revisionOf } from './revisions.ts';

describe('the focus comes back', () => {
  test('by element.focus(), as a dialog gives it back: the selection made meanwhile stands', async () => {
    const revision = revisionOf('A title', 'The first paragraph of it.', 'And the second.');
    const { dom, reader } = mounted(revision);
    await clickOn(dom.children[2] ?? dom);
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    reader.select(12 as TextOffset, 17 as TextOffset);
    await settled();
    dom.focus();
    await settled();
    expect(reader.selection()).toMatchObject({ from: 12, to: 17 });
    expect(String(getSelection())).toBe('first');
    field.remove();
  });
});
