import { describe, expect, test } from 'vitest';
import type { ArticleId, PictureId } from '../../../app/record/ids.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { clickOn, held, press, settled } from '../reader/press.ts';
import {
  doc,
  heading,
  inline,
  list,
  mountedEditor,
  p,
  paste,
  quotation,
  selectText,
  text,
  tunnelCitations,
  type,
} from './mounted-editor.ts';
import { tunnelReferences } from './test-references.ts';

function note(...content: RichTextNode[]): RichTextNode {
  return { type: 'footnote', ...(content.length === 0 ? {} : { content }) };
}

function field(dom: HTMLElement): HTMLElement | null {
  return dom.querySelector<HTMLElement>('.footnote-text');
}

function footnoteLabels(dom: HTMLElement): (string | null)[] {
  return [...dom.querySelectorAll('.footnote')].map((one) => one.getAttribute('aria-label'));
}

describe('Footnotes', () => {
  test('I23 a footnote is made at the caret, written in a field below the line, and left with Enter', async () => {
    const { editor, dom, told } = mountedEditor('brief', doc(p('It rose.')));
    await selectText(dom, 'rose', 4);
    expect(editor.run('footnote')).toBe(true);
    await settled();
    expect(field(dom)).toBe(document.activeElement);
    await type('So they say');
    expect(told.changes).toBeGreaterThan(1);
    await press('Enter');
    expect(field(dom)).toBeNull();
    await type('!');
    expect(editor.content()).toEqual(doc(p('It rose', note(text('So they say')), '!.')));
    expect(footnoteLabels(dom)).toEqual(['Footnote 1: So they say']);
  });

  test('I23 its key makes one and Escape leaves it; arrows come upon it and Enter goes in again', async () => {
    const { editor, dom, mount } = mountedEditor('brief', doc(p('one two')));
    await selectText(dom, 'one', 0);
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('f', held.control | held.alt);
    await settled();
    await type('first');
    await press('Escape');
    expect(dom.contains(document.activeElement)).toBe(true);
    expect(field(dom)).toBeNull();
    await press('ArrowLeft');
    expect(mount.querySelector('[role=status]')?.textContent).toBe(
      'Footnote 1: first. Enter writes in it.',
    );
    await press('Enter');
    await type(' note');
    expect(editor.content()).toEqual(doc(p('one', note(text('first note')), ' two')));
  });

  test('I23 footnotes are numbered by their place, and anew where one comes before them', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('a', note(text('x'))), p('b', note())));
    expect(footnoteLabels(dom)).toEqual(['Footnote 1: x', 'Footnote 2: empty']);
    await selectText(dom, 'a', 0);
    editor.run('footnote');
    await settled();
    expect(footnoteLabels(dom)).toEqual([
      'Footnote 1: empty',
      'Footnote 2: x',
      'Footnote 3: empty',
    ]);
  });

  test('I23 a citation goes into the footnote that is written, as words in the line, with its number', async () => {
    const source = tunnelCitations();
    source.accepts = true;
    const content = doc(p('It rose', note(text('See ')), '.'), quotation('date'));
    const { editor, dom } = mountedEditor('brief', content, { citations: source });
    const number = dom.querySelector<HTMLElement>('.footnote-number');
    if (number === null) throw new Error('No footnote is drawn');
    await clickOn(number);
    field(dom)?.focus();
    expect(editor.insertCitation({ kind: 'quotation', id: 'cost' })).toBe(true);
    await settled();
    const [, second] = dom.querySelectorAll('.citation');
    expect(field(dom)?.querySelector('.citation-number')?.textContent).toBe('1');
    expect(second?.querySelector('.citation-number')?.textContent).toBe('2');
    const cited = {
      type: 'inline_citation',
      attrs: { annotationId: 'cost', accepted: { quote: '4.2 billion crowns' } },
    };
    expect(editor.content()).toEqual(
      doc(p('It rose', note(text('See '), cited), '.'), quotation('date')),
    );
    expect(editor.insertCitation({ kind: 'claim', id: 'sum' })).toBe(false);
  });

  test('I23 a change from elsewhere shows in the field that is open, without a change of the analyst’s', async () => {
    const { editor, dom, told } = mountedEditor('brief', doc(p('a', note(text('x')), 'b')));
    const number = dom.querySelector<HTMLElement>('.footnote-number');
    if (number !== null) await clickOn(number);
    expect(field(dom)?.textContent).toBe('x');
    editor.setContent(doc(p('a', note(text('xyz')), 'b')));
    await settled();
    expect(field(dom)?.textContent).toBe('xyz');
    expect(told.changes).toBe(0);
  });

  test('I23 what is pasted into a footnote becomes a line of words', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('a', note(), 'b')));
    const number = dom.querySelector<HTMLElement>('.footnote-number');
    if (number !== null) await clickOn(number);
    const open = field(dom);
    if (open === null) throw new Error('The field is not open');
    open.focus();
    paste(open, { 'text/html': '<h1>One</h1><ul><li>two</li></ul>' });
    await settled();
    expect(editor.content()).toEqual(doc(p('a', note(text('One two')), 'b')));
  });

  test('I23 typing on a selected footnote writes behind it', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('a', note(text('x')), 'b')));
    await selectText(dom, 'b', 0);
    await press('ArrowLeft');
    expect(field(dom)).not.toBeNull();
    await type('c');
    expect(editor.content()).toEqual(doc(p('a', note(text('x')), 'cb')));
  });

  test('I23 in a brief that is only read Tab comes to a footnote and Enter shows its words', async () => {
    const { dom } = mountedEditor('brief', doc(p('a', note(text('x')), 'b')), { readOnly: true });
    const footnote = dom.querySelector<HTMLElement>('.footnote');
    footnote?.focus();
    expect(document.activeElement).toBe(footnote);
    await press('Enter');
    expect(field(dom)?.textContent).toBe('x');
    expect(field(dom)?.isContentEditable).toBe(false);
    footnote?.focus();
    await press('Enter');
    expect(field(dom)).toBeNull();
  });
});

