import { describe, expect, test } from 'vitest';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { countWords } from '../../../app/article/count-words.ts';
import { fileTitle } from '../../../app/article/file-title.ts';
import { withHeadline } from '../../../app/article/headline.ts';
import { readPlainText } from '../../../app/article/plain-text.ts';

const texts = (source: string) => readPlainText(source).drafts.map((draft) => draft.text);

const wrapped = [
  'The premiers of Brannoch and Lorvaine agreed in a late-night call to',
  'publish by 30 June a joint timetable for the rail tunnel under the Hesk',
  'Strait, their offices said on Tuesday. Neither office would give the',
  'figure.',
];

describe('readPlainText', () => {
  test('T8 a blank line and a single line break end a block', () => {
    expect(texts('One.\nTwo.\r\n\r\nThree.\rFour.\n \t\nFive.')).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
      'Five.',
    ]);
  });

  test('T8 lines of a hard-wrapped text are joined by spaces', () => {
    expect(texts(`${wrapped.join('\n')}\n\n${wrapped.join('\r\n')}`)).toEqual([
      wrapped.join(' '),
      wrapped.join(' '),
    ]);
  });

  test('T8 a long address does not hide that a text is hard-wrapped', () => {
    const address = `https://hna.example/${'a'.repeat(120)}`;
    expect(texts([...wrapped, '', address].join('\n'))).toEqual([wrapped.join(' '), address]);
  });

  test('T8 in a hard-wrapped text lists, indented paragraphs and short lines stay apart', () => {
    const lines = [...wrapped, '- a timetable', '- a meeting', '', ...wrapped.slice(0, 3)];
    expect(texts([...lines, '    Agreed.', 'Dunmarrow', '12 May'].join('\n'))).toEqual([
      wrapped.join(' '),
      '- a timetable',
      '- a meeting',
      wrapped.slice(0, 3).join(' '),
      'Agreed.',
      'Dunmarrow',
      '12 May',
    ]);
  });

  test('T8 short paragraphs on lines of their own are no hard-wrapped text', () => {
    const lines = [
      'The premiers spoke by telephone on Monday evening, for forty minutes.',
      'They agreed on a timetable by the end of June.',
      'The cost was not discussed, both of their offices said on Tuesday.',
      'Neither office would give a figure for the cost of the tunnel.',
      'They meet again on 18 June.',
    ];
    expect(texts(lines.join('\n'))).toEqual(lines);
  });

  test.each([
    ['first', 'Premiers agree on date\n\nThey spoke. At length.', 0],
    ['second, after a crumb', 'Back\n\nPremiers agree on date\n\nThey spoke.', 1],
    ['third', 'Back\n\nNews:\n\nPremiers agree on date', 2],
  ])('T9 the title may be the %s block', (_name, source, index) => {
    const { title, drafts } = readPlainText(source);
    expect(title).toBe('Premiers agree on date');
    expect(drafts[index]).toEqual({ kind: 'heading', level: 1, text: 'Premiers agree on date' });
    expect(drafts.filter((draft) => draft.kind === 'heading')).toHaveLength(1);
  });

  test.each([
    'They spoke at length.',
    '“They spoke at length.”',
    'Here is what they said:',
    'Dear Mr Corvaisel,',
    'Two words',
    '两国总理同意公布时间表。',
    `A ${'very '.repeat(50)}long line`,
  ])('T9 no title is made of: %s', (line) => {
    const { title, drafts } = readPlainText(line);
    expect(title).toBeNull();
    expect(drafts[0]?.kind).toBe('paragraph');
  });

  test('T9 words are counted in scripts without spaces, too', () => {
    expect(readPlainText('两国总理同意公布时间表').title).toBe('两国总理同意公布时间表');
  });
});

describe('withHeadline', () => {
  const paragraph = { kind: 'paragraph', text: 'They spoke.' } as const;

  test('T7 puts the stated headline in front', () => {
    expect(withHeadline([paragraph], 'A date')).toEqual([
      { kind: 'heading', level: 1, text: 'A date' },
      paragraph,
    ]);
  });

  test('T7 does not double a headline that is spelt otherwise, and keeps the spelling of the text', () => {
    const heading = { kind: 'heading', level: 2, text: '“A  date”, she said' } as const;
    const kicker = { kind: 'paragraph', text: 'Politics' } as const;
    expect(withHeadline([kicker, heading, paragraph], '"A date," she said')).toEqual([
      kicker,
      heading,
      paragraph,
    ]);
  });

  test('T7 a paragraph that is the headline becomes a heading', () => {
    const drafts = [{ kind: 'paragraph', text: 'A Date' } as const, paragraph];
    expect(withHeadline(drafts, 'A date')[0]).toEqual({
      kind: 'heading',
      level: 1,
      text: 'A Date',
    });
  });

  test('T7 a headline without letters is found only as it is written', () => {
    const rule = { kind: 'paragraph', text: '* * *' } as const;
    const drafts = withHeadline([rule, paragraph], '???');
    expect(drafts.map((draft) => draft.text)).toEqual(['???', '* * *', 'They spoke.']);
  });

  test('T7 the same words further down are not the beginning', () => {
    const late = { kind: 'paragraph', text: 'A date' } as const;
    expect(withHeadline([paragraph, paragraph, paragraph, late], 'A date')).toHaveLength(5);
  });
});

test.each([
  ['a/b/Tunnel call.v2.txt', 'Tunnel call.v2'],
  ['.hidden', '.hidden'],
  ['C:\\news\\call.md', 'call'],
  ['no ending', 'no ending'],
  [' .txt', 'Untitled'],
])('T9 the title from the file name %s is %s', (name, title) => {
  expect(fileTitle(name)).toBe(title);
});

test('what the analyst corrected wins, field by field', () => {
  const detected = {
    title: 'Back',
    outlet: null,
    byline: 'A. Author',
    published: null,
    url: null,
    language: 'en',
    updated: null,
    section: null,
  };
  const corrected = { title: 'Premiers agree', byline: null };
  expect(effectiveMetadata({ detected, corrected })).toEqual({ ...detected, ...corrected });
});

test('countWords counts words, not marks, over lines and long texts', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('It isn’t 3.9 billion – it’s 4.2.\nSays who?')).toBe(8);
  expect(countWords('word '.repeat(100_000))).toBe(100_000);
});
