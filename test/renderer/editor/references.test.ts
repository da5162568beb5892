import { describe, expect, test } from 'vitest';
import { clickOn, held, press } from '../reader/press.ts';
import {
  doc,
  mountedEditor,
  p,
  paste,
  pressTab,
  selectText,
  tunnelCitations,
  type,
} from './mounted-editor.ts';
import { reference, TestReferences, tunnelReferences } from './test-references.ts';

function mounted(
  content = doc(p()),
  references: TestReferences = tunnelReferences(),
  kind: 'note' | 'brief' = 'note',
) {
  const editor = mountedEditor(kind, content, { references, citations: tunnelCitations() });
  return { ...editor, references };
}

function chips(dom: HTMLElement): HTMLElement[] {
  return [...dom.querySelectorAll<HTMLElement>('.reference')];
}

function openList(mount: HTMLElement): HTMLElement | null {
  const menu = mount.querySelector('.reference-menu');
  return menu?.matches(':popover-open') === true
    ? menu.querySelector<HTMLElement>('[role=listbox]')
    : null;
}

function lines(mount: HTMLElement): string[] {
  return [...(openList(mount)?.querySelectorAll('[role=option]') ?? [])].map(
    (line) => line.textContent ?? '',
  );
}

function chosen(mount: HTMLElement, dom: HTMLElement): string | null {
  const id = dom.getAttribute('aria-activedescendant');
  const line = id === null ? null : mount.querySelector(`#${id}`);
  return line?.getAttribute('aria-selected') === 'true' ? line.textContent : null;
}

