import { describe, expect, test } from 'vitest';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import { parseMarkdown } from '../../../main/services/parse/markdown/parse-markdown.ts';
import { describeBlocks, parseSource } from './parse-text.ts';

const blocks = (source: string) => describeBlocks(parseSource('a.md', source));
const metadata = (source: string) => parseSource('a.md', source).metadata;
const withFields = (fields: string) => metadata(`---\n${fields}\n---\nThey spoke.`);

describe('T11 the blocks of Markdown', () => {
  test('T11 are paragraphs, headings, list items, quotations and cells', () => {
    const source = [
      '# The *call*',
      'They spoke\nfor `40` minutes.  \nThen ~~not~~ no more.',
      '## Agreed ##',
      '- a timetable\n  - by June\n- a [meeting](https://a.example "there")\n\n  on the 18th',
      '> She said:\n>\n> “A date.”',
      '| What | Cost |\n|---|--:|\n| Tunnel | 4.2 |',
      '***',
      'Setext\n---',
      '```\nlet code = 1;\n```',
    ].join('\n\n');
    expect(blocks(source)).toEqual([
      'heading 1: The call',
      'paragraph: They spoke for 40 minutes. Then not no more.',
      'heading 2: Agreed',
      'list-item: a timetable',
      'list-item: by June',
      'list-item: a meeting',
      'list-item: on the 18th',
      'quotation: She said:',
      'quotation: “A date.”',
      'table-cell: What',
      'table-cell: Cost',
      'table-cell: Tunnel',
      'table-cell: 4.2',
      'heading 2: Setext',
      'paragraph: let code = 1;',
    ]);
  });

  test('T11 images leave captions; targets, comments, tags and footnote signs nothing', () => {
    const source = [
      '![A flooded portal](a.jpg "Kessy Head, 2012")',
      'Look ![here](b.jpg) closely<!-- not here -->, H<sub>2</sub>O<br>and more.[^1]',
      '<!-- a comment -->',
      '<div><p>In a <b>div</b></p><script>no()</script></div>',
      '[^1]: A note.\n\n[ref]: https://a.example',
    ].join('\n\n');
    expect(blocks(source)).toEqual([
      'caption: A flooded portal',
      'caption: Kessy Head, 2012',
      'paragraph: Look closely, H2O and more.',
      'caption: here',
      'paragraph: In a div',
      'footnote: A note.',
    ]);
  });

  test('T11 escapes and character references are the characters they stand for', () => {
    expect(blocks('3 \\* 4 &amp; 5&nbsp;km &lt;b&gt;')).toEqual([
      'paragraph: 3 * 4 & 5\u00a0km <b>',
    ]);
  });

  test.each([
    ['nested quotations', `${'>'.repeat(50_000)} deep`],
    ['nested lists', Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(n * 2)}- x`).join('\n')],
    ['emphasis without end', 'a**b'.repeat(20_000)],
    ['images in each other', `${'!['.repeat(9_000)}x${'](y)'.repeat(9_000)}`],
    ['one long line', 'word '.repeat(100_000)],
  ])('T11 %s hang nothing and lose no letter', (_name, source) => {
    const article = parseSource('a.md', source);
    expect(isCanonical(article)).toBe(true);
    const letters = (text: string) => text.replace(/[^a-z]+/g, '');
    expect(letters(article.text)).toBe(letters(source));
  });
});

describe('T7 the title of Markdown', () => {
  test('T7 is the stated one, put in front of the text', () => {
    const article = parseSource('a.md', '---\ntitle: A date\n---\nThey spoke.\n\n# Later');
    expect(article.metadata.title).toBe('A date');
    expect(describeBlocks(article)[0]).toBe('heading 1: A date');
  });

  test('T7 is not doubled', () => {
    expect(blocks('---\ntitle: "“A date”, she said"\n---\n# "A date," she said\n\nIt is.')).toEqual(
      ['heading 1: "A date," she said', 'paragraph: It is.'],
    );
  });

  test('T7 is else the first main heading, or the heading at the beginning, or the file’s name', () => {
    expect(metadata('Politics\n\n## A call\n\n# A date\n\n# Later').title).toBe('A date');
    expect(metadata('## A call\n\nThey spoke.').title).toBe('A call');
    expect(metadata('They spoke.\n\n## A call').title).toBe('a');
  });
});

describe('T12 front matter', () => {
  test('T12 states the metadata under several names', () => {
    const stated = {
      title: 'A date: agreed',
      outlet: 'The Kessy Mercury',
      byline: 'Wenna Ballard, Tom Sallow',
      published: '2026-05-15',
      url: 'https://kessymercury.example/a',
      language: 'en-GB',
      updated: '2026-05-16',
      section: 'Crossing',
    };
    expect(
      withFields(
        'title: "A date: agreed"\noutlet: The Kessy Mercury\nbyline: By Wenna Ballard, Tom Sallow\n' +
          'date: 2026-05-15\nurl: https://kessymercury.example/a\nlanguage: en-gb\nupdated: 16 May 2026\nsection: Crossing',
      ),
    ).toEqual(stated);
    expect(
      withFields(
        'Title: "A date: agreed"\npublisher: {name: The Kessy Mercury}\nauthors:\n- name: Wenna Ballard\n- Tom Sallow\n' +
          'published: 15 May 2026\nsource: https://kessymercury.example/a\nlang: en_GB\nlastmod: 2026-05-16\ncategories: [Crossing, Strait]',
      ),
    ).toEqual(stated);
  });

  test('T12 what is uncertain is not stated', () => {
    const nothing = {
      outlet: null,
      byline: null,
      published: null,
      updated: null,
      url: null,
      language: null,
      section: null,
    };
    expect(
      withFields('title: [1]\ndate: 05/06/2026\nurl: file:///etc/passwd\nlang: English\nauthor:'),
    ).toEqual({ ...nothing, title: 'a' });
  });

  test('T12 each fact says that it was in the front matter, a title from elsewhere that it was not', () => {
    const { provenance } = parseSource('a.md', '---\ndate: 2026-05\n---\n# A date\n\nThey spoke.');
    expect(provenance).toEqual({
      published: { source: 'front-matter', confidence: 'stated' },
      title: { source: 'heading', confidence: 'likely' },
    });
    expect(parseSource('a.md', 'They spoke.').provenance).toEqual({
      title: { source: 'file-name', confidence: 'guessed' },
    });
  });

  test('T12 a time keeps its zone', () => {
    expect(withFields('date: 2026-05-12T00:25:00+01:00').published).toBe(
      '2026-05-12T00:25:00+01:00',
    );
    expect(withFields('date: 2026').published).toBe('2026');
  });

  test('T11 one with a colon in a title is read line by line', () => {
    const article = parseSource(
      'a.md',
      '---\ntitle: Tunnel: a date\ndate: 2026-05\n---\nThey spoke.',
    );
    expect(article.metadata).toMatchObject({ title: 'Tunnel: a date', published: '2026-05' });
    expect(article.text).toBe('Tunnel: a date\nThey spoke.');
  });

  test.each([
    ['broken YAML', 'title: "A date\nno colon here'],
    ['no mapping', 'a plain line'],
  ])('T11 %s states nothing and stays in the text', (_name, yaml) => {
    const article = parseSource('call.md', `---\n${yaml}\n---\nThey spoke.`);
    expect(article.metadata.title).toBe('call');
    expect(article.text).toBe(`${yaml}\nThey spoke.`);
  });

  test('T11 aliases that grow without end harm nobody', () => {
    const bomb = Array.from({ length: 30 }, (_, n) =>
      n === 0 ? 'a0: &a0 [x, x]' : `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`,
    );
    expect(withFields(`title: A date\n${bomb.join('\n')}`).title).toBe('A date');
  });

  test('a front matter alone is no article', () => {
    expect(parseMarkdown('---\ntitle: A date\n---\n', 'a.md')).toBeNull();
  });
});

describe('T11 a long text', () => {
  test('of ten thousand underlined headings is read as Markdown', () => {
    const source = 'The call\n===\n\nThey spoke for a while of it.\n\n'.repeat(10_000);
    const article = parseMarkdown(source, 'a.md');
    expect(article?.remarks).toEqual([]);
    expect(article?.blocks).toHaveLength(20_000);
    expect(article?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(10_000);
  });

  test.each([
    ['numbered lists in each other', '1. '.repeat(5_000)],
    ['quotations that each go on without a mark', '> They spoke.\nAnd went.\n'.repeat(20_000)],
    [
      'notes',
      Array.from({ length: 20_000 }, (_, index) => `Word[^${index}].\n\n[^${index}]: Note.\n`).join(
        '\n',
      ),
    ],
  ])('of %s beyond what people write is read as plain text, and says so', (_, source) => {
    expect(parseMarkdown(source, 'a.md')?.remarks).toEqual([
      'It is too long or too tangled to be read as Markdown, so its marks are shown as they are written.',
    ]);
  });

  test('of a thousand quotations and as many notes is read as Markdown', () => {
    const notes = Array.from(
      { length: 1_000 },
      (_, index) => `> They spoke[^${index}].\n\n[^${index}]: Note ${index}.\n`,
    );
    const article = parseMarkdown(notes.join('\n'), 'a.md');
    expect(article?.remarks).toEqual([]);
    expect(article?.blocks.filter(({ kind }) => kind === 'footnote')).toHaveLength(1_000);
  });
});
