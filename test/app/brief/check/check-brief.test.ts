import { describe, expect, it } from 'vitest';
import { checkBrief } from '../../../../app/brief/check/check-brief.ts';
import type { CheckKind } from '../../../../app/brief/check/check-item.ts';
import { accept } from '../../../../app/brief/live/accept-changes.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { ProjectRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../brief-fixture.ts';

const text =
  'The cost has risen to 4.2 billion crowns, the ministry said on 8 May 2024.\nMore than 40 workers were injured, between 5 and 7 per cent of all.\nThe second tunnel was dug by hand in the years of the long drought and the war.';

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article(text, { outlet: 'The Times', published: '2024-05-12' });
  const ledger = fixture.article('The bill stands at 4.2 billion crowns.', {
    outlet: 'The Ledger',
  });
  const cost = annotateWords(
    fixture,
    times,
    'The cost has risen to 4.2 billion crowns, the ministry said on 8 May 2024.',
  );
  const injured = annotateWords(
    fixture,
    times,
    'More than 40 workers were injured, between 5 and 7 per cent of all.',
  );
  const bill = annotateWords(fixture, ledger, 'The bill stands at 4.2 billion crowns.');
  const claim = fixture.claim('The tunnel will cost 4.2 billion crowns.', [
    [cost, 'asserts'],
    [bill, 'asserts'],
  ]);
  return { fixture, times, ledger, cost, injured, bill, claim };
}

function check(
  fixture: BriefFixture,
  content: readonly RichTextNode[],
  ...changed: ProjectRecord[]
) {
  const { annotations, articles, revisions, claims, evidence, texts } = fixture;
  const records = [...annotations, ...articles, ...revisions, ...claims, ...evidence, ...changed];
  return checkBrief({
    document: { type: 'doc', content },
    source: recordSourceOf(records),
    texts,
    clusterOf: () => null,
  });
}

function found(
  kind: CheckKind,
  fixture: BriefFixture,
  content: readonly RichTextNode[],
  ...changed: ProjectRecord[]
): string[] {
  return check(fixture, content, ...changed)
    .items.filter((item) => item.kind === kind)
    .map(({ sentence }) => sentence);
}

const heading = (words: string, level = 1): RichTextNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text: words }],
});
const footnote = (...content: RichTextNode[]): RichTextNode => ({ type: 'footnote', content });