describe('Whole articles', () => {
  test('I24 a whole article that is cited shows title, outlet and date, and says them', () => {
    const source = tunnelCitations();
    source.articles.set('news', {
      label: '14',
      name: '“Cost of tunnel rises”',
      line: '“Cost of tunnel rises”, The Harbour Times, 12 May 2024',
      language: 'en',
    });
    const cite = { type: 'article_citation', attrs: { articleId: 'news' } };
    const { editor, dom } = mountedEditor('brief', doc(p('See ', cite)), { citations: source });
    expect(dom.querySelector('.citation')?.getAttribute('aria-label')).toBe(
      'Citation of the article 14: “Cost of tunnel rises”, The Harbour Times, 12 May 2024.',
    );
    expect(editor.insertCitation({ kind: 'article', id: 'gone' as ArticleId })).toBe(true);
    const [, gone] = dom.querySelectorAll('.citation');
    expect(gone?.textContent).toBe('deleted article');
  });
});

describe('Citing behind @', () => {
  test('I24 Shift and Enter cite an article or an annotation that Enter mentions; a tag can only be mentioned', async () => {
    const references = tunnelReferences();
    const citations = tunnelCitations();
    citations.accepts = true;
    const { editor, mount } = mountedEditor('brief', doc(p()), { citations, references });
    const hint = (): string => mount.querySelector('.reference-hint')?.textContent ?? '';
    editor.focus();
    await type('See @rises');
    expect(hint()).toContain('Shift+Enter to cite');
    await press('Enter', held.shift);
    await type(' and @billion');
    await press('Enter', held.shift);
    await type(' and @fig');
    expect(hint()).toBe('↑ ↓ Enter to mention · a tag can’t be cited · Esc to leave');
    await press('Enter', held.shift);
    expect(hint()).toBe('A tag can’t be cited. Enter mentions it.');
    expect(references.said.at(-1)).toBe('A tag can’t be cited. Enter mentions it.');
    const article = { type: 'article_citation', attrs: { articleId: 'report' } };
    const accepted = { quote: '4.2 billion crowns' };
    const words = { type: 'inline_citation', attrs: { annotationId: 'cost', accepted } };
    expect(editor.content()).toEqual(doc(p('See ', article, ' and ', words, ' and @fig')));
  });

  const cited = { type: 'claim_citation', attrs: { claimId: 'sum' } };

  test.each([
    ['at the end of a paragraph', doc(p('Word  end')), ' end', doc(p('Word'), cited, p('end'))],
    ['in an empty paragraph', doc(p('Before'), p()), null, doc(p('Before'), cited, p())],
    ['before more words', doc(p('Word .')), '.', doc(p('Word'), cited, p('.'))],
    ['in a heading', doc(heading(1, 'Word')), null, doc(heading(1, 'Word'), cited, p())],
    [
      'in a list',
      doc(list('bullet_list', [p('One')])),
      null,
      doc(list('bullet_list', [p('One'), cited, p()])),
    ],
  ])('I34 Shift and Enter set a claim off, %s', async (_place, content, before, expected) => {
    const references = tunnelReferences();
    const { editor, dom, mount } = mountedEditor('brief', content, {
      citations: tunnelCitations(),
      references,
    });
    if (before === null) {
      editor.focus();
      const last = [...dom.querySelectorAll('p, h1')].at(-1);
      getSelection()?.selectAllChildren(last ?? dom);
      getSelection()?.collapseToEnd();
      await settled();
    } else await selectText(dom, before, 0);
    await type(dom.textContent?.endsWith('Word') || dom.textContent === 'One' ? ' @2032' : '@2032');
    expect(mount.querySelector('.reference-hint')?.textContent).toContain('Shift+Enter to cite');
    await press('Enter', held.shift);
    expect(editor.content()).toEqual(expected);
    expect(references.said.at(-1)).toBe('Cited Claim C4: The tunnel opens in 2032.');
    await type('on');
    expect(dom.textContent).toContain('on');
  });

  test('I34 a claim is not cited in a footnote, and the list says so', async () => {
    const note = { type: 'footnote', content: [{ type: 'text', text: 'Words' }] };
    const references = tunnelReferences();
    const { editor, mount } = mountedEditor('brief', doc(p('Word', note)), {
      citations: tunnelCitations(),
      references,
    });
    editor.citations?.goTo({ path: [0, 1], range: null });
    await settled();
    editor.focus();
    await type(' @2032');
    const hint = (): string =>
      mount.querySelector('.footnote-panel .reference-hint')?.textContent ?? '';
    expect(hint()).toContain('a claim can’t be cited in a footnote');
    await press('Enter', held.shift);
    expect(references.said.at(-1)).toBe('A claim can’t be cited in a footnote. Enter mentions it.');
    expect(JSON.stringify(editor.content())).toContain('Words @2032');
    expect(JSON.stringify(editor.content())).not.toContain('hard_break');
  });
});

