import { expect, test } from 'vitest';
import { appendToBrief, removeBrief } from '../../../../renderer/session/writing/brief.ts';
import { moveSectionTo } from '../../../../renderer/session/writing/brief-outline.ts';
import {
  changeBriefFind,
  openBriefFind,
  replaceAllFound,
  replaceFound,
} from '../../../../renderer/session/writing/find-in-brief.ts';
import {
  doc,
  heading,
  inline,
  p,
  quotation,
  selectText,
  type,
} from '../../editor/mounted-editor.ts';
import { briefWindow, shownBlocks } from './brief-window.ts';

const paragraphs = Array.from({ length: 60 }, (_, index) => p(`Paragraph ${index} of many.`));

test('I2: what is typed goes into the parts that it touches; undo and redo follow into the text, the caret stays', async () => {
  const { session, dom, id, editor, records, saved } = await briefWindow(() => doc(...paragraphs));
  await selectText(dom, 'Paragraph 40', 0);
  await type('New ');
  session.flushDrafts();
  expect(records.get('brief', id)?.content).toBeUndefined();
  const before = records.partsOf(id);
  expect(before.length).toBeGreaterThan(2);
  expect(saved()).toEqual(editor.content());
  await type('and more ');
  session.flushDrafts();
  const after = records.partsOf(id);
  expect(after.filter((part) => !before.includes(part))).toHaveLength(1);
  expect(session.store.undoName).toBe('Edit brief “Old”');
  session.store.undo();
  expect(saved()).toEqual(editor.content());
  expect(shownBlocks(dom)[40]?.textContent).toBe('New Paragraph 40 of many.');
  await type('x');
  expect(shownBlocks(dom)[40]?.textContent).toBe('New xParagraph 40 of many.');
  session.flushDrafts();
  session.store.undo();
  session.store.undo();
  expect(editor.content()).toEqual(doc(...paragraphs));
  // As it was: the document in the record, without parts.
  expect(records.partsOf(id)).toEqual([]);
  session.store.redo();
  expect(saved()).toEqual(editor.content());
});

test('I2: what another command appends comes into the open text without what was typed being lost', async () => {
  const { session, dom, editor, saved } = await briefWindow(() => doc(...paragraphs));
  await selectText(dom, 'Paragraph 3 ', 0);
  await type('Typed ');
  appendToBrief(session, [p('appended')], 'a line');
  expect(shownBlocks(dom).at(-1)?.textContent).toBe('appended');
  expect(shownBlocks(dom)[3]?.textContent).toBe('Typed Paragraph 3 of many.');
  expect(saved()).toEqual(editor.content());
  await type('on ');
  session.flushDrafts();
  expect(shownBlocks(dom)[3]?.textContent).toBe('Typed on Paragraph 3 of many.');
  expect(saved()).toEqual(editor.content());
});

test('I3: a brief is removed with its parts and comes back with them', async () => {
  const { session, dom, id, records, saved } = await briefWindow(() => doc(...paragraphs));
  await selectText(dom, 'Paragraph 1 ', 0);
  await type('Typed ');
  const brief = records.get('brief', id);
  if (brief === null) throw new Error('The brief is missing.');
  removeBrief(session, brief);
  expect(records.partsOf(id)).toEqual([]);
  session.store.undo();
  expect(saved()?.content?.[1]).toEqual(p('Typed Paragraph 1 of many.'));
});

test('I4, I5: moving a section and replacing all are a step of undo each, apart from what was typed before', async () => {
  const content = doc(heading(1, 'One'), p('a cost'), heading(1, 'Two'), p('costs cost'));
  const { session, dom, editor, saved } = await briefWindow(() => content);
  await selectText(dom, 'a cost', 0);
  await type('b');
  moveSectionTo(session, 1, 0);
  expect(session.store.undoName).toBe('Move section “Two”');
  session.set({ view: 'brief' });
  openBriefFind(session, { replaces: true });
  changeBriefFind(session, { text: 'cost', replacement: 'price' });
  expect(session.get().briefFind?.hits).toHaveLength(3);
  replaceAllFound(session);
  expect(dom.textContent).toBe('Twoprices priceOneba price');
  expect(saved()).toEqual(editor.content());
  session.store.undo();
  expect(dom.textContent).toBe('Twocosts costOneba cost');
  session.store.undo();
  expect(dom.textContent).toBe('Oneba costTwocosts cost');
  session.store.undo();
  expect(editor.content()).toEqual(content);
});

test('I5: a regular expression replaces by groups, minds its line, and says what is wrong with it', async () => {
  const { session, dom } = await briefWindow(() => doc(p('12 May, 13 June'), p('14 May')));
  openBriefFind(session, { replaces: true });
  changeBriefFind(session, { isPattern: true, text: '^(\\d+) (?<month>\\w+)' });
  await expect.poll(() => session.get().briefFind?.hits.length).toBe(2);
  changeBriefFind(session, { replacement: '$<month> $1 ($&), $$9 $3' });
  replaceAllFound(session);
  expect(dom.textContent).toBe('May 12 (12 May), $9 $3, 13 JuneMay 14 (14 May), $9 $3');
  changeBriefFind(session, { text: '(' });
  await expect.poll(() => session.get().briefFind?.problem).toMatch(/no regular expression/);
});

test('I5: words of citations are found, the citation as one hit in its place, and never replaced', async () => {
  const { session, dom } = await briefWindow((project) => {
    const { id } = project.annotate();
    return doc(p('Zebra, zebra ', inline(id)), quotation(id), p('and zebra'));
  });
  openBriefFind(session, { replaces: true });
  const quote = dom.querySelector('.citation-words')?.textContent ?? '';
  const word = /\p{L}{3,}/u.exec(quote)?.[0] ?? '';
  expect(word).not.toBe('');
  changeBriefFind(session, { text: 'zebra', replacement: word });
  replaceAllFound(session);
  expect(session.get().briefFind).toMatchObject({
    hits: [],
    done: 'Replaced 3 places. Undo takes it back.',
  });
  for (const isPattern of [false, true]) {
    changeBriefFind(session, { text: word, replacement: 'other', isPattern });
    expect(session.get().briefFind?.done).toBeNull();
    await expect.poll(() => session.get().briefFind?.hits.length).toBe(5);
    const isCited = session.get().briefFind?.hits.map((hit) => hit.isCited);
    expect(isCited).toEqual([false, false, true, true, false]);
    expect(dom.querySelectorAll('.citation.found-hit')).toHaveLength(2);
    replaceAllFound(session);
    const done = 'Replaced 3 places. 2 in quotations and citations were left. Undo takes it back.';
    expect(session.get().briefFind?.done).toBe(done);
    expect(session.get().message.text).toBe(done);
    await expect.poll(() => session.get().briefFind?.hits.length).toBe(2);
    const before = dom.textContent;
    replaceFound(session);
    expect(dom.textContent).toBe(before);
    expect(session.get().message.text).toMatch(/never replaced/);
    expect(dom.querySelectorAll('.citation.ProseMirror-selectednode')).toHaveLength(1);
    session.store.undo();
  }
  changeBriefFind(session, { text: 'and', replacement: 'or', isPattern: false });
  replaceFound(session);
  expect(session.get().briefFind?.done).toBe('Replaced. It was the last one.');
  await selectText(dom, 'or ', 0);
  await type('x');
  // What was written since is another text.
  await expect.poll(() => session.get().briefFind?.done).toBeNull();
});