describe('the figures of cited sentences', () => {
  const figures = (sentence: string, which: 'cost' | 'injured' = 'cost'): string[] => {
    const { fixture, [which]: annotation } = project();
    return found('figure', fixture, [paragraph(`${sentence} `, inlineCitation(annotation), '.')]);
  };

  it.each([
    ['The ministry puts it at 4.2 billion crowns', 'cost'],
    ['The ministry puts it at 4,200 million crowns', 'cost'],
    ['The ministry puts it at about 4 billion crowns', 'cost'],
    ['The ministry puts it at more than 4 billion crowns', 'cost'],
    ['The ministry puts it at less than 5 billion crowns', 'cost'],
    ['On 8 May 2024 the ministry spoke', 'cost'],
    ['In May 2024 the ministry spoke', 'cost'],
    ['In 2024 the ministry spoke', 'cost'],
    ['On 12 May 2024 The Times wrote', 'cost'],
    ['Two outlets report that the ministry spoke', 'cost'],
    ['One outlet reports that the ministry spoke', 'cost'],
    ['Forty workers and more were hurt', 'injured'],
    ['Over forty workers were hurt', 'injured'],
    ['Dozens of workers were hurt', 'injured'],
    ['Between five and seven percent were hurt', 'injured'],
    ['Up to 7% were hurt', 'injured'],
  ] as const)('Y12 finds in the passage: %s', (sentence, which) => {
    expect(figures(sentence, which)).toEqual([]);
  });

  it.each([
    ['The ministry puts it at 4.3 billion crowns', '“4.3 billion crowns”', 'cost'],
    ['The ministry puts it at 4.2 million crowns', '“4.2 million crowns”', 'cost'],
    ['The ministry puts it at 4.2 billion euros', '“4.2 billion euros”', 'cost'],
    ['The ministry puts it at more than 5 billion crowns', '“5 billion crowns”', 'cost'],
    ['In 2023 the ministry spoke', '“2023”', 'cost'],
    ['On 9 May 2024 the ministry spoke', '“9 May 2024”', 'cost'],
    ['Forty workers were killed', '“Forty”', 'injured'],
    ['Fifty workers were hurt', '“Fifty”', 'injured'],
    ['Some 8 per cent were hurt', '“8 per cent”', 'injured'],
  ] as const)('Y12 misses in the passage: %s', (sentence, words, which) => {
    expect(figures(sentence, which)).toEqual([
      `${words} is not in the passage that is cited for it. Correct it, or cite where it stands.`,
    ]);
  });

  it('Y12 takes the citation that ends the paragraph, that of a footnote, and one set off behind it', () => {
    const { fixture, cost } = project();
    const wrong = (content: readonly RichTextNode[]) => found('figure', fixture, content).length;
    const cited = inlineCitation(cost);
    expect(wrong([paragraph('It is 5 billion crowns. So it says ', cited, '.')])).toBe(1);
    expect(wrong([paragraph('It is 5 billion crowns.', footnote(cited))])).toBe(1);
    expect(wrong([paragraph('It is 5 billion crowns:'), quotationCitation(cost)])).toBe(1);
    expect(wrong([paragraph('It is 4.2 billion crowns:'), quotationCitation(cost)])).toBe(0);
    expect(wrong([paragraph('So it says ', cited, '. It is 5 billion crowns, says nobody.')])).toBe(
      0,
    );
    expect(
      wrong([
        paragraph('See here.', footnote({ type: 'text', text: 'It is 5 billion crowns: ' }, cited)),
      ]),
    ).toBe(1);
    expect(
      wrong([heading('1 What 5 billion crowns buy'), paragraph('So it says ', cited, '.')]),
    ).toBe(0);
  });

  it('Y12 points at the figure and nothing else', () => {
    const { fixture, cost } = project();
    const before = 'Well';
    const report = check(fixture, [
      paragraph(
        before,
        inlineCitation(cost),
        ' and then it is 5 billion crowns, ',
        inlineCitation(cost),
      ),
    ]);
    const item = report.items.find(({ kind }) => kind === 'figure');
    const from = before.length + 1 + ' and then it is '.length;
    expect(item?.place).toEqual({
      path: [0],
      range: { from, to: from + '5 billion crowns'.length },
    });
  });
});

describe('doubted claims stated as fact', () => {
  const stated = (...content: RichTextNode[]): number => {
    const { fixture } = project();
    return found('stated-as-fact', fixture, content).length;
  };
  const { cost, claim } = project();
  const cited = inlineCitation(cost);

  it.each([
    paragraph('The tunnel will cost 4.2 billion crowns ', cited, '.'),
    paragraph('The bill rose to billions ', cited, '.'),
    paragraph('The tunnel will cost 4.2 billion crowns.', footnote(cited)),
  ])('Y13 finds a disputed claim without a word of doubt (%#)', (block) => {
    expect(stated(block)).toBe(1);
  });

  it('Y13 finds it before a claim set off, and where another paragraph says the same', () => {
    expect(
      stated(paragraph('The tunnel will cost 4.2 billion crowns.'), claimCitation(claim)),
    ).toBe(1);
    expect(
      stated(
        paragraph('The tunnel costs 4.2 billion crowns.'),
        paragraph('Words.'),
        claimCitation(claim),
      ),
    ).toBe(1);
    expect(stated(paragraph('The tunnel costs 4.2 billion crowns.'))).toBe(0);
  });

  it.each([
    'The ministry said the tunnel would cost 4.2 billion crowns ',
    'According to the ministry, the tunnel costs 4.2 billion crowns ',
    'Premier Ansel claimed that the tunnel costs 4.2 billion crowns ',
    'It is disputed that the tunnel costs 4.2 billion crowns ',
    'The tunnel allegedly costs 4.2 billion crowns ',
    'The tunnel may cost 4.2 billion crowns ',
    'Whether the tunnel costs 4.2 billion crowns is not known ',
  ])('Y13 lets pass what is attributed or hedged: %s', (words) => {
    expect(stated(paragraph(words, cited, '.'))).toBe(0);
  });

  it('Y13 lets open claims and evidence against a claim pass', () => {
    const { fixture, claim: own, cost: passage } = project();
    const content = [
      paragraph('The tunnel costs 4.2 billion crowns ', inlineCitation(passage), '.'),
    ];
    expect(found('stated-as-fact', fixture, content, { ...own, status: 'open' })).toEqual([]);
    const [first] = fixture.evidence;
    if (first === undefined) throw new Error('no evidence');
    expect(found('stated-as-fact', fixture, content, { ...first, stance: 'denies' })).toEqual([]);
  });
});