describe('What a quotation leaves out', () => {
  const altered = {
    type: 'quotation_citation',
    attrs: {
      annotationId: 'date',
      alterations: [{ start: 0, end: 7, text: null }],
      accepted: { quote: 'a hope, not a contract' },
    },
  };

  test('I21 what is left out is told, drawn as an ellipsis, and stays in the document', () => {
    const { editor, dom } = mountedEditor('brief', doc(altered), { citations: tunnelCitations() });
    const cited = dom.querySelector<HTMLElement>('.citation');
    expect(cited?.querySelector('.citation-words')?.firstChild?.firstChild?.textContent).toBe('…');
    expect(cited?.querySelector('.citation-altered')?.getAttribute('title')).toBe(
      'Left out: a hope,',
    );
    expect(cited?.getAttribute('aria-label')).toContain('Left out: a hope,.');
    expect(editor.content()).toEqual(doc(altered));
  });

  test('I21 a copied quotation keeps what it leaves out and what was accepted; foreign attributes give neither', () => {
    const citations = tunnelCitations();
    const { editor, dom } = mountedEditor('brief', doc(altered, p()), { citations });
    const copied = new DataTransfer();
    dom.focus();
    getSelection()?.selectAllChildren(dom);
    dom.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: copied, bubbles: true, cancelable: true }),
    );
    const html = copied.getData('text/html');
    expect(html).toContain('data-accepted');
    const pasted = mountedEditor('brief', doc(p()), { citations });
    pasted.editor.focus();
    paste(pasted.dom, { 'text/html': html });
    expect(pasted.editor.content()?.content?.[0]).toEqual(altered);
    for (const forged of ['{"quote":{}}', '[]', 'no', '{}']) {
      const other = mountedEditor('brief', doc(p()), { citations });
      other.editor.focus();
      paste(other.dom, {
        'text/html': `<div data-citation="quotation" data-citation-id="date" data-alterations='[{"start":0,"end":1,"text":null}]' data-accepted='${forged}'>a hope</div>`,
      });
      expect(other.editor.content()?.content?.[0]).toEqual(quotation('date'));
    }
    expect(editor.content()?.content?.[0]).toEqual(altered);
  });

  test('I22 where the words changed, they are shown as they are', () => {
    const source = tunnelCitations();
    const date = source.annotations.get('date');
    if (date !== undefined) source.annotations.set('date', { ...date, quote: 'a wish, not more' });
    source.standings.set('date', 'misfit');
    const { dom } = mountedEditor('brief', doc(altered), { citations: source });
    expect(dom.querySelector('.citation-words')?.textContent).toBe('a wish, not more');
    expect(dom.querySelector('.citation-chip')?.textContent).toBe(
      'omission no longer fits · review',
    );
    expect(dom.querySelector('.citation')?.getAttribute('aria-label')).toContain('review');
  });

  test('I21 the selected quotation gets alterations together with the words they are for', async () => {
    const source = tunnelCitations();
    source.accepts = true;
    const content = doc(p('x ', inline('cost'), ' y'));
    const { editor, dom } = mountedEditor('brief', content, { citations: source });
    expect(editor.quotation()).toBeNull();
    expect(editor.alterQuotation([])).toBe(false);
    await selectText(dom, ' y', 0);
    await press('ArrowLeft');
    expect(editor.quotation()?.attrs).toEqual({ annotationId: 'cost' });
    expect(editor.alterQuotation([{ start: 3, end: 11, text: null }])).toBe(true);
    expect(editor.quotation()?.attrs).toEqual({
      annotationId: 'cost',
      alterations: [{ start: 3, end: 11, text: null }],
      accepted: { quote: '4.2 billion crowns' },
    });
    expect(dom.querySelector('.citation-altered')?.firstChild?.textContent).toContain('…');
  });
});

