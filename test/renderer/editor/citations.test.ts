import { describe, expect, test } from 'vitest';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { click, held, middleOf, press, settled } from '../reader/press.ts';
import {
  claim,
  doc,
  heading,
  inline,
  list,
  mountedEditor,
  p,
  quotation,
  selectText,
  tunnelCitations,
  type,
} from './mounted-editor.ts';

function citationElements(dom: HTMLElement): HTMLElement[] {
  return [...dom.querySelectorAll<HTMLElement>('.citation')];
}

function labels(dom: HTMLElement): (string | null)[] {
  return citationElements(dom).map((element) => element.getAttribute('aria-label'));
}

function shownNumbers(dom: HTMLElement): (string | null)[] {
  return [...dom.querySelectorAll('.citation-number')].map((element) => element.textContent);
}

describe('What citations show', () => {
  test('C1 a citation shows the words, source and number of its record, and says them', () => {
    const content = doc(p('They said ', inline('cost'), '.'), quotation('date'), claim('sum'));
    const { dom } = mountedEditor('brief', content, { citations: tunnelCitations() });
    const [cost, date, sum] = citationElements(dom);
    expect(cost?.textContent).toBe('“4.2 billion crowns”1');
    expect(date?.querySelector('.citation-words')?.textContent).toBe('a hope, not a contract');
    expect(date?.querySelector('.citation-source')?.textContent).toBe('Adviser doubts date · 7:12');
    expect(sum?.querySelector('.citation-wording')?.textContent).toBe(
      'C4 The tunnel opens in 2032.',
    );
    expect(sum?.querySelector('[data-stance=questions]')?.textContent).toContain('a hope');
    expect(labels(dom)).toEqual([
      'Citation 1: “4.2 billion crowns”, The Harbour Times, 12 May 2024 · 14:3.',
      'Citation 2: “a hope, not a contract”, Adviser doubts date · 7:1.',
      'Claim C4: The tunnel opens in 2032. Premier Ansel · 10 May 2024 · disputed. 1 piece of evidence.',
    ]);
    for (const element of citationElements(dom)) expect(element.isContentEditable).toBe(false);
  });

  test('C1 a changed record shows at once, without a change of the brief', () => {
    const source = tunnelCitations();
    const content = doc(p(inline('cost')), claim('sum'));
    const { editor, dom, told } = mountedEditor('brief', content, { citations: source });
    const before = citationElements(dom);
    const cited = source.annotation('cost' as AnnotationId);
    if (cited !== null) source.annotations.set('cost', { ...cited, quote: '4.1 billion crowns' });
    source.changed();
    expect(dom.querySelector('.citation-words')?.textContent).toBe('4.1 billion crowns');
    expect(citationElements(dom)).toEqual(before);
    expect(editor.content()).toEqual(content);
    expect(told.changes).toBe(0);
  });

  test('C1 a deleted record says so, and comes back when it does', () => {
    const source = tunnelCitations();
    const content = doc(p(inline('cost')), quotation('cost'), claim('sum'));
    const { dom } = mountedEditor('brief', content, { citations: source });
    const cost = source.annotation('cost' as AnnotationId);
    source.annotations.delete('cost');
    source.claims.delete('sum');
    source.changed();
    expect(citationElements(dom).map((element) => element.textContent)).toEqual([
      'deleted annotation',
      'deleted annotation',
      'deleted claim',
    ]);
    expect(labels(dom)[0]).toBe('Citation of a deleted annotation');
    if (cost !== null) source.annotations.set('cost', cost);
    source.changed();
    expect(citationElements(dom)[0]?.textContent).toContain('4.2 billion crowns');
  });

  test('A3 an orphan is marked', () => {
    const source = tunnelCitations();
    const cited = source.annotation('cost' as AnnotationId);
    if (cited !== null) source.annotations.set('cost', { ...cited, state: 'orphan' });
    const { dom } = mountedEditor('brief', doc(quotation('cost')), { citations: source });
    expect(dom.querySelector('.citation-chip-orphan')?.textContent).toBe('not found · review');
    expect(labels(dom)[0]).toContain('Passage not found');
  });

  test('Numbers follow the order of the document, evidence included, and are not stored', () => {
    const source = tunnelCitations();
    const { editor, dom } = mountedEditor('brief', doc(p(inline('cost')), p(inline('date'))), {
      citations: source,
    });
    expect(shownNumbers(dom)).toEqual(['1', '2']);
    editor.setContent(doc(claim('sum'), p(inline('cost')), p(inline('date'))));
    expect(shownNumbers(dom)).toEqual(['1', '2', '1']);
    const sum = source.claims.get('sum');
    if (sum) source.claims.set('sum', { ...sum, evidence: [] });
    source.changed();
    expect(shownNumbers(dom)).toEqual(['1', '2']);
    expect(JSON.stringify(editor.content())).not.toContain('number');
  });

  test('Numbers survive moving a citation to where its like stood', () => {
    const { editor, dom } = mountedEditor('brief', doc(p(inline('cost')), p('x')), {
      citations: tunnelCitations(),
    });
    editor.setContent(doc(p('x'), p(inline('cost'))));
    expect(shownNumbers(dom)).toEqual(['1']);
  });

  test('A destroyed editor listens no more', () => {
    const source = tunnelCitations();
    const { editor } = mountedEditor('brief', doc(p(inline('cost'))), { citations: source });
    expect(source.listenerCount).toBeGreaterThan(0);
    editor.destroy();
    expect(source.listenerCount).toBe(0);
  });
});

