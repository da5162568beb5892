import type { RevisionHash, TextOffset } from '../../app/base/brand.ts';
import type {
  PrintedBlock,
  PrintedBrief,
  PrintedPassage,
  PrintedPicture,
  PrintedRun,
} from '../../app/brief/print/printed-brief.ts';
import type { AnnotationId, ArticleId } from '../../app/record/ids.ts';

/** Words without a look. */
export function words(text: string): PrintedRun {
  return { kind: 'text', text };
}

/** A paragraph of words and other runs. */
export function says(...runs: readonly (string | PrintedRun)[]): PrintedBlock {
  return {
    kind: 'paragraph',
    runs: runs.map((run) => (typeof run === 'string' ? words(run) : run)),
  };
}

/** A heading; its id is made of its words. */
export function headed(level: 1 | 2 | 3, text: string): PrintedBlock {
  const id = text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { kind: 'heading', level, id, runs: [words(text)] };
}

/** A passage that is all of its text, but for what stands around it. */
export function passageOf(
  label: string,
  quote: string,
  around: Partial<PrintedPassage> = {},
): PrintedPassage {
  const number = Number(label.split(':')[0]);
  return {
    annotationId: `annotation-${label.replace(':', '-')}` as AnnotationId,
    articleId: `article-${number}` as ArticleId,
    label,
    quote,
    before: 'What stood before it. ',
    after: ' What came after.',
    title: `Title ${number}`,
    outlet: `Outlet ${number}`,
    byline: null,
    published: '2024-05-12',
    retrieved: null,
    url: `https://example.org/${number}`,
    language: 'en',
    guesses: [],
    revisionHash: number.toString(16).padStart(64, 'a') as RevisionHash,
    earlierRevision: null,
    start: 22 as TextOffset,
    end: (22 + quote.length) as TextOffset,
    ...around,
  };
}

/** The words of a quotation as a printer makes them: a line feed is a break. */
export function quoted(quote: string): PrintedRun[] {
  return quote
    .split('\n')
    .flatMap((line, index): PrintedRun[] => [
      ...(index === 0 ? [] : [{ kind: 'break' } as const]),
      ...(line === '' ? [] : [words(line)]),
    ]);
}

/** One red square, as drawing and as dots. */
export const squarePicture: PrintedPicture = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#a2361f"/></svg>',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNYZCaPFTEMLQkAQfA9wT+pQcwAAAAASUVORK5CYII=',
  width: 320,
  height: 160,
  description: 'A red square',
};

/** A brief of these blocks and whatever else is given. */
export function printedBrief(
  blocks: readonly PrintedBlock[],
  rest: Partial<PrintedBrief> = {},
): PrintedBrief {
  return {
    title: 'What the premiers said',
    language: 'en',
    blocks,
    noteForm: 'footnotes',
    notes: [],
    bibliography: null,
    passages: [],
    ...rest,
  };
}

/** A brief with one of everything: what each writer is tried on. */
export function everyKindOfBlock(): PrintedBrief {
  const figure = passageOf('1:1', '4.2 billion crowns', { before: 'The cost has risen to ' });
  const long = passageOf('1:2', 'crowns.\nNobody paid.', { before: 'risen to 4.2 billion ' });
  const hebrew = passageOf('2:1', 'ראש הממשלה אמר 4.2', { language: 'he', url: null });
  const whole = passageOf('3', '', { annotationId: null, before: '', after: '' });
  return printedBrief(
    [
      headed(1, 'The cost'),
      says(
        'They say “',
        { kind: 'cited', passage: 0, runs: quoted('4.2 billion crowns') },
        '” & <more>.',
        { kind: 'note', number: 1 },
        ' ',
        { kind: 'text', text: 'The site', href: 'https://example.org/a_(b)?c=1&d=2' },
        { kind: 'break' },
        { kind: 'text', text: 'bold', strong: true },
        { kind: 'text', text: 'italic', emphasis: true },
        { kind: 'text', text: '2', superscript: true },
      ),
      {
        kind: 'quotation',
        passage: 1,
        runs: quoted('crowns.\nNobody paid.'),
        credit: [words('Outlet 1, “Title 1”'), { kind: 'note', number: 2 }],
      },
      headed(2, 'What else'),
      {
        kind: 'list',
        start: null,
        items: [
          [says('One')],
          [says('Two'), { kind: 'list', start: 3, items: [[says('Three')], [says('Four')]] }],
        ],
      },
      { kind: 'list', start: 1, items: [[says('First')], [says('Second'), says('More of it')]] },
      { kind: 'aside', blocks: [says('Set off by the writer.')] },
      {
        kind: 'claim',
        label: 'C4',
        wording: 'It costs 4.2 billion.',
        about: [words('Premier Ansel, disputed')],
        evidence: [
          {
            stance: 'asserts',
            passage: 0,
            runs: quoted('4.2 billion crowns'),
            credit: [words('Outlet 1'), { kind: 'note', number: 3 }],
          },
          {
            stance: 'denies',
            passage: 2,
            runs: quoted('ראש הממשלה אמר 4.2'),
            credit: [words('Outlet 2')],
          },
        ],
      },
      {
        kind: 'table',
        rows: [
          [cell('Claim', true), cell('Outlet 1', true), cell('Outlet 2', true)],
          [cell('It costs', true, 1, 2), cell('asserts', false, 2)],
          [cell('a', false), cell('b', false)],
        ],
      },
      { kind: 'figure', picture: squarePicture, caption: [words('What is red')] },
      headed(1, 'The end'),
      says('See ', { kind: 'cited', passage: 3, runs: [words('(Title 3)')] }, '.'),
    ],
    {
      notes: [
        {
          number: 1,
          blocks: [
            says('Outlet 1, “Title 1”, 12 May 2024, ', {
              kind: 'text',
              text: 'https://example.org/1',
              href: 'https://example.org/1',
            }),
          ],
          passages: [0],
        },
        { number: 2, blocks: [says('Ibid.')], passages: [1] },
        {
          number: 3,
          blocks: [
            says(
              'My own: “',
              { kind: 'cited', passage: 0, runs: quoted('4.2 billion crowns') },
              '”.',
            ),
          ],
          passages: [0],
        },
      ],
      bibliography: {
        heading: 'Bibliography',
        entries: [
          {
            articleId: figure.articleId,
            runs: [words('Outlet 1. '), { kind: 'text', text: 'Title 1', emphasis: true }],
          },
        ],
        hangingIndent: true,
      },
      passages: [figure, long, hebrew, whole],
    },
  );
}

function cell(text: string, isHeader: boolean, columnSpan = 1, rowSpan = 1) {
  return { isHeader, columnSpan, rowSpan, blocks: [says(text)] };
}
