import { expect, test } from 'vitest';
import type { CheckPlace } from '../../../app/brief/check/check-item.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { clickOn, held, press, settled } from '../reader/press.ts';
import {
  claim,
  doc,
  inline,
  mountedEditor,
  p,
  selectText,
  text,
  tunnelCitations,
  type,
} from './mounted-editor.ts';

const note = (...content: RichTextNode[]): RichTextNode => ({ type: 'footnote', content });

/** A paragraph, a footnote with two citations, one more behind it; `cost` has changed. */
function brief(more: { readonly readOnly?: boolean; readonly onAlter?: () => void } = {}) {
  const source = tunnelCitations();
  const content = doc(
    p('It rose', note(text('See '), inline('cost'), text(' and '), inline('date')), '.'),
    p('Later ', inline('cost'), '.'),
  );
  const mounted = mountedEditor('brief', content, { citations: source, ...more });
  const { citations } = mounted.editor;
  if (citations === null) throw new Error('no brief');
  const step = (direction: 1 | -1): string => {
    citations.step(direction, () => true);
    const id = String(citations.selected()?.attrs?.annotationId ?? 'none');
    return `${id} in ${field(mounted.dom) === null ? 'text' : 'footnote'}`;
  };
  return { ...mounted, source, citations, content, step };
}

function field(dom: HTMLElement): HTMLElement | null {
  return dom.querySelector<HTMLElement>('.footnote-text');
}

function sign(dom: HTMLElement): HTMLElement {
  const found = dom.querySelector<HTMLElement>('.footnote');
  if (found === null) throw new Error('No footnote is drawn.');
  return found;
}

async function openNote(dom: HTMLElement): Promise<HTMLElement> {
  const number = dom.querySelector<HTMLElement>('.footnote-number');
  await settled();
  if (number !== null) await clickOn(number);
  const open = field(dom);
  if (open === null) throw new Error('The field is not open.');
  open.focus();
  await settled();
  return open;
}

const keep = (node: RichTextNode): RichTextNode => ({
  ...node,
  attrs: { ...node.attrs, accepted: { kind: 'quotation' } },
});

test('Y2 going through citations goes through those of a footnote, on and back, and comes out of it', () => {
  const { step } = brief();
  const places = ['cost in footnote', 'date in footnote', 'cost in text'];
  expect([step(1), step(1), step(1), step(1)]).toEqual([...places, places[0]]);
  expect([step(-1), step(-1), step(-1)]).toEqual([places[2], places[1], places[0]]);
});

test('Y2 from the words of a footnote the next citation is the one behind the caret', async () => {
  const { step, dom } = brief();
  await selectText(await openNote(dom), ' and ', 0);
  expect(step(1)).toBe('date in footnote');
});

test('Y2 a citation in a footnote is accepted alone and stays selected; with all others too', async () => {
  const { step, citations, editor, dom } = brief();
  step(1);
  expect(citations.update('selected', keep)).toBe(1);
  expect(citations.selected()?.attrs).toEqual({
    annotationId: 'cost',
    accepted: { kind: 'quotation' },
  });
  expect(field(dom)).not.toBeNull();
  const after = JSON.stringify(editor.content());
  expect(after.match(/"accepted"/g)).toHaveLength(1);
  expect(after.indexOf('"accepted"')).toBeLessThan(after.indexOf('"date"'));
  expect(citations.update('all', keep)).toBe(3);
  await settled();
  expect(citations.selected()?.attrs?.annotationId).toBe('cost');
});

test('Y2 a click selects a citation in a footnote, its listeners are told, and Enter opens it', async () => {
  const { citations, dom, editor, source, mount } = brief();
  await openNote(dom);
  let told = 0;
  const stop = editor.writing?.subscribe(() => {
    told += 1;
  });
  const cited = dom.querySelector<HTMLElement>('.footnote-text .citation');
  if (cited === null) throw new Error('No citation is drawn in the field.');
  await clickOn(cited);
  await settled();
  expect(citations.selected()?.attrs?.annotationId).toBe('cost');
  expect(told).toBeGreaterThan(0);
  const statuses = [...mount.querySelectorAll('[role=status]')].map((one) => one.textContent);
  expect(statuses.join(' ')).toContain('Enter opens it.');
  await press('Enter');
  expect(source.opened).toEqual([['annotation', 'cost']]);
  stop?.();
});

test('I27 a quotation in a footnote is shortened there; its key asks for it', async () => {
  let asked = 0;
  const { citations, editor, dom } = brief({
    onAlter: () => {
      asked += 1;
    },
  });
  await openNote(dom);
  citations.step(1, (node) => node.attrs?.annotationId === 'date');
  editor.focus();
  await press('a', held.control | held.alt);
  expect(asked).toBe(1);
  expect(editor.quotation()?.attrs).toEqual({ annotationId: 'date' });
  expect(editor.alterQuotation([{ start: 2, end: 7, text: null }])).toBe(true);
  expect(editor.quotation()?.attrs?.alterations).toEqual([{ start: 2, end: 7, text: null }]);
  expect(field(dom)?.textContent).toContain('…');
});

