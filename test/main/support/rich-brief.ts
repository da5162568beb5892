import type { RevisionHash } from '../../../app/base/brand.ts';
import type { BriefBundle } from '../../../app/record/brief-bundle.ts';
import type { PictureId } from '../../../app/record/ids.ts';
import type { PictureRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../../app/brief/brief-fixture.ts';
import { squarePicture } from '../../support/printed-brief.ts';

/** A brief with everything that an analyst puts into one, and the texts that it quotes. */
export interface RichBrief {
  readonly bundle: BriefBundle;
  readonly texts: ReadonlyMap<RevisionHash, string>;
}

const chronicle = [
  'Tunnel to cost more than planned',
  'The tunnel under the strait will cost 4.2 billion crowns, the ministry of transport said on Sunday, a third more than it had told parliament a year ago.',
  '“Nobody could have foreseen the price of steel,” Minister Ilse Brandt told reporters at the northern portal. “We would do it again.”',
  'Opponents of the project point to a report of 2021 that named 4.1 billion as “likely”.',
  'The first trains are to run in 2034.',
].join('\n');

const ledger = [
  'Brandt: first trains in 2035',
  'The minister said that no train would run before 2035. The bores are 31 kilometres long.',
  'The ministry did not answer questions on the report of 2021.',
].join('\n');

const hebrew = ['המנהרה תעלה יותר', 'ראש הממשלה אמר כי המנהרה תעלה 4.2 מיליארד כתרים.'].join('\n');

/** Makes it; the same each time. `style`: a built-in one. */
export function richBrief(style = 'chicago-notes'): RichBrief {
  const fixture = new BriefFixture();
  const one = fixture.article(chronicle, {
    title: 'Tunnel to cost more than planned',
    outlet: 'The Harbour Times',
    byline: 'By Tomas Reyl and Anna Fenn',
    published: '2024-05-12T09:14Z',
  });
  const two = fixture.article(ledger, {
    title: 'Brandt: first trains in 2035',
    outlet: 'The Ledger',
    byline: 'Lena Okafor',
    published: '2024-05',
  });
  const three = fixture.article(hebrew, {
    title: 'המנהרה תעלה יותר',
    outlet: null,
    byline: null,
    published: null,
    url: null,
    language: 'he',
  });
  const cost = annotateWords(fixture, one, 'will cost 4.2 billion crowns');
  const steel = annotateWords(fixture, one, '“Nobody could have foreseen the price of steel,”');
  const report = annotateWords(
    fixture,
    one,
    'Opponents of the project point to a report of 2021 that named 4.1 billion as “likely”.\nThe first trains are to run in 2034.',
  );
  const opening = annotateWords(fixture, two, 'no train would run before 2035');
  const silent = annotateWords(fixture, two, 'did not answer questions on the report of 2021');
  const premier = annotateWords(fixture, three, 'המנהרה תעלה 4.2 מיליארד כתרים');
  const sum = fixture.claim('The tunnel costs 4.2 billion crowns.', [
    [cost, 'asserts'],
    [report, 'qualifies'],
    [premier, 'reports'],
  ]);
  const year = fixture.claim('The first trains run in 2034.', [
    [report, 'reports'],
    [opening, 'denies'],
  ]);
  const picture: PictureRecord = {
    ...one,
    kind: 'picture',
    id: 'picture-1' as PictureId,
    of: 'timeline',
    ...squarePicture,
  };
  const content: RichTextNode[] = [
    headed(1, 'What it costs'),
    paragraph(
      'The ministry puts the cost at a third more than before: it ',
      inlineCitation(cost),
      ', and says that ',
      inlineCitation(steel),
      ' A year earlier it had spoken of three billion',
      footnote('The figure of 2023 is in no article here; see ', inlineCitation(report), '.'),
      '. ',
      { type: 'text', text: 'Nothing', marks: [{ type: 'strong' }] },
      ' of this is ',
      { type: 'text', text: 'settled', marks: [{ type: 'em' }] },
      ', as ',
      {
        type: 'text',
        text: 'the register',
        marks: [{ type: 'link', attrs: { href: 'https://example.org/register?a=1&b=2' } }],
      },
      ' shows.',
    ),
    quotationCitation(report),
    claimCitation(sum),
    headed(2, 'Who says so'),
    list(
      'bullet_list',
      ['The ministry, twice', list('ordered_list', ['in May', 'in June'])],
      ['The opposition'],
    ),
    table([
      ['Claim', 'The Harbour Times', 'The Ledger'],
      ['Cost', paragraph(inlineCitation(cost)), paragraph('silent')],
      ['Opening', paragraph('2034'), paragraph(inlineCitation(opening))],
    ]),
    headed(2, 'In Hebrew'),
    quotationCitation(premier),
    headed(1, 'When it opens'),
    paragraph(
      {
        type: 'text',
        text: 'The two accounts differ',
        marks: [
          {
            type: 'comment',
            attrs: { id: 'c1', text: 'Ask the ministry', at: '2024-05-20T10:00:00.000Z' },
          },
        ],
      },
      ' by a year: ',
      inlineCitation(opening),
      { type: 'article_citation', attrs: { articleId: two.id } },
      '.',
    ),
    claimCitation(year),
    {
      type: 'blockquote',
      content: [
        paragraph(
          'Set off by the writer, in more than one line so that it is seen how that looks on a page of paper.',
        ),
      ],
    },
    {
      type: 'figure',
      attrs: { pictureId: picture.id },
      content: [{ type: 'text', text: 'What happened when' }],
    },
    paragraph('Of the report the ministry ', inlineCitation(silent), '.'),
    headed(3, 'What is not known'),
    ...Array.from({ length: 6 }, (_, index) =>
      paragraph(
        'Who paid for the first report, who read it before the minister did, and why its figure was taken for unlikely for as long as it was: none of the articles says, and nobody was asked. '.repeat(
          2,
        ),
        inlineCitation(index % 2 === 0 ? silent : opening),
        '.',
      ),
    ),
  ];
  const bundle = fixture.bundle(content, 'What the tunnel costs, and when it opens');
  return {
    bundle: {
      ...bundle,
      brief: { ...bundle.brief, citationStyle: style, language: 'en-GB' },
      pictures: [picture],
    },
    texts: fixture.texts,
  };
}

function headed(level: number, text: string): RichTextNode {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}

function footnote(...content: readonly (string | RichTextNode)[]): RichTextNode {
  return { ...paragraph(...content), type: 'footnote' };
}

function blocksOf(items: readonly (string | RichTextNode)[]): RichTextNode[] {
  return items.map((item) => (typeof item === 'string' ? paragraph(item) : item));
}

function list(
  type: string,
  ...items: readonly (string | readonly (string | RichTextNode)[])[]
): RichTextNode {
  const content = items.map((item) => ({
    type: 'list_item',
    content: blocksOf(typeof item === 'string' ? [item] : item),
  }));
  return { type, ...(type === 'ordered_list' ? { attrs: { order: 1 } } : {}), content };
}

function table(rows: readonly (readonly (string | RichTextNode)[])[]): RichTextNode {
  return {
    type: 'table',
    content: rows.map((cells, row) => ({
      type: 'table_row',
      content: cells.map((cell, column) => ({
        type: row === 0 || column === 0 ? 'table_header' : 'table_cell',
        attrs: { colspan: 1, rowspan: 1, colwidth: null },
        content: blocksOf([cell]),
      })),
    })),
  };
}
