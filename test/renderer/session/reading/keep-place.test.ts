import { expect, onTestFinished, test } from 'vitest';
import type { TextOffset } from '../../../../app/base/brand.ts';
import { keepPlace } from '../../../../renderer/session/reading/keep-place.ts';
import { mounted } from '../../reader/mounted.ts';
import { revisionOf } from '../../reader/revisions.ts';

const words = 'The premiers of both coasts used a call on Monday to promise that trains will run. ';

function textOf(blocks: number) {
  return revisionOf(
    ['heading', 'A long text'],
    ...Array.from({ length: blocks }, (_unused, index) =>
      `${index}. ${words.repeat(1 + (index % 8))}`.trim(),
    ),
  );
}

/** Past the pauses after which a place is noted and put right, and some frames more. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

for (const [what, count] of [
  ['a text', 60],
  ['a long text', 400],
] as const) {
  test(`P3 in ${what} the caret that was in view stays in view, whatever the width becomes`, async () => {
    const revision = textOf(count);
    const { reader, mount } = mounted(revision);
    onTestFinished(keepPlace(reader));
    const { scroller } = reader;
    const middle = Math.floor(revision.text.length / 2) as TextOffset;
    reader.reveal(middle, middle, { select: true, focus: true });
    await settle();
    // The caret in the last line of the view.
    const box = scroller.getBoundingClientRect();
    let caret = middle;
    while (reader.lineAt((caret + 10) as TextOffset).bottom < box.bottom - 2) {
      caret = (caret + 10) as TextOffset;
    }
    reader.select(caret, caret);
    await settle();
    for (const width of [420, 300, 900, 360, 600]) {
      mount.style.width = `${width}px`;
      await settle();
      const now = scroller.getBoundingClientRect();
      const line = reader.lineAt(caret);
      expect(line.top, `${width} px`).toBeGreaterThanOrEqual(now.top - 1);
      expect(line.bottom, `${width} px`).toBeLessThanOrEqual(now.bottom + 1);
    }
  });

  test(`P3 in ${what} the first line stays the first where the caret is out of view`, async () => {
    const revision = textOf(count);
    const { reader, mount } = mounted(revision);
    onTestFinished(keepPlace(reader));
    const { scroller } = reader;
    reader.focus();
    scroller.scrollTop = scroller.scrollHeight / 2;
    await settle();
    const first = reader.topVisibleOffset();
    for (const width of [420, 300, 900, 360, 600]) {
      mount.style.width = `${width}px`;
      await settle();
      const { top } = scroller.getBoundingClientRect();
      expect(Math.abs(reader.lineAt(first).top - top), `${width} px`).toBeLessThan(6);
    }
  });
}