describe('Citations by keyboard', () => {
  test('Arrows select an inline citation, Enter opens it, Backspace removes it', async () => {
    const source = tunnelCitations();
    const content = doc(p('They said ', inline('cost'), ' again.'));
    const { editor, dom, mount, told } = mountedEditor('brief', content, { citations: source });
    await selectText(dom, ' again', 0);
    await press('ArrowLeft');
    expect(told.state?.citation).toEqual({ kind: 'annotation', id: 'cost' });
    expect(mount.querySelector('[role=status]')?.textContent).toContain('4.2 billion crowns');
    await press('Enter');
    expect(source.opened).toEqual([['annotation', 'cost']]);
    expect(editor.content()).toEqual(content);
    await press('Backspace');
    expect(editor.content()).toEqual(doc(p('They said  again.')));
  });

  test('Arrows select block citations one after the other, and beyond the last make a line', async () => {
    const source = tunnelCitations();
    const content = doc(p('one'), quotation('cost'), claim('sum'));
    const { editor, dom, told } = mountedEditor('brief', content, { citations: source });
    await selectText(dom, 'one', 0);
    await press('ArrowDown');
    expect(told.state?.citation?.id).toBe('cost');
    await press('ArrowDown');
    expect(told.state?.citation?.id).toBe('sum');
    await press('Enter');
    expect(source.opened).toEqual([['claim', 'sum']]);
    await press('ArrowDown');
    await type('two');
    expect(editor.content()).toEqual(doc(p('one'), quotation('cost'), claim('sum'), p('two')));
  });

  test('Typing on a selected citation writes after it', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('one'), quotation('cost')), {
      citations: tunnelCitations(),
    });
    await selectText(dom, 'one', 0);
    await press('ArrowDown');
    await type('two');
    expect(editor.content()).toEqual(doc(p('one'), quotation('cost'), p('two')));
    const beside = mountedEditor('brief', doc(p('one', inline('cost'))), {
      citations: tunnelCitations(),
    });
    await selectText(beside.dom, 'one', 0);
    await press('ArrowRight', held.none, 4);
    await type('x');
    expect(beside.editor.content()).toEqual(doc(p('one', inline('cost'), 'x')));
  });

  test('A double click opens', async () => {
    const source = tunnelCitations();
    const { dom } = mountedEditor('brief', doc(p('one'), quotation('cost')), { citations: source });
    const words = dom.querySelector('.citation-words');
    if (words === null) throw new Error('No citation');
    // Blocks have their size once they were in view.
    await settled();
    const [x, y] = middleOf(words);
    await click(x, y);
    await click(x, y, { clickCount: 2 });
    expect(source.opened).toEqual([['annotation', 'cost']]);
  });

  test('In a read-only brief Tab reaches each citation and Enter opens it', async () => {
    const source = tunnelCitations();
    const { dom } = mountedEditor('brief', doc(p('one', inline('cost'))), {
      citations: source,
      readOnly: true,
    });
    const [citation] = citationElements(dom);
    expect(citation?.tabIndex).toBe(0);
    citation?.focus();
    await press('Enter');
    expect(source.opened).toEqual([['annotation', 'cost']]);
  });
});