describe('Typing a reference', () => {
  test('N2 a list opens at the sign, narrows with each letter, and Enter inserts its first line', async () => {
    const { editor, mount, dom, references } = mounted();
    editor.focus();
    await type('See @');
    expect(lines(mount)).toHaveLength(4);
    expect(dom.getAttribute('aria-controls')).toBe(openList(mount)?.id);
    await type('tun');
    expect(lines(mount)).toEqual([
      'C4 The tunnel opens in 2032. Claim',
      '14 Cost of tunnel rises Article',
    ]);
    expect(chosen(mount, dom)).toContain('C4');
    expect(references.said.at(-1)).toBe('Claim C4: The tunnel opens in 2032., 1 of 2');
    await press('Enter');
    expect(openList(mount)).toBeNull();
    expect(dom.hasAttribute('aria-activedescendant')).toBe(false);
    expect(editor.content()).toEqual(doc(p('See ', reference('claim', 'sum'))));
    await type(' and on');
    expect(editor.content()).toEqual(doc(p('See ', reference('claim', 'sum'), ' and on')));
  });

  test('N2 a space comes between a reference and a word behind it, none before a mark or at the end', async () => {
    const { editor, dom } = mounted(doc(p('See . Then some. Then')));
    await selectText(dom, '. Then some', 0);
    await type('@tun');
    await press('Enter');
    await selectText(dom, 'some', 0);
    await type('@tun');
    await press('Enter');
    await press('End');
    await type(' @tun');
    await press('Enter');
    await type('.');
    const sum = reference('claim', 'sum');
    expect(editor.content()).toEqual(doc(p('See ', sum, '. Then ', sum, ' some. Then ', sum, '.')));
  });

  test('N2 a note cites nothing, which Shift and Enter say', async () => {
    const { editor, mount, references } = mounted();
    editor.focus();
    await type('@tun');
    expect(mount.querySelector('.reference-hint')?.textContent).toBe(
      '↑ ↓ Enter to mention · Esc to leave',
    );
    await press('Enter', held.shift);
    expect(references.said.at(-1)).toBe('A note cites nothing. Enter mentions it.');
    expect(editor.content()).toEqual(doc(p('@tun')));
  });

  test('N2 up and down go round, Tab inserts what they came to, and the text keeps the keyboard', async () => {
    const { editor, mount, dom } = mounted();
    editor.focus();
    await type('@tun');
    await press('ArrowDown');
    expect(chosen(mount, dom)).toContain('Cost of tunnel rises');
    await press('ArrowDown');
    expect(chosen(mount, dom)).toContain('C4');
    await press('ArrowUp');
    expect(chosen(mount, dom)).toContain('Cost of tunnel rises');
    expect(document.activeElement).toBe(dom);
    await pressTab();
    expect(editor.content()).toEqual(doc(p(reference('article', 'report'))));
    expect(document.activeElement).toBe(dom);
  });

  test('N2 Escape leaves what was typed, and the list stays away from that sign', async () => {
    const keys: string[] = [];
    const { editor, mount } = mountedEditor('note', null, {
      references: tunnelReferences(),
      onKey: ({ key }) => {
        keys.push(key);
        return false;
      },
    });
    editor.focus();
    await type('@fig');
    expect(openList(mount)).not.toBeNull();
    await press('Escape');
    expect(openList(mount)).toBeNull();
    expect(keys).not.toContain('Escape');
    await type('u');
    expect(openList(mount)).toBeNull();
    expect(editor.content()).toEqual(doc(p('@figu')));
    await type(' and @');
    expect(openList(mount)).not.toBeNull();
  });

  test('N2 a press on a line inserts it', async () => {
    const { editor, mount, dom } = mounted();
    editor.focus();
    await type('@');
    const line = openList(mount)?.querySelectorAll('[role=option]')[2];
    if (line === undefined) throw new Error('There is no third line');
    await clickOn(line);
    expect(editor.content()).toEqual(doc(p(reference('tag', 'figure'))));
    expect(document.activeElement).toBe(dom);
  });

  test('N2 the sign of a mail address is none, nor is one that the caret only goes by', async () => {
    const { editor, mount, dom } = mounted(doc(p('Ask @fig')));
    await selectText(dom, 'fig', 0);
    await press('ArrowRight');
    expect(openList(mount)).toBeNull();
    await press('End');
    await type(' or a@fig');
    expect(openList(mount)).toBeNull();
    editor.setContent(doc(p('@')));
    expect(openList(mount)).toBeNull();
  });

  test.each(['部长说@', '，@', '「@', '部长说＠', 'トンネルは@'])(
    'N2 a list opens where a script has no spaces: %s',
    async (written) => {
      const { editor, mount } = mounted();
      editor.focus();
      await type(written);
      expect(lines(mount)).toHaveLength(4);
    },
  );

  test('N2 what goes with nothing is said, and writing on behind it shows nothing', async () => {
    const { editor, mount, references } = mounted();
    editor.focus();
    await type('@nobody');
    expect(mount.querySelector('.reference-menu:popover-open')?.textContent).toBe(
      'Nothing by that name',
    );
    expect(references.said.at(-1)).toBe('Nothing by that name');
    await press('Enter');
    expect(editor.content()).toEqual(doc(p('@nobody'), p()));
    await type('@nobody knows');
    expect(mount.querySelector('.reference-menu:popover-open')).toBeNull();
  });

  test('N2 what is found after the next letter was typed is not shown', async () => {
    const references = tunnelReferences();
    const { editor, mount } = mounted(doc(p()), references);
    editor.focus();
    let release = (): void => {};
    references.hold = new Promise((resolve) => {
      release = resolve;
    });
    await type('@cost');
    references.hold = null;
    await type(' of');
    expect(lines(mount)).toEqual(['14 Cost of tunnel rises Article']);
    release();
    await type(' ');
    expect(lines(mount)).toEqual(['14 Cost of tunnel rises Article']);
  });

  test('the list goes when the text loses the keyboard, and with the editor', async () => {
    const { editor, mount, dom, references } = mounted();
    editor.focus();
    await type('@');
    dom.blur();
    expect(openList(mount)).toBeNull();
    expect(references.listenerCount).toBe(1);
    editor.destroy();
    expect(references.listenerCount).toBe(0);
    expect(mount.childElementCount).toBe(0);
  });
});