test('Y19 a place in a footnote is selected in its field, words as words and a citation as a whole', () => {
  const { citations, dom } = brief();
  const inNote = (from: number, to: number): CheckPlace => ({
    path: [0, 1],
    range: { from, to },
  });
  expect(citations.goTo({ path: [0], range: { from: 9, to: 12 } })).toBe(true);
  expect(field(dom)).not.toBeNull();
  expect(citations.selected()).toBeNull();
  expect(citations.goTo({ path: [0], range: { from: 12, to: 13 } })).toBe(true);
  expect(citations.selected()?.attrs?.annotationId).toBe('cost');
  expect(citations.goTo(inNote(900, 901))).toBe(false);
});

test('I27 a closed footnote tells that a citation in it changed or is gone, as soon as it does', () => {
  const { source, dom } = brief();
  expect(sign(dom).dataset.standing).toBe('accepted');
  source.standings.set('date', 'changed');
  source.changed();
  expect(sign(dom).dataset.standing).toBe('changed');
  expect(sign(dom).getAttribute('aria-label')).toContain('has changed since it was accepted');
  source.standings.set('cost', 'missing');
  source.changed();
  expect(sign(dom).dataset.standing).toBe('missing');
  expect(sign(dom).getAttribute('aria-label')).toContain('was deleted');
  source.standings.clear();
  source.changed();
  expect(sign(dom).getAttribute('aria-label')).not.toMatch(/changed|deleted/);
});

test('I27 formats and links act in the footnote that is open; what it can not have is not offered', async () => {
  const { editor, dom, told } = mountedEditor(
    'brief',
    doc(p('It rose', note(text('See here')), '.')),
  );
  await selectText(await openNote(dom), 'here');
  expect(told.state?.possible.has('bold')).toBe(true);
  expect(told.state?.canLink).toBe(true);
  for (const name of ['heading1', 'bullet-list', 'table', 'footnote', 'quotation'] as const) {
    expect(told.state?.possible.has(name), name).toBe(false);
    expect(editor.run(name), name).toBe(false);
  }
  expect(editor.run('bold')).toBe(true);
  expect(told.state?.active.has('bold')).toBe(true);
  expect(editor.setLink('https://example.org')).toBe(true);
  expect(told.state?.link).toBe('https://example.org');
  const link = { type: 'link', attrs: { href: 'https://example.org' } };
  expect(editor.content()).toEqual(
    doc(p('It rose', note(text('See '), text('here', link, 'strong')), '.')),
  );
  await press('Escape');
  expect(told.state?.possible.has('heading1')).toBe(true);
});

test('I27 formats act in a footnote that is open beside the caret, and writing goes on in it', async () => {
  const { editor, dom } = mountedEditor('brief', doc(p('It rose', note(text('See ')), '.')));
  await selectText(dom, '.', 0);
  await press('ArrowLeft');
  expect(field(dom)).not.toBeNull();
  expect(editor.run('italic')).toBe(true);
  await settled();
  expect(document.activeElement).toBe(field(dom));
  await type('this');
  expect(editor.content()).toEqual(doc(p('It rose', note(text('See '), text('this', 'em')), '.')));
});

test('I23 in a brief that is only read nothing in an open footnote is changed', async () => {
  const { editor, citations, step } = brief({ readOnly: true });
  step(1);
  expect(citations.update('selected', keep)).toBe(0);
  expect(editor.alterQuotation([{ start: 0, end: 1, text: null }])).toBe(false);
  expect(editor.run('bold')).toBe(false);
  expect(editor.insertCitation({ kind: 'claim', id: 'sum' })).toBe(false);
  expect(editor.content()).toEqual(
    doc(
      p('It rose', note(text('See '), inline('cost'), text(' and '), inline('date')), '.'),
      p('Later ', inline('cost'), '.'),
    ),
  );
});

test('I28 shortening a quotation accepts its words and leaves told what else has changed', () => {
  const { citations, editor, source } = brief();
  source.accepts = true;
  citations.update('all', (node) => ({
    ...node,
    attrs: {
      ...node.attrs,
      accepted: { kind: 'quotation', quote: '4.1 billion crowns', outlet: 'Before', revision: 'r' },
    },
  }));
  citations.step(1, () => true);
  expect(editor.alterQuotation([{ start: 0, end: 3, text: null }])).toBe(true);
  expect(editor.quotation()?.attrs?.accepted).toEqual({
    kind: 'quotation',
    quote: '4.2 billion crowns',
    outlet: 'Before',
    revision: 'r',
  });
});

test('I27 a claim is cited in the text and not in a footnote', async () => {
  const { editor, dom } = brief();
  await openNote(dom);
  expect(editor.insertCitation({ kind: 'claim', id: 'sum' })).toBe(false);
  await press('Escape');
  expect(editor.insertCitation({ kind: 'claim', id: 'sum' })).toBe(true);
  expect(JSON.stringify(editor.content())).toContain(JSON.stringify(claim('sum')).slice(1, 24));
});
