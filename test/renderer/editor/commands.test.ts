import { describe, expect, test } from 'vitest';
import { held, press } from '../reader/press.ts';
import {
  doc,
  heading,
  list,
  mountedEditor,
  p,
  pressTab,
  selectText,
  text,
  type,
} from './mounted-editor.ts';

describe('Commands', () => {
  test('Bold goes on, is told, and goes off', async () => {
    const { editor, dom, told } = mountedEditor('note', doc(p('one two three')));
    await selectText(dom, 'two');
    expect(editor.run('bold')).toBe(true);
    expect(editor.content()).toEqual(doc(p('one ', text('two', 'strong'), ' three')));
    expect(told.state?.active).toContain('bold');
    editor.run('bold');
    expect(editor.content()).toEqual(doc(p('one two three')));
    expect(told.state?.active).not.toContain('bold');
  });

  test('Headings exist in briefs only, and toggle', async () => {
    const { editor, dom, told } = mountedEditor('brief', doc(p('one')));
    await selectText(dom, 'one', 0);
    expect(editor.run('heading2')).toBe(true);
    expect(editor.content()).toEqual(doc(heading(2, 'one')));
    expect(told.state?.active).toContain('heading2');
    editor.run('heading3');
    expect(editor.content()).toEqual(doc(heading(3, 'one')));
    editor.run('heading3');
    expect(editor.content()).toEqual(doc(p('one')));
    const note = mountedEditor('note', doc(p('one')));
    expect(note.told.state?.possible).not.toContain('heading1');
    expect(note.editor.run('heading1')).toBe(false);
  });

  test('Lists go on, change their kind, and go off', async () => {
    const { editor, dom, told } = mountedEditor('note', doc(p('one')));
    await selectText(dom, 'one', 0);
    editor.run('bullet-list');
    expect(editor.content()).toEqual(doc(list('bullet_list', [p('one')])));
    expect(told.state?.active).toContain('bullet-list');
    editor.run('ordered-list');
    expect(editor.content()).toEqual(doc(list('ordered_list', [p('one')])));
    editor.run('ordered-list');
    expect(editor.content()).toEqual(doc(p('one')));
  });

  test('A quotation goes on and off, around a list too', async () => {
    const { editor, dom, told } = mountedEditor('note', doc(p('one')));
    await selectText(dom, 'one', 0);
    editor.run('quotation');
    expect(editor.content()).toEqual(doc({ type: 'blockquote', content: [p('one')] }));
    expect(told.state?.active).toContain('quotation');
    editor.run('quotation');
    expect(editor.content()).toEqual(doc(p('one')));
  });

  test('A link takes http, https and mailto, changes and comes off as a whole', async () => {
    const { editor, dom, told } = mountedEditor('note', doc(p('one two')));
    const link = (href: string) => ({ type: 'link', attrs: { href } });
    await selectText(dom, 'two');
    expect(editor.setLink('javascript:alert(1)')).toBe(false);
    expect(editor.setLink('https://example.org')).toBe(true);
    expect(editor.content()).toEqual(doc(p('one ', text('two', link('https://example.org')))));
    await selectText(dom, 'wo', 0);
    expect(told.state?.link).toBe('https://example.org');
    editor.setLink('mailto:desk@example.org');
    expect(editor.content()).toEqual(doc(p('one ', text('two', link('mailto:desk@example.org')))));
    expect(editor.setLink(null)).toBe(true);
    expect(editor.content()).toEqual(doc(p('one two')));
    expect(editor.setLink(null)).toBe(false);
  });

  test('A link without a selection brings its address as its words', async () => {
    const { editor } = mountedEditor('note', null);
    editor.focus();
    editor.setLink('https://example.org');
    const link = { type: 'link', attrs: { href: 'https://example.org' } };
    expect(editor.content()).toEqual(doc(p(text('https://example.org', link))));
  });
});