describe('Figures', () => {
  const pictures = () => {
    const source = tunnelCitations();
    source.pictures.set('one', {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
      width: 40,
      height: 20,
      description: 'Matrix of 3 claims',
    });
    return source;
  };
  const figure = (caption = ''): RichTextNode => ({
    type: 'figure',
    attrs: { pictureId: 'one' },
    ...(caption === '' ? {} : { content: [text(caption)] }),
  });

  test('I25 a figure shows its picture and its caption, which is written below it', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('Before')), {
      citations: pictures(),
    });
    await selectText(dom, 'Before', 6);
    await press('ArrowRight');
    expect(editor.insertFigure('one' as PictureId, 'Who says what')).toBe(true);
    dom.focus();
    await type('!');
    expect(editor.content()).toEqual(doc(p('Before'), figure('Who says what!'), p()));
    expect(dom.querySelector('img')?.alt).toBe('Matrix of 3 claims');
    expect(editor.figure()).toBe('one');
    await press('Enter');
    await type('After');
    expect(editor.figure()).toBeNull();
    expect(dom.querySelectorAll('figure')).toHaveLength(1);
  });

  test('I25 a caption stays a caption: no heading is made of it, and Backspace at its beginning takes the whole figure', async () => {
    const { editor, dom } = mountedEditor('brief', doc(figure('Words'), p('x')), {
      citations: pictures(),
    });
    await selectText(dom, 'Words', 0);
    expect(editor.run('heading1')).toBe(false);
    await press('Backspace');
    expect(dom.querySelector('figure')?.className).toContain('ProseMirror-selectednode');
    await press('Enter');
    await type('# ');
    expect(editor.content()).toEqual(doc(figure('# Words'), p('x')));
    await clickOn(dom.querySelector('img') ?? dom);
    await press('Backspace');
    expect(editor.content()).toEqual(doc(p('x')));
  });

  test('I25 a figure whose picture was removed says so; typing on a selected one does not replace it', async () => {
    const { editor, dom } = mountedEditor('brief', doc(figure('Words'), p('x')), {
      citations: tunnelCitations(),
    });
    expect(dom.querySelector('.citation-chip')?.textContent).toBe('deleted figure');
    await selectText(dom, 'Words', 0);
    await press('Backspace');
    await type('y');
    expect(editor.content()).toEqual(doc(figure('Words'), p('y'), p('x')));
  });

  test('I25 a copied figure comes back with its caption; of one whose picture is not here the words stay', () => {
    const html = (id: string): string =>
      `<figure data-picture-id="${id}"><figcaption>Words</figcaption></figure>`;
    for (const [id, expected] of [
      ['one', figure('Words')],
      ['gone', p('Words')],
    ] as const) {
      const { editor, dom } = mountedEditor('brief', doc(p()), { citations: pictures() });
      editor.focus();
      paste(dom, { 'text/html': html(id) });
      expect(editor.content()?.content?.[0]).toEqual(expected);
    }
  });

  test('I25 pictures that are pasted are offered, the pictures of a word processor are not', () => {
    const taken: string[] = [];
    const { dom } = mountedEditor('brief', doc(p('x')), {
      citations: pictures(),
      onPictures: (files) => taken.push(...files.map(({ type: kind }) => kind)) > 0,
    });
    const clipboard = (html: string): DataTransfer => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
      if (html !== '') data.setData('text/html', html);
      return data;
    };
    for (const html of ['', '<p>words</p>']) {
      const clipboardData = clipboard(html);
      dom.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }
    expect(taken).toEqual(['image/png']);
  });
});

