import { expect, test } from 'vitest';
import { builtInStyles } from '../../../../app/brief/print/built-in-styles.ts';
import { printBrief } from '../../../../app/brief/print/print-brief.ts';
import type { PrintedBrief } from '../../../../app/brief/print/printed-brief.ts';
import type { PictureId, RevisionId } from '../../../../app/record/ids.ts';
import type { ArticleMetadata, PictureRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../brief-fixture.ts';
import { builtInStyle, entryLines, lineOf, linesOf, noteLines, printed } from './printed-lines.ts';

const notes = builtInStyle('chicago-notes');
const authorDate = builtInStyle('chicago-author-date');
const numbers = builtInStyle('ieee');

/** Two articles of one author in one year, one without an author; each with quotations. */
function story() {
  const fixture = new BriefFixture();
  const first = fixture.article(
    'Cost rises\nIt will cost 3 billion, she said… again.\nIt is late.\nNobody knows why.',
    { title: 'Cost rises', outlet: 'The Ledger', byline: 'Tomas Reyl' },
  );
  const second = fixture.article('It opens in 2030.', {
    title: 'Opening',
    outlet: 'The Ledger',
    byline: 'Tomas Reyl',
    url: null,
  });
  const third = fixture.article('No comment.', { title: 'Silence', outlet: 'Gazette' });
  return {
    fixture,
    first,
    third,
    cost: annotateWords(fixture, first, 'will cost 3 billion, she said… again'),
    late: annotateWords(fixture, first, 'It is late.\nNobody'),
    opens: annotateWords(fixture, second, 'opens in 2030'),
    silent: annotateWords(fixture, third, 'No comment'),
  };
}

function wholeArticle(id: string): RichTextNode {
  return { type: 'article_citation', attrs: { articleId: id } };
}

function footnote(...content: readonly (string | RichTextNode)[]): RichTextNode {
  return { ...paragraph(...content), type: 'footnote' };
}

test('C8: notes of citations and of the writer are one sequence, a mark stands behind the comma', () => {
  const { fixture, cost, opens, silent } = story();
  const brief = printed(
    fixture,
    [
      paragraph('It ', inlineCitation(cost), ', so', footnote('My own.'), '.'),
      { type: 'heading', attrs: { level: 2 }, content: [inlineCitation(opens)] },
      quotationCitation(silent),
    ],
    notes,
  );
  expect(linesOf(brief.blocks)).toEqual([
    'It “will cost 3 billion, she said… again”,^1 so^2.',
    '“opens in 2030”^3',
    'No comment | Gazette, “Silence”, 12 May 2024^4',
  ]);
  expect(noteLines(brief)).toEqual([
    '1 Tomas Reyl, “Cost Rises,” _The Ledger_, May 12, 2024, para. 1, <https://example.org/1>.',
    '2 My own.',
    '3 Tomas Reyl, “Opening,” _The Ledger_, May 12, 2024, para. 1.',
    '4 “Silence,” _Gazette_, May 12, 2024, para. 1, <https://example.org/3>.',
  ]);
  expect(brief.notes.map(({ passages }) => passages)).toEqual([[0], [], [1], [2]]);
});

test('C8: a later note is short, one right after the same source shorter', () => {
  const { fixture, cost, late, silent } = story();
  const brief = printed(
    fixture,
    [cost, late, silent, cost].map((item) => paragraph('A ', inlineCitation(item))),
    notes,
  );
  expect(noteLines(brief).map((line) => line.slice(2))).toEqual([
    'Tomas Reyl, “Cost Rises,” _The Ledger_, May 12, 2024, para. 1, <https://example.org/1>.',
    'Reyl, paras. 2–3.',
    '“Silence,” _Gazette_, May 12, 2024, para. 1, <https://example.org/3>.',
    'Reyl, “Cost Rises,” para. 1.',
  ]);
});

test('C8: what a footnote cites stands in it, without a full stop in the middle', () => {
  const { fixture, first, third, cost } = story();
  const brief = printed(
    fixture,
    [
      paragraph(
        'A',
        footnote('See ', wholeArticle(first.id), ' for more, and ', inlineCitation(cost)),
        ' b',
        footnote('As ', wholeArticle(third.id)),
      ),
    ],
    notes,
  );
  expect(noteLines(brief)).toEqual([
    '1 See Tomas Reyl, “Cost Rises,” _The Ledger_, May 12, 2024, <https://example.org/1> for more, and “will cost 3 billion, she said… again” Reyl, para. 1.',
    '2 As “Silence,” _Gazette_, May 12, 2024, <https://example.org/3>.',
  ]);
  expect(brief.notes.map(({ passages }) => passages)).toEqual([[0, 1], [2]]);
});

test('C8: citations with nothing between them are one', () => {
  const { fixture, cost, third, opens } = story();
  const content = [
    paragraph('A ', inlineCitation(cost), ' ', wholeArticle(third.id), wholeArticle(third.id), '!'),
    paragraph('B ', inlineCitation(opens), ' c ', wholeArticle(third.id)),
  ];
  expect(linesOf(printed(fixture, content, authorDate).blocks)).toEqual([
    'A “will cost 3 billion, she said… again” (Reyl 2024a, para. 1; _Gazette_ 2024; _Gazette_ 2024)!',
    'B “opens in 2030” (Reyl 2024b, para. 1) c (_Gazette_ 2024)',
  ]);
  expect(linesOf(printed(fixture, content, numbers).blocks)).toEqual([
    'A “will cost 3 billion, she said… again” [1, Para. 1], [2], [2]!',
    'B “opens in 2030” [3, Para. 1] c “Silence” [2]',
  ]);
});

test('C7: two articles of one author and year are told apart, in the text and in the bibliography', () => {
  const { fixture, cost, opens } = story();
  const brief = printed(fixture, [quotationCitation(opens), quotationCitation(cost)], authorDate);
  expect(linesOf(brief.blocks)).toEqual([
    'opens in 2030 | (Reyl 2024b, para. 1)',
    'will cost 3 billion, she said… again | (Reyl 2024a, para. 1)',
  ]);
  expect(brief.bibliography?.heading).toBe('References');
  expect(entryLines(brief)).toEqual([
    'Reyl, Tomas. 2024a. “Cost Rises.” _The Ledger_, May 12, 2024. <https://example.org/1>.',
    '———. 2024b. “Opening.” _The Ledger_, May 12, 2024.',
  ]);
});

test('C7: dates and words are those of the brief’s language', () => {
  const { fixture, cost } = story();
  const german = printed(fixture, [paragraph(inlineCitation(cost), ', so.')], notes, {
    language: 'de-AT',
  });
  expect(noteLines(german)).toEqual([
    '1 Tomas Reyl, „Cost Rises“, _The Ledger_, 12. Mai 2024, Abs. 1, <https://example.org/1>.',
  ]);
  expect(german.bibliography?.heading).toBe('Literaturverzeichnis');
  expect(linesOf(german.blocks)).toEqual(['“will cost 3 billion, she said… again”^1, so.']);
  const french = printed(fixture, [paragraph(inlineCitation(cost))], notes, { language: 'fr' });
  expect(noteLines(french)[0]).toContain('12 mai 2024');
});

test('C7: the bibliography can be left out, and is where the style has none', () => {
  const { fixture, cost } = story();
  const content = [paragraph(inlineCitation(cost))];
  expect(printed(fixture, content, notes, { bibliography: false }).bibliography).toBeNull();
  expect(printed(fixture, content, notes, { notes: 'endnotes' }).noteForm).toBe('endnotes');
});

test('C9: what is left out and put in is printed, all else is the source’s', () => {
  const { fixture, cost, silent } = story();
  const altered = (citation: RichTextNode, alterations: unknown): RichTextNode => ({
    ...citation,
    attrs: { ...citation.attrs, alterations },
  });
  const brief = printed(
    fixture,
    [
      paragraph(
        altered(inlineCitation(cost), [
          { start: 0, end: 4, text: 'would' },
          { start: 10, end: 19, text: null },
        ]),
      ),
      altered(quotationCitation(silent), [{ start: 3, end: 10, text: null }]),
    ],
    authorDate,
  );
  expect(linesOf(brief.blocks)).toEqual([
    '“[would] cost […], she said… again” (Reyl 2024, para. 1)',
    'No … | (_Gazette_ 2024, para. 1)',
  ]);
  expect(brief.passages[0]?.quote).toBe('will cost 3 billion, she said… again');
});

test('C10: a passage over two paragraphs names both; the line feed between them is a break', () => {
  const { fixture, late } = story();
  const brief = printed(fixture, [quotationCitation(late)], authorDate);
  expect(linesOf(brief.blocks)).toEqual(['It is late. / Nobody | (Reyl 2024, paras. 2–3)']);
  expect(brief.passages[0]).toMatchObject({ before: '', after: ' knows why.' });
});

test('C10: an article that gets another title keeps its paragraphs’ numbers', () => {
  const headed = (corrected: Partial<ArticleMetadata>) => {
    const fixture = new BriefFixture();
    const text = 'Tunnel opens\nLate again\nNobody came.';
    const article = fixture.article(text, { title: 'Tunnel opens' });
    const quoted = annotateWords(fixture, article, 'Nobody came.');
    fixture.articles[0] = { ...article, corrected };
    const brief = printed(fixture, [paragraph(inlineCitation(quoted))], authorDate);
    return linesOf(brief.blocks)[0];
  };
  expect(headed({})).toContain('para. 2)');
  for (const title of ['Opening of the tunnel', 'Late again', 'Tunnel opens', '']) {
    expect(headed({ title })).toContain('para. 2)');
  }
});

test('C11: guesses and an earlier revision are told behind the citation, by numbers in the bibliography', () => {
  const { fixture, first, cost } = story();
  const guessed = { source: 'text', confidence: 'guessed' } as const;
  const at = fixture.articles.indexOf(first);
  const later = { ...first, provenance: { published: guessed, byline: guessed } };
  fixture.articles[at] = { ...later, revisionId: 'later' as RevisionId };
  const content = [paragraph('A ', inlineCitation(cost))];
  const remark = '[author and date guessed; revision 1, changed by its source since]';
  expect(noteLines(printed(fixture, content, notes))[0]).toContain(remark);
  expect(linesOf(printed(fixture, content, authorDate).blocks)[0]).toContain(
    `(Reyl 2024, para. 1 ${remark})`,
  );
  const numbered = printed(fixture, content, numbers);
  expect(linesOf(numbered.blocks)[0]).toBe('A “will cost 3 billion, she said… again” [1, Para. 1]');
  expect(entryLines(numbered)[0]).toMatch(/ \[author and date guessed\]$/);
});

test('C12: each passage stands once, in the order of the brief; a whole article without words', () => {
  const { fixture, first, cost, late, silent } = story();
  const claim = fixture.claim('It costs', [
    [silent, 'denies'],
    [cost, 'asserts'],
  ]);
  const brief = printed(
    fixture,
    [
      paragraph(inlineCitation(late), wholeArticle(first.id)),
      claimCitation(claim),
      quotationCitation(cost),
    ],
    notes,
  );
  expect(brief.passages.map(({ label, quote }) => [label, quote])).toEqual([
    ['1:2', 'It is late.\nNobody'],
    ['1', ''],
    ['1:1', 'will cost 3 billion, she said… again'],
    ['3:1', 'No comment'],
  ]);
  expect(linesOf(brief.blocks)[1]).toBe('C1 It costs');
  expect(brief.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

test('a figure is printed with its picture, one that is gone as its caption', () => {
  const { fixture, cost } = story();
  const picture = { id: 'p' as PictureId, svg: '<svg/>', png: 'AA==', width: 4, height: 3 };
  const bundle = {
    ...fixture.bundle([
      { type: 'figure', attrs: { pictureId: 'p' }, content: [inlineCitation(cost)] },
      { type: 'figure', attrs: { pictureId: 'gone' }, content: [{ type: 'text', text: 'Left' }] },
    ]),
    pictures: [{ ...picture, description: 'A matrix' } as PictureRecord],
  };
  const { blocks } = printBrief(bundle, fixture.texts, notes);
  expect(blocks.map(({ kind }) => kind)).toEqual(['figure', 'paragraph']);
  expect(blocks[0]).toMatchObject({ picture: { width: 4, description: 'A matrix' } });
});

test('headings have ids of their own, comments to self and unknown marks leave nothing', () => {
  const { fixture } = story();
  const heading = (text: string): RichTextNode => ({
    type: 'heading',
    attrs: { level: 1 },
    content: [{ type: 'text', text, marks: [{ type: 'comment', attrs: { text: 'no' } }] }],
  });
  const brief: PrintedBrief = printed(
    fixture,
    [heading('What was said?'), heading('What was said'), heading('漢字'), heading('Ça va')],
    notes,
  );
  expect(brief.blocks.map((block) => block.kind === 'heading' && block.id)).toEqual([
    'section-what-was-said',
    'section-what-was-said-2',
    'section',
    'section-ca-va',
  ]);
  expect(JSON.stringify(brief)).not.toContain('no"');
});

test.each(builtInStyles)('C7: $id: letters that look like markup are letters', ({ id }) => {
  const { fixture } = story();
  const hostile = fixture.article('Text.', {
    title: 'A <i>b</i> & <span class="nocase">c</span> \ue000i\ue001 😀 שלום <b>',
    outlet: 'The <sup>Sun</sup>',
    byline: 'Ann <sc>Bo</sc> and O’Hara & Sons',
    url: 'https://example.org/<a>\'b\'?c=d&e="f"',
  });
  const brief = printed(
    fixture,
    [quotationCitation(annotateWords(fixture, hostile, 'Text'))],
    builtInStyle(id),
  );
  const [entry] = brief.bibliography?.entries ?? [];
  const plain = lineOf(entry?.runs ?? []).toLowerCase();
  expect(plain).toContain('<i>b</i> & <span class=');
  expect(plain).toContain('😀 שלום <b>');
  expect(plain).toContain('<https://example.org/%3ca%3e%27b%27?c=d&e=%22f%22>');
  expect(plain).not.toMatch(/[\ue000-\ue00f]/);
});
