import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makePassage } from '../../../app/anchor/passage.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import type { Instant, RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import { claimsMade } from '../../../app/record/counters.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { countingMaker } from '../../support/records.ts';
import { written } from './exchange-io.ts';

const maker = countingMaker('Ada');
const { text, blocks } = canonicalText([
  { kind: 'heading', text: 'The ferry sank' },
  { kind: 'paragraph', text: 'Nobody knows why.', page: 2 },
]);
const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;

function article(number: number, extra: object) {
  const revisionId = maker.id<RevisionId>();
  const made = newRecord(maker, 'article', {
    number,
    revisionId,
    detected: {
      title: `Report ${number}`,
      outlet: null,
      byline: null,
      published: null,
      url: null,
      language: null,
    },
    corrected: {},
    origins: [],
    annotationsMade: 1,
    ...extra,
  });
  const of = { articleId: made.id, hash, length: text.length, blockCount: 2, wordCount: 6 };
  return { made, revision: { ...newRecord(maker, 'revision', of), id: revisionId } };
}

/** A project that has one of everything. */
function everything() {
  const full = article(1, {
    corrected: { outlet: 'The Times' },
    provenance: { title: { source: 'page', confidence: 'stated' } },
    origins: [{ fileName: 'a.txt', fileHash: 'x', importedAt: maker.now() }],
    starred: true,
  });
  const trashed = article(2, { trashedAt: '2031-05-12T00:00:00.000Z' as Instant });
  const tag = newRecord(maker, 'tag', {
    name: 'Cause',
    parentId: null,
    color: 2,
    description: 'Why',
    key: 1,
  });
  const passage = makePassage(text, full.made.revisionId, 4 as TextOffset, 9 as TextOffset);
  const highlights = [1, 2].map((number) =>
    newRecord(maker, 'annotation', {
      articleId: full.made.id,
      number,
      passage,
      tagIds: [tag.id],
      note: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'reference', attrs: { kind: 'tag', id: tag.id } }],
          },
        ],
      },
      carried: { from: passage, outcome: 'moved', score: 1 },
    }),
  );
  const orphan = newRecord(maker, 'annotation', {
    articleId: full.made.id,
    number: 3,
    passage: { ...passage, quote: 'other' },
    tagIds: [],
    note: null,
  });
  const speaker = newRecord(maker, 'speaker', {
    name: 'Lind',
    nature: 'person',
    aliases: ['L.'],
    description: '',
  });
  const claim = newRecord(maker, 'claim', {
    number: 1,
    wording: 'It sank.',
    speaker: null,
    speakerId: speaker.id,
    saidOn: null,
    questions: [{ question: 'When?', answer: '' }],
    rank: 'a0',
    status: 'open',
    confidence: null,
    tagIds: [],
    note: null,
  });
  const [one, other] = highlights;
  if (one === undefined || other === undefined) throw new Error('No highlights.');
  const types = [
    ...['repeats', 'denies'].map((name) =>
      newRecord(maker, 'linkType', { name, inverseName: `is ${name}`, symmetric: false, color: 3 }),
    ),
    // As every project begins: nobody made it, and nobody misses it.
    ...[['quotes', 'is quoted by'] as const].map(([name, inverseName]) =>
      newRecord(maker, 'linkType', { name, inverseName, symmetric: false }),
    ),
  ];
  const typeId = types[0]?.id ?? claim.id;
  const records: ProjectRecord[] = [
    ...[
      full.made,
      full.revision,
      trashed.made,
      trashed.revision,
      tag,
      ...highlights,
      orphan,
      speaker,
      claim,
    ],
    ...types,
    newRecord(maker, 'link', {
      typeId: typeId as never,
      from: one.id,
      to: { kind: 'annotation', id: other.id },
    }),
    newRecord(maker, 'link', {
      typeId: typeId as never,
      from: one.id,
      to: { kind: 'claim', id: claim.id },
    }),
    newRecord(maker, 'evidence', { claimId: claim.id, annotationId: one.id, stance: 'asserts' }),
    newRecord(maker, 'silence', { claimId: claim.id, articleId: full.made.id, search: 'sank' }),
    newRecord(maker, 'brief', { title: 'Brief' }),
    newRecord(maker, 'savedSearch', { name: 's', query: 'q' }),
    newRecord(maker, 'setting', { name: 's', value: 1 }),
    // The program's own.
    newRecord(maker, 'setting', { name: 'project-name', value: 'Ferry' }),
    newRecord(maker, 'setting', { name: claimsMade, value: 1 }),
  ];
  return recordSourceOf(records);
}