describe('insertCitation', () => {
  const citations = tunnelCitations();

  test('An inline citation goes to the caret, behind a selection', async () => {
    const { editor, dom, told } = mountedEditor('brief', doc(p('one two')), { citations });
    await selectText(dom, 'one');
    expect(editor.insertCitation({ kind: 'inline', id: 'cost' })).toBe(true);
    expect(editor.content()).toEqual(doc(p('one', inline('cost'), ' two')));
    expect(told.changes).toBe(1);
  });

  test.each([
    ['one', 1, doc(p('o'), quotation('cost'), p('ne'))],
    ['one', 3, doc(p('one'), quotation('cost'), p())],
  ])('A block citation splits %s at %s', async (words, at, expected) => {
    const { editor, dom } = mountedEditor('brief', doc(p(words)), { citations });
    editor.focus();
    await selectText(dom, words, 0);
    await press('ArrowRight', held.none, at);
    editor.insertCitation({ kind: 'quotation', id: 'cost' });
    expect(editor.content()).toEqual(expected);
  });

  test('A block citation takes the place of an empty paragraph; writing goes on after it', async () => {
    const { editor } = mountedEditor('brief', null, { citations });
    editor.focus();
    editor.insertCitation({ kind: 'claim', id: 'sum' });
    await type('x');
    expect(editor.content()).toEqual(doc(claim('sum'), p('x')));
  });

  test('Writing goes on where a citation was sent to from elsewhere', async () => {
    const { editor } = mountedEditor('brief', null, { citations });
    editor.focus();
    editor.setContent(doc(quotation('cost'), p()));
    await type('x');
    expect(editor.content()).toEqual(doc(quotation('cost'), p('x')));
  });

  test('A second citation stands after a selected first', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('one'), quotation('cost')), { citations });
    await selectText(dom, 'one', 0);
    await press('ArrowDown');
    editor.insertCitation({ kind: 'quotation', id: 'date' });
    expect(editor.content()).toEqual(doc(p('one'), quotation('cost'), quotation('date'), p()));
    editor.insertCitation({ kind: 'inline', id: 'date' });
    expect(editor.content()).toEqual(
      doc(p('one'), quotation('cost'), quotation('date'), p(inline('date'))),
    );
  });

  test('In a list item it stays in the item', async () => {
    const { editor, dom } = mountedEditor('brief', doc(list('bullet_list', [p('one')])), {
      citations,
    });
    await selectText(dom, 'one', 0);
    await press('End');
    editor.insertCitation({ kind: 'quotation', id: 'cost' });
    expect(editor.content()).toEqual(doc(list('bullet_list', [p('one'), quotation('cost'), p()])));
  });

  test('A brief that never had the keyboard gets it at its end', async () => {
    const { editor } = mountedEditor('brief', doc(heading(1, 'One'), p('two')), { citations });
    await settled();
    editor.insertCitation({ kind: 'quotation', id: 'cost' });
    expect(editor.content()).toEqual(doc(heading(1, 'One'), p('two'), quotation('cost'), p()));
  });

  test('A note has no citations', () => {
    const { editor } = mountedEditor('note', null);
    expect(editor.insertCitation({ kind: 'inline', id: 'cost' })).toBe(false);
    expect(editor.content()).toBeNull();
  });
});
