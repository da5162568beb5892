import { describe, expect, test } from 'vitest';
import { hypothesisReader } from '../../../app/exchange/hypothesis/read-hypothesis.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { readDrafts } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { type ProjectShape, projectOf } from './written-project.ts';

const paragraphs = [
  'The ferry sank on Monday, and nobody knew why.',
  'The minister said that the ferry was old but sound.',
];
const article = { title: 'The ferry', outlet: null, published: null, passages: [], tags: [] };
const shape: ProjectShape = {
  articles: [
    { ...article, paragraphs },
    { ...article, title: 'Another', paragraphs: ['A bridge was opened on Tuesday by the mayor.'] },
  ],
  tags: [],
  claims: [],
  links: [],
};

/** A row as the service writes it. */
function row(id: string, about: object) {
  return {
    id,
    created: '2031-05-12T09:14:00.000000+00:00',
    updated: '2031-05-13T09:14:00.000000+00:00',
    user: 'acct:grace@hypothes.is',
    user_info: { display_name: null },
    uri: 'https://www.example.org/1/#comments',
    text: '',
    tags: [],
    group: '__world__',
    target: [],
    ...about,
  };
}

function quoted(exact: string, more: object = {}) {
  return {
    target: [
      {
        source: 'https://www.example.org/1/',
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            endContainer: '/p[1]',
            startOffset: 0,
            endOffset: 5,
          },
          { type: 'TextPositionSelector', start: 4_000, end: 4_000 + exact.length },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '', ...more },
        ],
      },
    ],
  };
}

async function take(content: unknown) {
  const project = projectOf(shape);
  const result = await imported(
    hypothesisReader,
    JSON.stringify(content),
    project.records,
    project.texts,
  );
  const annotations = result.diff.added.filter(
    (record): record is AnnotationRecord => record.kind === 'annotation',
  );
  return { ...result, annotations };
}

const rows = [
  row('reply-2', {
    references: ['one', 'reply-1'],
    text: 'And *why*?',
    user: 'acct:ada@hypothes.is',
  }),
  row('one', {
    ...quoted('nobody knew why'),
    tags: ['cause', 'and/or', ' '],
    text: 'A **bold** claim',
  }),
  row('reply-1', { references: ['one'], text: 'Is it?', user_info: { display_name: 'Ada L.' } }),
  row('page', { text: 'On the whole page', tags: ['ferry'] }),
  row('two', { ...quoted('opened on Tuesday by the mayor'), uri: 'https://nowhere.example/x' }),
  row('gone', { ...quoted('words that nobody ever wrote here') }),
  row('orphan', { references: ['missing'], text: 'To nobody' }),
  { id: 'no-uri', text: 'x' },
];

describe('an export of Hypothesis', () => {
  for (const [name, content] of [
    ['the file of the client', { export_date: '2031-05-14', annotations: rows }],
    ['an answer of the interface', { total: rows.length, rows }],
    ['a list', rows],
  ] as const) {
    test(`J9 ${name}: words, tags, notes, replies, authors and times`, async () => {
      const { annotations, records, report } = await take(content);
      expect(annotations.map(({ passage }) => passage.quote)).toEqual([
        'nobody knew why',
        'opened on Tuesday by the mayor',
      ]);
      const [first] = annotations;
      expect(first).toMatchObject({
        author: 'grace',
        createdAt: '2031-05-12T09:14:00.000Z',
        modifiedAt: '2031-05-13T09:14:00.000Z',
      });
      expect(first?.tagIds.map((id) => records.get('tag', id)?.name)).toEqual(['cause', 'and/or']);
      const note = JSON.stringify(first?.note);
      const order = ['A ', 'bold', 'Ada L., 2031-05-12:', 'Is it?', 'ada, 2031-05-12:', 'why'];
      const places = order.map((words) => note.indexOf(words));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(places[0]).toBeGreaterThan(0);
      const [whole] = records.list('article');
      expect(whole?.tagIds?.map((id) => records.get('tag', id)?.name)).toEqual(['ferry']);
      expect(report.lost).toEqual([
        expect.objectContaining({
          what: 'Notes on whole articles',
          count: 1,
          examples: ['1 The ferry'],
        }),
      ]);
      expect(report.refused).toEqual([
        {
          where: 'annotation 6: “words that nobody ever wrote here” in https://www.example.org/1/',
          reason: 'Its words do not stand in the article.',
        },
        {
          where: 'annotation 7: in https://www.example.org/1/#comments',
          reason: 'It answers an annotation that is not in the file.',
        },
        { where: 'annotation 8 (no-uri)', reason: 'It does not say which page it is about.' },
      ]);
    });
  }

  test('J3 imported again it adds nothing', async () => {
    const first = await take(rows);
    const again = await imported(
      hypothesisReader,
      JSON.stringify(rows),
      first.records,
      first.texts,
    );
    expect(again.diff).toEqual({ added: [], updated: [], removed: [] });
    expect(again.report.known.annotation).toBe(2);
  });

  test('replies that answer one another end', async () => {
    const ring = [
      row('a', { references: ['b'], text: 'one' }),
      row('b', { references: ['a'], text: 'two' }),
      row('c', quoted('nobody knew why')),
      row('d', { references: ['c', 'd'], text: 'itself' }),
    ];
    const { annotations } = await take(ring);
    expect(annotations).toHaveLength(1);
  });

  test('what is none is refused', async () => {
    const project = projectOf(shape);
    for (const content of ['', '{', '[]', '{"annotations":[]}', '3', '["a"]']) {
      await expect(readDrafts(hypothesisReader, content, project.records)).rejects.toMatchObject({
        name: 'ExchangeFault',
      });
    }
  });
});

test('J9 answers to answers without end are all in the note', async () => {
  const count = 20_000;
  const replies = Array.from({ length: count }, (_, index) =>
    row(`r${index + 1}`, { text: `Answer ${index + 1}`, references: ['r0', `r${index}`] }),
  );
  const first = row('r0', { ...quoted('the ferry was old'), text: 'Question' });
  const { drafts } = await readDrafts(
    hypothesisReader,
    JSON.stringify([first, ...replies]),
    projectOf(shape).records,
  );
  expect(drafts).toHaveLength(1);
  const [draft] = drafts;
  if (draft?.kind !== 'annotation') throw new Error('It is no annotation.');
  expect(draft.note?.content).toHaveLength(count + 1);
  expect(JSON.stringify(draft.note?.content?.at(-1))).toContain(`Answer ${count}`);
});