describe('Keys', () => {
  test('Control and B, I make bold and italic', async () => {
    const { editor, dom } = mountedEditor('note', doc(p('one')));
    await selectText(dom, 'one');
    await press('b', held.control);
    await press('i', held.control);
    expect(editor.content()).toEqual(doc(p(text('one', 'em', 'strong'))));
  });

  test('Enter makes an item, Tab puts it in, Shift and Tab out, Enter in an empty one ends the list', async () => {
    const { editor, dom } = mountedEditor('note', doc(list('bullet_list', [p('one')])));
    await selectText(dom, 'one', 0);
    await press('End');
    await press('Enter');
    await type('two');
    await pressTab();
    const inner = list('bullet_list', [p('two')]);
    expect(editor.content()).toEqual(doc(list('bullet_list', [p('one'), inner])));
    await pressTab(true);
    expect(editor.content()).toEqual(doc(list('bullet_list', [p('one')], [p('two')])));
    await press('Enter');
    await press('Enter');
    await type('after');
    expect(editor.content()).toEqual(doc(list('bullet_list', [p('one')], [p('two')]), p('after')));
  });

  test('Tab leaves the field where there is nothing to indent', async () => {
    const { editor, mount } = mountedEditor('note', doc(p('one')));
    const next = mount.appendChild(document.createElement('button'));
    editor.focus();
    await pressTab();
    expect(document.activeElement).toBe(next);
  });

  test('Shift and Enter breaks the line', async () => {
    const { editor } = mountedEditor('note', null);
    editor.focus();
    await type('a');
    await press('Enter', held.shift);
    await type('b');
    expect(editor.content()).toEqual(doc(p('a', { type: 'hard_break' }, 'b')));
  });

  test('onKey comes first and may keep a key', async () => {
    const keys: string[] = [];
    const onKey = (event: KeyboardEvent) => {
      keys.push(event.key);
      return event.key === 'Enter';
    };
    const { editor } = mountedEditor('note', doc(p('one')), { onKey });
    editor.focus();
    await press('Enter');
    expect(keys).toEqual(['Enter']);
    expect(editor.content()).toEqual(doc(p('one')));
  });
});

describe('Markdown as it is typed', () => {
  test.each([
    ['# one', doc(heading(1, 'one'))],
    ['### one', doc(heading(3, 'one'))],
    ['- one', doc(list('bullet_list', [p('one')]))],
    ['1. one', doc(list('ordered_list', [p('one')]))],
    ['> one', doc({ type: 'blockquote', content: [p('one')] })],
    ['a **b** c', doc(p('a ', text('b', 'strong'), ' c'))],
    ['a *b* c', doc(p('a ', text('b', 'em'), ' c'))],
    ['a _b_ c', doc(p('a ', text('b', 'em'), ' c'))],
    ['snake_case_name', doc(p('snake_case_name'))],
    ['2 * 3 * 4', doc(p('2 * 3 * 4'))],
    ['2024. one', doc(p('2024. one'))],
  ])('%s', async (keys, expected) => {
    const { editor } = mountedEditor('brief', null);
    editor.focus();
    await type(keys);
    expect(editor.content()).toEqual(expected);
  });
});

describe('No history of its own', () => {
  test('Control and Z changes nothing and reaches the program', async () => {
    const { editor } = mountedEditor('note', null);
    const reached: string[] = [];
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey && !event.defaultPrevented) reached.push(event.key);
    };
    window.addEventListener('keydown', listen);
    editor.focus();
    await type('one');
    await press('z', held.control);
    await press('z', held.control + held.shift);
    await press('y', held.control);
    window.removeEventListener('keydown', listen);
    expect(editor.content()).toEqual(doc(p('one')));
    expect(reached).toEqual(['z', 'z', 'y']);
  });

  test('onKey may keep Control and Z', async () => {
    const { editor } = mountedEditor('note', null, { onKey: (event) => event.key === 'z' });
    let prevented = false;
    const listen = (event: KeyboardEvent) => {
      prevented = event.defaultPrevented;
    };
    window.addEventListener('keydown', listen);
    editor.focus();
    await press('z', held.control);
    window.removeEventListener('keydown', listen);
    expect(prevented).toBe(true);
  });

  test.each(['historyUndo', 'historyRedo'])('%s from a menu is prevented', (inputType) => {
    const { dom } = mountedEditor('note', doc(p('one')));
    const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true });
    dom.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });
});
