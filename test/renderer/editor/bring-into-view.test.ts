import { describe, expect, it } from 'vitest';
import type { PictureId } from '../../../app/record/ids.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { settled } from '../reader/press.ts';
import {
  doc,
  heading,
  type MountedEditor,
  mountedEditor,
  p,
  selectText,
  tunnelCitations,
} from './mounted-editor.ts';

const lines = (count: number, name = 'line'): RichTextNode[] =>
  Array.from({ length: count }, (_, at) => p(`${name} ${at} `.repeat(30).trim()));

/** A brief of forty paragraphs in a window of 300 pixels, with a button beside it that has the keyboard. */
function longBrief(...last: RichTextNode[]): MountedEditor {
  const citations = tunnelCitations();
  citations.pictures.set('chart', {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"/>',
    width: 400,
    height: 200,
    description: 'A chart',
  } as never);
  const content = doc(...lines(20, 'first'), heading(1, 'Costs'), ...lines(20, 'second'), ...last);
  const mounted = mountedEditor('brief', content, { citations });
  mounted.mount.style.cssText = 'width: 600px; height: 300px; overflow: auto; position: relative';
  return mounted;
}

/** How much of an element is seen, in pixels from its upper edge; a caret is seen as a whole or not. */
function isSeen(mount: HTMLElement, { top, bottom }: { top: number; bottom: number }): boolean {
  const window = mount.getBoundingClientRect();
  return top >= window.top - 1 && bottom <= window.bottom + 1;
}

async function frames(count = 3): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await settled();
}

describe('I33 what is put in comes into view', () => {
  const ways: readonly [string, (mounted: MountedEditor) => boolean, string][] = [
    [
      'a quotation',
      ({ editor }) => editor.insertCitation({ kind: 'quotation', id: 'cost' }),
      '.quotation-citation',
    ],
    [
      'a claim',
      ({ editor }) => editor.insertCitation({ kind: 'claim', id: 'sum' }),
      '.claim-citation',
    ],
    [
      'words quoted in the line',
      ({ editor }) => editor.insertCitation({ kind: 'inline', id: 'cost' }),
      '.inline-citation',
    ],
    ['a figure', ({ editor }) => editor.insertFigure('chart' as PictureId, 'A chart'), 'figure'],
    ['a table', ({ editor }) => editor.run('table'), 'table'],
    ['a footnote', ({ editor }) => editor.run('footnote'), '.footnote-panel'],
  ];

  it.each(ways)(
    '%s at the end of a brief that is seen at its beginning',
    async (_name, put, found) => {
      const mounted = longBrief();
      const { mount, dom } = mounted;
      await selectText(dom, 'second 19', 0);
      // What is put in from beside the text: a list, a dialog.
      dom.blur();
      mount.scrollTop = 0;
      await settled();
      // A table is edited by what is read with the first brief.
      await expect.poll(() => put(mounted)).toBe(true);
      await frames();
      const element = mount.querySelector(found);
      if (element === null) throw new Error(`There is no ${found}`);
      expect(isSeen(mount, element.getBoundingClientRect())).toBe(true);
    },
  );

  it('several citations one after the other end with the last in view', async () => {
    const { editor, mount } = longBrief();
    for (let at = 0; at < 12; at += 1) editor.insertCitation({ kind: 'quotation', id: 'cost' });
    await frames();
    const last = [...mount.querySelectorAll('.quotation-citation')].at(-1);
    expect(isSeen(mount, last?.getBoundingClientRect() ?? { top: 0, bottom: 9e9 })).toBe(true);
  });

  it('the field of a footnote that is opened below the last line that is seen', async () => {
    const note: RichTextNode = {
      type: 'footnote',
      content: [{ type: 'text', text: 'What the note says.' }],
    };
    const { editor, mount } = longBrief(p('The end', note));
    const target = (citation: number): void => {
      editor.citations?.goTo({ path: [41, citation], range: null });
    };
    target(1);
    await frames();
    const panel = mount.querySelector('.footnote-panel:not([hidden])');
    expect(isSeen(mount, panel?.getBoundingClientRect() ?? { top: 0, bottom: 9e9 })).toBe(true);
  });
});

describe('I32 a writer comes back to where the brief was left', () => {
  it('with the same words selected and seen at the same height', async () => {
    const { editor, mount, dom } = longBrief();
    await selectText(dom, 'second 7', 8);
    getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' });
    await settled();
    const height = heightOf(mount, 'second 7');
    const place = editor.place();
    const content = editor.content();
    editor.destroy();

    const again = longBrief();
    again.editor.setContent(content);
    again.editor.returnTo(place);
    await frames();
    expect(Math.abs(heightOf(again.mount, 'second 7') - height)).toBeLessThan(2);
    again.editor.focus();
    await settled();
    expect(getSelection()?.toString()).toBe('second 7');
    expect(Math.abs(heightOf(again.mount, 'second 7') - height)).toBeLessThan(2);
    // And what is cited now goes there.
    again.editor.insertCitation({ kind: 'inline', id: 'cost' });
    expect(JSON.stringify(again.editor.content()?.content?.[28])).toContain('inline_citation');
  });

  it('also where blocks were put in and taken out before it meanwhile', async () => {
    const { editor, mount, dom } = longBrief();
    await selectText(dom, 'second 7', 8);
    getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' });
    await settled();
    const height = heightOf(mount, 'second 7');
    const place = editor.place();
    const blocks = editor.content()?.content ?? [];

    const again = longBrief();
    again.editor.setContent(doc(...lines(9, 'new'), ...blocks.slice(3)));
    again.editor.returnTo(place);
    await frames();
    expect(Math.abs(heightOf(again.mount, 'second 7') - height)).toBeLessThan(2);
    again.editor.focus();
    await settled();
    expect(getSelection()?.toString()).toBe('second 7');
  });

  it('a brief whose words are gone is shown without complaint', async () => {
    const { editor, dom } = longBrief();
    await selectText(dom, 'second 7', 8);
    const place = editor.place();
    const again = mountedEditor('brief', doc(p('other words')));
    again.editor.returnTo(place);
    await frames();
    expect(again.dom.textContent).toBe('other words');
  });
});

/** How far below the upper edge of the window a paragraph begins. */
function heightOf(mount: HTMLElement, words: string): number {
  const line = [...mount.querySelectorAll('p')].find(({ textContent }) =>
    textContent?.startsWith(words),
  );
  if (line === undefined) throw new Error(`“${words}” is not there`);
  return line.getBoundingClientRect().top - mount.getBoundingClientRect().top;
}