describe('What references show', () => {
  test('N1 a reference shows what its record is called now, and that it was removed', () => {
    const content = doc(p('On ', reference('claim', 'sum'), '.'));
    const { editor, dom, references, told } = mounted(content);
    const [chip] = chips(dom);
    expect(chip?.textContent).toBe('C4 The tunnel opens in 2032.');
    expect(chip?.getAttribute('aria-label')).toBe('Claim C4: The tunnel opens in 2032.');
    expect(chip?.isContentEditable).toBe(false);
    references.add('claim', 'sum', 'C4', 'The tunnel opens in 2033.');
    references.changed();
    expect(chips(dom)).toEqual([chip]);
    expect(chip?.textContent).toBe('C4 The tunnel opens in 2033.');
    references.records.delete('sum');
    references.changed();
    expect(chip?.textContent).toBe('removed claim');
    expect(chip?.getAttribute('aria-label')).toBe('Removed claim');
    expect(editor.content()).toEqual(content);
    expect(told.changes).toBe(0);
  });

  test('N1 one of something in the trash says so', () => {
    const references = tunnelReferences();
    const report = references.records.get('report');
    if (report !== undefined) references.records.set('report', { ...report, trashed: true });
    const { dom } = mounted(doc(p(reference('article', 'report'))), references);
    expect(chips(dom)[0]?.getAttribute('aria-label')).toBe(
      'Article 14: Cost of tunnel rises, in the trash',
    );
  });

  test('a click opens it, and so does Enter on the one that the arrow keys came to, which is said', async () => {
    const { dom, editor, references } = mounted(doc(p('a', reference('tag', 'figure'), 'b')));
    const [chip] = chips(dom);
    if (chip === undefined) throw new Error('There is no reference');
    await clickOn(chip);
    expect(references.opened).toEqual([{ kind: 'tag', id: 'figure' }]);
    await selectText(dom, 'a');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(references.said).toContain('Tag figure. Enter opens it.');
    expect(chip.classList.contains('ProseMirror-selectednode')).toBe(true);
    await press('Enter');
    expect(references.opened).toHaveLength(2);
    await type('x');
    expect(editor.content()).toEqual(doc(p('a', reference('tag', 'figure'), 'xb')));
  });

  test('Backspace behind one takes it away as a whole', async () => {
    const { dom, editor } = mounted(doc(p('a', reference('tag', 'figure'), 'b')));
    await selectText(dom, 'b', 0);
    await press('Backspace');
    await press('Backspace');
    const rest = JSON.stringify(editor.content());
    expect(rest).not.toContain('reference');
    expect(rest).toContain('b');
  });

  test('in a text for reading only each takes the keyboard and opens at Enter', async () => {
    const references = tunnelReferences();
    const { dom } = mountedEditor('note', doc(p(reference('claim', 'sum'))), {
      references,
      readOnly: true,
    });
    const [chip] = chips(dom);
    chip?.focus();
    expect(document.activeElement).toBe(chip);
    await press('Enter');
    expect(references.opened).toEqual([{ kind: 'claim', id: 'sum' }]);
  });

  test('a brief has references beside its citations', () => {
    const citation = { type: 'inline_citation', attrs: { annotationId: 'cost' } };
    const content = doc(p('a ', citation, ' b ', reference('article', 'report')));
    const { dom, editor } = mounted(content, tunnelReferences(), 'brief');
    expect(chips(dom)).toHaveLength(1);
    expect(dom.querySelectorAll('.citation')).toHaveLength(1);
    expect(editor.content()).toEqual(content);
  });
});

describe('Copying references', () => {
  function copied(dom: HTMLElement): DataTransfer {
    const clipboardData = new DataTransfer();
    dom.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData;
  }

  test('N4 another program gets names, another note gets the references again', async () => {
    const content = doc(
      p('See ', reference('annotation', 'cost'), ', ', reference('claim', 'sum'), ' and'),
      p(reference('tag', 'figure'), ' in ', reference('article', 'report')),
    );
    const { dom } = mounted(content);
    dom.focus();
    await press('a', held.control);
    const data = copied(dom);
    expect(data.getData('text/plain')).toBe(
      'See 14:3 “4.2 billion crowns”, C4: The tunnel opens in 2032. and\n\nfigure in Cost of tunnel rises',
    );
    const html = data.getData('text/html');
    const other = mounted();
    other.editor.focus();
    paste(other.dom, { 'text/html': html, 'text/plain': 'not used' });
    expect(other.editor.content()).toEqual(content);
    const stranger = mounted(doc(p()), new TestReferences());
    stranger.editor.focus();
    paste(stranger.dom, { 'text/html': html, 'text/plain': 'not used' });
    expect(stranger.editor.content()).toEqual(
      doc(
        p('See 14:3 “4.2 billion crowns”, C4: The tunnel opens in 2032. and'),
        p('figure in Cost of tunnel rises'),
      ),
    );
  });

  test('N4 what claims to be a reference of an unknown kind is words', () => {
    const { editor, dom } = mounted();
    editor.focus();
    const html = '<p>a <span data-reference="brief" data-reference-id="sum">x</span></p>';
    paste(dom, { 'text/html': html, 'text/plain': 'not used' });
    expect(editor.content()).toEqual(doc(p('a x')));
  });
});