describe('a check of a brief', () => {
  it('Y10 counts the quotations that stand in their revisions, and names the others', () => {
    const { fixture, cost, claim, injured } = project();
    const content = [
      quotationCitation(cost),
      claimCitation(claim),
      paragraph(inlineCitation(injured)),
    ];
    expect(check(fixture, content)).toMatchObject({ quotations: 4, verbatim: 4 });
    const other = { ...injured, passage: { ...injured.passage, quote: 'Other words' } };
    const report = check(fixture, content, other);
    expect(report).toMatchObject({ quotations: 4, verbatim: 3 });
    expect(report.items).toMatchObject([{ kind: 'not-verbatim', place: { path: [2] } }]);
  });

  it('Y11 lists changed and missing citations, and places that wait on a later revision', () => {
    const { fixture, cost, times, ledger } = project();
    const source = recordSourceOf([
      ...fixture.annotations,
      ...fixture.articles,
      ...fixture.revisions,
    ]);
    const node = accept(source, quotationCitation(cost));
    const moved = { ...times, corrected: { outlet: 'Times' } };
    expect(found('changed', fixture, [node], moved)).toEqual([
      '1:1 changed since it was accepted: the outlet. Look at it and accept it.',
    ]);
    const later = { ...times, revisionId: ledger.revisionId };
    expect(found('later-revision', fixture, [node], later)).toHaveLength(1);
    const gone: RichTextNode = { type: 'inline_citation', attrs: { annotationId: 'gone' } };
    expect(found('missing', fixture, [paragraph(gone)])).toEqual([
      'The annotation was deleted. Undo that, or take the citation out of the brief.',
    ]);
  });

  it('Y11 lists alterations that no longer fit their words', () => {
    const { fixture, cost } = project();
    const attrs = { annotationId: cost.id, alterations: [{ start: 900, end: 950, text: null }] };
    expect(found('misfit', fixture, [{ type: 'quotation_citation', attrs }])).toHaveLength(1);
  });

  it('Y16 lists paragraphs without a citation, but no headings, captions, cells and methods note', () => {
    const { fixture, cost } = project();
    const uncited = (...content: RichTextNode[]) => found('uncited', fixture, content);
    const cell = { type: 'table_cell', content: [paragraph('In a cell.')] };
    expect(
      uncited(
        heading('What it costs'),
        paragraph('Nothing is cited here.'),
        paragraph('Here is ', inlineCitation(cost)),
        paragraph('Here as well.', footnote(inlineCitation(cost))),
        paragraph(),
        paragraph('The ministry wrote:'),
        quotationCitation(cost),
        { type: 'table', content: [{ type: 'table_row', content: [cell] }] },
        {
          type: 'figure',
          attrs: { pictureId: 'p' },
          content: [{ type: 'text', text: 'The matrix' }],
        },
        heading('Method and sources'),
        paragraph('We read everything.'),
        heading('By hand', 2),
        paragraph('Twice.'),
        heading('Afterwards'),
        paragraph('Nor here.'),
      ),
    ).toEqual(['No citation: “Nothing is cited here.”', 'No citation: “Nor here.”']);
  });

  it('Y14 lists quotations that were typed and stand in no cited passage', () => {
    const { fixture, cost } = project();
    const typed = (words: string) =>
      found('typed-quotation', fixture, [paragraph(words, inlineCitation(cost))]);
    expect(typed('They wrote “it was a hope, not a contract” ')).toHaveLength(1);
    expect(typed('They wrote "risen to 4.2 billion  crowns," ')).toEqual([]);
    expect(typed('They wrote “The cost … to 4.2 billion” ')).toEqual([]);
    expect(typed('They wrote “the COST has [now] risen” ')).toEqual([]);
    expect(typed('They wrote “the cost has not risen” ')).toHaveLength(1);
    expect(typed('The word “cost” and “so called” ')).toEqual([]);
    expect(typed('The workers’ bill is Ansel’s, they’re sure ')).toEqual([]);
  });

  it('Y15 lists words of a source that stand without quotation marks', () => {
    const { fixture, injured } = project();
    const copied = (words: string) =>
      found('copied', fixture, [paragraph(words, inlineCitation(injured))]);
    expect(
      copied('As we know, the second tunnel was dug by hand in the years of the war. '),
    ).toEqual([
      '“the second tunnel was dug by hand in the years of the” stands word for word in article 1, The Times. Quote it, or say it in your own words.',
    ]);
    expect(copied('“The second tunnel was dug by hand in the years of the long drought” ')).toEqual(
      [],
    );
    expect(copied('By hand, in years of war, the tunnel was dug. ')).toEqual([]);
  });

  it('Y17 lists claims with one source, where the brief comes to them first', () => {
    const { fixture, cost, claim, ledger, injured } = project();
    const content = [claimCitation(claim), claimCitation(claim)];
    expect(found('single-source', fixture, content)).toEqual([]);
    const same = { ...ledger, corrected: { outlet: 'the times ' } };
    expect(found('single-source', fixture, content, same)).toEqual([
      'C1 rests on a single source: article 1, The Times (2 articles of one outlet, or copies). Find another, or say so.',
    ]);
    expect(found('single-source', fixture, [quotationCitation(cost)], same)).toHaveLength(1);
    const bare = fixture.claim('Nobody says so.');
    expect(found('single-source', fixture, [claimCitation(bare)])).toEqual([
      'C2 rests on no passage. File one, or say that nobody confirms it.',
    ]);
    expect(found('single-source', fixture, [quotationCitation(injured)])).toEqual([]);
  });

  it('Y18 lists comments to self where their words stand', () => {
    const { fixture, cost } = project();
    const marks = [{ type: 'comment', attrs: { id: 'c1', text: 'Ask again', at: '' } }];
    const content: RichTextNode[] = [
      { type: 'text', text: 'Here ' },
      { type: 'text', text: 'it', marks },
      { type: 'text', text: ' is', marks: [...marks, { type: 'strong' }] },
      inlineCitation(cost),
    ];
    const items = check(fixture, [{ type: 'paragraph', content }]).items;
    expect(items).toMatchObject([
      {
        kind: 'comment',
        sentence: 'Comment to self: Ask again',
        place: { range: { from: 5, to: 10 } },
      },
    ]);
  });

  it('Y19 gives each finding a key that stays while its words do, wherever they stand', () => {
    const { fixture } = project();
    const one = check(fixture, [paragraph('No source here.')]).items;
    const two = check(fixture, [
      heading('New'),
      paragraph('Other words.'),
      paragraph('No source here.'),
    ]).items;
    expect(two.map(({ key }) => key)).toContain(one[0]?.key);
    expect(new Set(two.map(({ key }) => key)).size).toBe(2);
  });
});

describe('words that are nobody’s but the writer’s', () => {
  it('Y14 the wording of a claim is no source of typed quotations', () => {
    const { fixture, claim } = project();
    const typed = paragraph('All agree that “the tunnel will cost 4.2 billion crowns”.');
    expect(found('typed-quotation', fixture, [typed, claimCitation(claim)])).toHaveLength(1);
  });
});