describe('Comments to self', () => {
  const comment = { id: 'c1', text: 'Check the year', at: '2026-01-02T03:04:05.000Z' };

  test('I26 a comment is put on the selected words, found, written anew, gone to and taken off', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('It rose in 2032.')));
    expect(editor.comments.put(comment)).toBe(false);
    await selectText(dom, 'rose', 4);
    expect(editor.comments.select()).toBe(true);
    expect(getSelection()?.toString()).toBe('rose');
    expect(editor.comments.put(comment)).toBe(true);
    expect(editor.content()).toEqual(
      doc(p('It ', text('rose', { type: 'comment', attrs: comment }), ' in 2032.')),
    );
    expect(editor.comments.all().map(({ id, text: words }) => [id, words])).toEqual([
      ['c1', 'Check the year'],
    ]);
    expect(editor.comments.change('c1', 'Sure?')).toBe(true);
    expect(editor.comments.all()[0]?.text).toBe('Sure?');
    await selectText(dom, ' in', 2);
    expect(editor.comments.goTo('c1')).toBe(true);
    expect(getSelection()?.toString()).toBe('rose');
    expect(editor.comments.here()?.id).toBe('c1');
    expect(editor.comments.change('c1', null)).toBe(true);
    expect(editor.content()).toEqual(doc(p('It rose in 2032.')));
    expect(editor.comments.goTo('c1')).toBe(false);
  });

  test('I26 where nothing is selected, the word at the caret is taken, or the paragraph', async () => {
    const { editor, dom } = mountedEditor(
      'brief',
      doc(p('It ', text('ro', { type: 'strong' }), 'se, ', note(text('n')), ' – so.'), p()),
    );
    for (const [before, words] of [
      ['ro', 'rose'],
      [' –', 'It rose, 1 – so.'],
    ] as const) {
      await selectText(dom, before);
      await press('ArrowRight');
      expect(editor.comments.select()).toBe(true);
      expect(getSelection()?.toString()).toBe(words);
    }
    await press('ArrowDown');
    expect(editor.comments.select()).toBe(false);
  });

  test('I26 comments may overlap, go around footnotes, and are not written on with the words', async () => {
    const { editor, dom } = mountedEditor('brief', doc(p('one two', note(text('n')), ' three')));
    await selectText(dom, 'one two', 7);
    editor.comments.put(comment);
    await selectText(dom, 'two', 3);
    editor.comments.put({ ...comment, id: 'c2', text: 'Both' });
    expect(editor.comments.all().map(({ id }) => id)).toEqual(['c1', 'c2']);
    await selectText(dom, 'two', 3);
    await press('ArrowRight');
    await type('!');
    const json = JSON.stringify(editor.content());
    expect(json).toContain('"text":"!"');
    expect(json.match(/"text":"Check the year"/g)).toHaveLength(2);
  });

  test('I26 its key asks for the comment, that of omissions for the quotation', async () => {
    const asked: string[] = [];
    const { dom } = mountedEditor('brief', doc(p('one')), {
      onComment: () => asked.push('comment'),
      onAlter: () => asked.push('alter'),
    });
    await selectText(dom, 'one');
    await press('m', held.control | held.alt);
    await press('a', held.control | held.alt);
    expect(asked).toEqual(['comment', 'alter']);
  });
});