const always = [
  'Briefs',
  'Saved searches',
  'Settings of the project',
  'Silences of articles',
  'The files that articles came from',
  'What is known of speakers besides their names',
  'Where annotations stood in earlier revisions',
  'Where facts of articles were found',
  'Which articles are starred, read or archived',
  'Which facts of articles were put right by hand',
  'Who made tags, and when',
];
const relations = [
  'How types of links read backwards, what they are for, their lines',
  'The order of claims that was made by hand',
  'Types of links that no link has',
  'Who filed evidence, and when',
  'Who made links, and when',
];

const howMany: Readonly<Record<string, number>> = {
  'Settings of the project': 1,
  'Types of links that no link has': 1,
  'Who filed evidence, and when': 1,
  'Who made links, and when': 2,
  'Evidence of claims': 1,
};

describe('what a format has no place for', () => {
  test.each([
    [
      'refi-qda',
      { article: 1, annotation: 2, tag: 1, claim: 1, evidence: 1, link: 2 },
      [
        ...always,
        ...relations,
        'Headings, lists and other kinds of paragraphs',
        'Keys of tags',
        'Questions to claims',
        'The form of notes',
        'Who made claims, and when',
      ],
    ],
    [
      'markdown-vault',
      { article: 1, annotation: 2, tag: 1, claim: 1, evidence: 1, link: 2 },
      [
        ...always,
        ...relations,
        'Colours of types of links',
        'Keys of tags',
        'Page numbers',
        'References in notes',
      ],
    ],
    [
      'brat',
      { article: 1, annotation: 2, tag: 1, link: 1 },
      [
        ...always,
        'Claims',
        'Colours of tags',
        'Descriptions and keys of tags',
        'Headings, lists and other kinds of paragraphs',
        'How types of links read backwards, and their looks',
        'Links between articles, and those of claims',
        'Evidence of claims',
        'The form of notes',
        'Who made annotations, and when',
        'Who made links, and when',
      ],
    ],
    [
      'web-annotation',
      { annotation: 3, claim: 1, evidence: 1, link: 2 },
      [
        ...always,
        'Colours, descriptions and keys of tags',
        'How types of links read backwards, what they are for, their colours and lines',
        'Speaker, date, place, confidence, importance, questions and parent of claims',
      ],
    ],
  ])('J1: %s names each of it, and nothing else', async (id, carried, lost) => {
    const writer = exchangeWriters.find((one) => one.id === id);
    if (writer === undefined) throw new Error(`There is no ${id}.`);
    const texts = { read: async () => ({ hash, text, blocks }) };
    const { report } = await written(writer, everything(), {}, texts);
    expect(report.carried).toEqual(carried);
    expect(report.lost.map(({ what }) => what).sort()).toEqual([...lost].sort());
    const counts = Object.fromEntries(report.lost.map(({ what, count }) => [what, count]));
    expect(counts).toMatchObject(
      Object.fromEntries(Object.entries(howMany).filter(([what]) => lost.includes(what))),
    );
    // Each with an example, where a record of it has a name.
    const nameless = report.lost.filter(({ examples }) => examples.length === 0);
    expect(nameless.map(({ what }) => what)).toEqual(['Settings of the project']);
    // Web Annotations hold the words themselves: whoever reads them finds out.
    const orphan = { where: '1:3', reason: 'Its words do not stand at its place in the text.' };
    expect(report.refused).toEqual(id === 'web-annotation' ? [] : [orphan]);
    expect(report.remarks).toEqual(['Articles in the trash are left out, with their annotations.']);
  });
});
