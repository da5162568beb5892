import { expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import type { TextOffset } from '../../../../app/base/brand.ts';
import { briefContentIn } from '../../../../app/brief/brief-content.ts';
import { removeBriefDiff } from '../../../../app/brief/brief-diffs.ts';
import { accept } from '../../../../app/brief/live/accept-changes.ts';
import { newRecord, nextRecord } from '../../../../app/record/record-factory.ts';
import type { AnnotationRecord, ClaimRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  acceptChange,
  stepChanged,
} from '../../../../renderer/session/checking/accept-citations.ts';
import {
  alterDraft,
  quoteDraft,
  saveAlterations,
} from '../../../../renderer/session/writing/alter-quotation.ts';
import { cite, saveBrief } from '../../../../renderer/session/writing/brief.ts';
import { insertFigure } from '../../../../renderer/session/writing/figures.ts';
import { mountNote } from '../../../../renderer/session/writing/rich-text.ts';
import { doc, inline, p, selectText, text, type } from '../../editor/mounted-editor.ts';
import { clickOn, settled } from '../../reader/press.ts';
import { briefWindow, shownBlocks } from './brief-window.ts';
import '../../../../renderer/editor/editor.css';

/** A window with a brief, an annotation and a claim to cite; `make` gets the annotation's id. */
async function window(make: (annotationId: string) => RichTextNode) {
  const made: { annotation: AnnotationRecord; claim: ClaimRecord }[] = [];
  const opened = await briefWindow((project) => {
    const annotation = project.annotate();
    made.push({ annotation, claim: project.claim('It rose.') });
    return make(annotation.id);
  });
  const [first] = made;
  const { session, id, records } = opened;
  const brief = records.get('brief', id);
  if (first === undefined || brief === null) throw new Error('The window holds no brief.');
  const saved = (): RichTextNode => {
    const content = opened.saved();
    if (content === null) throw new Error('The brief is gone.');
    return content;
  };
  /** Another program's change: nobody asks the window first to save what is typed. */
  const elsewhere = (blocks: readonly RichTextNode[]) => saveBrief(session.store, id, blocks);
  const linesOf = (content: RichTextNode) =>
    (content.content ?? []).map((block) => block.content?.map((node) => node.text).join('') ?? '');
  return { ...opened, ...first, brief, saved, elsewhere, lines: () => linesOf(saved()) };
}

const lines = Array.from({ length: 30 }, (_, index) => p(`Line ${index} of many.`));

test('I29: what is typed and what is changed elsewhere meanwhile in other blocks are both kept', async () => {
  const { session, dom, editor, saved, elsewhere } = await window(() => doc(...lines));
  await selectText(dom, 'Line 3 ', 0);
  await type('Typed ');
  const [first, ...others] = lines;
  elsewhere([first as RichTextNode, p('Put in elsewhere.'), ...others.slice(0, -1)]);
  expect(shownBlocks(dom)[1]?.textContent).toBe('Put in elsewhere.');
  expect(shownBlocks(dom)[4]?.textContent).toBe('Typed Line 3 of many.');
  expect(session.get().message.text).not.toContain('Both versions');
  await type('on ');
  session.flushDrafts();
  expect(shownBlocks(dom)[4]?.textContent).toBe('Typed on Line 3 of many.');
  expect(shownBlocks(dom).length).toBe(30);
  expect(saved()).toEqual(editor.content());
});

/** What an input method shows of a word that is not chosen yet; `null`: it is chosen, and stands in the text. */
async function compose(shown: string | null, chosen = ''): Promise<void> {
  if (shown === null) await cdp().send('Input.insertText', { text: chosen });
  else {
    const { length } = shown;
    await cdp().send('Input.imeSetComposition', {
      ...{ text: shown, selectionStart: length, selectionEnd: length },
    });
  }
  await settled();
}

test('I29: what is changed elsewhere while an input method composes a word waits for it, and neither is lost or doubled', async () => {
  const { session, dom, editor, saved, elsewhere } = await window(() => doc(...lines));
  await selectText(dom, 'Line 3 ', 0);
  await compose('と');
  await compose('とうきょう');
  expect(editor.isComposing()).toBe(true);
  const line = shownBlocks(dom)[3];
  elsewhere([p('Put in elsewhere.'), ...lines]);
  // Nothing moves under the word.
  expect(shownBlocks(dom)[3]).toBe(line);
  expect(dom.textContent).not.toContain('Put in elsewhere.');
  await compose('とうきょうと');
  // Saved while it goes on, as a pause in typing does: both are.
  session.flushDrafts();
  expect(saved().content?.[0]).toEqual(p('Put in elsewhere.'));
  expect(JSON.stringify(saved().content?.[4])).toContain('とうきょうとLine 3');
  await compose('東京都');
  await compose(null, '東京都');
  await expect.poll(() => shownBlocks(dom)[0]?.textContent).toBe('Put in elsewhere.');
  expect(editor.isComposing()).toBe(false);
  await type(' ok ');
  session.flushDrafts();
  expect(shownBlocks(dom)[4]?.textContent).toBe('東京都 ok Line 3 of many.');
  expect(shownBlocks(dom).length).toBe(31);
  expect(dom.textContent?.match(/東京都/g)).toHaveLength(1);
  expect(dom.textContent).not.toContain('とうきょう');
  expect(saved()).toEqual(editor.content());
  expect(session.get().message.text).not.toContain('Both versions');
});

test('I29: where both changed one block both versions stand, and that is said', async () => {
  const { session, dom, editor, saved, elsewhere } = await window(() => doc(...lines));
  await selectText(dom, 'Line 3 ', 0);
  await type('Mine ');
  elsewhere(lines.with(3, p('Theirs.')));
  expect(session.get().message.text).toContain('Both versions');
  session.flushDrafts();
  expect([shownBlocks(dom)[3]?.textContent, shownBlocks(dom)[4]?.textContent]).toEqual([
    'Mine Line 3 of many.',
    'Theirs.',
  ]);
  expect(saved()).toEqual(editor.content());
});

test('I29: typing on while what was typed is saved is no conflict', async () => {
  const { session, dom, lines: said } = await window(() => doc(...lines));
  await selectText(dom, 'Line 3 ', 0);
  for (const letter of 'abcdef') {
    await type(letter);
    session.flushDrafts();
    await type('-');
    // Any other change of records meanwhile.
    session.store.commit('Tag', {
      added: [
        newRecord(session.store.maker, 'tag', {
          ...{ name: letter, parentId: null, color: 1, description: '', key: null },
        }),
      ],
      ...{ updated: [], removed: [] },
    });
  }
  session.flushDrafts();
  expect(said()[3]).toBe('a-b-c-d-e-f-Line 3 of many.');
  expect(said()).toHaveLength(30);
});

test('I29: a brief that is removed while something is typed is kept as one of its own', async () => {
  const { session, dom, records, brief } = await window(() => doc(...lines));
  await selectText(dom, 'Line 3 ', 0);
  await type('Typed ');
  session.store.commit('Gone', removeBriefDiff(brief, records.partsOf(brief.id)));
  session.flushDrafts();
  const [kept] = records.list('brief');
  if (kept === undefined) throw new Error('Nothing was kept.');
  expect(kept.title).toBe('Old (kept)');
  expect(JSON.stringify(briefContentIn(records, kept))).toContain('Typed Line 3 of many.');
  expect(session.get().message.text).toContain('Old (kept)');
});

test('I29: a note that is written and changed elsewhere keeps both', async () => {
  const { session, records, annotation } = await window(() => doc(p('x')));
  const element = document.body.appendChild(document.createElement('div'));
  const note = mountNote(session, element, annotation, () => undefined);
  const dom = element.querySelector<HTMLElement>('[role=textbox]');
  if (dom === null) throw new Error('The note made no text field.');
  dom.focus();
  await type('Mine');
  const present = records.get('annotation', annotation.id);
  if (present === null) throw new Error('The annotation is gone.');
  const after = nextRecord(session.store.maker, present, { note: doc(p('Theirs')) });
  session.store.commit('Note', { added: [], updated: [[present, after]], removed: [] });
  session.flushDrafts();
  expect(records.get('annotation', annotation.id)?.note).toEqual(doc(p('Mine'), p('Theirs')));
  note.unmount();
  element.remove();
});

test('I28: words that were changed while a quotation is shortened are not altered, and that is said', async () => {
  const { session, editor, records, annotation } = await window((id) => doc(p('It ', inline(id))));
  editor.citations?.step(1, () => true);
  const draft = quoteDraft(session, annotation.id, []);
  if (draft === null) throw new Error('The annotation is gone.');
  const shorter = alterDraft(draft, { kind: 'leave-out' }, 0, 0);
  const { passage } = annotation;
  const changed = nextRecord(session.store.maker, annotation, {
    passage: {
      ...passage,
      start: (passage.start + 1) as TextOffset,
      quote: passage.quote.slice(1),
    },
  });
  const updated = [[annotation, changed]] as const;
  session.store.commit('Move', { added: [], updated, removed: [] });
  expect(saveAlterations(session, shorter)).toBe(false);
  expect(session.get().message.text).toContain('changed meanwhile');
  expect(editor.quotation()?.attrs?.alterations).toBeUndefined();
  const again = quoteDraft(session, annotation.id, []);
  if (again === null) throw new Error('The annotation is gone.');
  expect(saveAlterations(session, alterDraft(again, { kind: 'leave-out' }, 0, 0))).toBe(true);
  expect(records.get('annotation', annotation.id)?.passage.quote).toBe(passage.quote.slice(1));
});

test('I27: a claim that is to be cited in a footnote is not, and why is said; its passage is', async () => {
  const { session, dom, editor, annotation, claim } = await window(() =>
    doc(p('It rose', { type: 'footnote', content: [text('See ')] }, '.')),
  );
  const number = dom.querySelector<HTMLElement>('.footnote-number');
  if (number === null) throw new Error('No footnote is drawn.');
  await type('');
  await clickOn(number);
  cite(session, { kind: 'claim', id: claim.id });
  expect(session.get().message.text).toContain('can’t be cited in a footnote');
  expect(JSON.stringify(editor.content())).not.toContain('citation');
  cite(session, { kind: 'quotation', id: annotation.id });
  expect(JSON.stringify(editor.content())).toContain('inline_citation');
});

test('Y2 I27: a changed citation in a footnote is gone to and accepted by itself, with keys alone', async () => {
  const { session, dom, editor, records, annotation } = await window((id) =>
    doc(
      p('It rose', { type: 'footnote', content: [text('See '), inline(id)] }, '.'),
      p('Later ', inline(id), '.'),
    ),
  );
  editor.citations?.update('all', (node) => accept(records, node));
  session.flushDrafts();
  const { passage } = annotation;
  const changed = nextRecord(session.store.maker, annotation, {
    passage: { ...passage, end: (passage.end + 5) as TextOffset, quote: `${passage.quote} more` },
  });
  const updated = [[annotation, changed]] as const;
  session.store.commit('Extend', { added: [], updated, removed: [] });
  const sign = dom.querySelector<HTMLElement>('.footnote');
  expect(sign?.dataset.standing).toBe('changed');
  dom.focus();
  stepChanged(session, 1);
  await settled();
  const field = dom.querySelector('.footnote-text');
  expect(field).not.toBeNull();
  expect(document.activeElement).toBe(field);
  acceptChange(session);
  await settled();
  expect(session.get().message.text).toContain('Accepted.');
  expect(session.store.undoName).toBe('Accept a changed citation');
  expect(document.activeElement).toBe(dom.querySelector('.footnote-text'));
  expect(sign?.dataset.standing).toBe('accepted');
  stepChanged(session, 1);
  expect(dom.querySelector('.footnote-text')).toBeNull();
  acceptChange(session);
  stepChanged(session, 1);
  expect(session.get().message.text).toBe('No citation of this brief has changed.');
  session.store.undo();
  session.store.undo();
  expect(dom.querySelector<HTMLElement>('.footnote')?.dataset.standing).toBe('changed');
});

test('N5 a figure whose change was refused brings its picture when it is saved later', async () => {
  const { session, dom, records, saved } = await window(() => doc(p('Words.')));
  await selectText(dom, 'Words', 0);
  vi.spyOn(session.store, 'commit').mockImplementationOnce(() => {
    throw new Error('Not now.');
  });
  const figure = {
    ...{ of: 'other', svg: '', png: 'AAAA' },
    ...{ width: 1, height: 1 },
  } as const;
  expect(() => insertFigure(session, figure as never, 'Red.', '')).toThrow('Not now.');
  session.flushDrafts();
  const [picture] = records.list('picture');
  expect(picture?.description).toBe('Red.');
  expect(JSON.stringify(saved())).toContain(picture?.id);
});
