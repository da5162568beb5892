import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { makePassage } from '../../../app/anchor/passage.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { countingMaker } from '../../support/records.ts';
import type { UglyProject } from './ugly-project.ts';

/** Cells that spreadsheets, CSV or XML stumble over. */
const nasty = fc.constantFrom(
  ...[
    '=1+1',
    '+49 30',
    '-5',
    '@SUM(A1)',
    '"',
    "'",
    "'=x",
    'a\nb',
    'a\r\nb',
    'a,b;c\td',
    '1:6',
    '007',
  ],
  ...[
    'TRUE',
    '2031-05',
    '5%',
    '_x000D_',
    '_x005F_',
    '&lt;<b>&',
    ']]>',
    '👩‍👩‍👧‍👦',
    'שלום עולם',
    '\u202eabc\u202c',
  ],
  ...[
    'e\u0301',
    '\u000b',
    '\u001b[1m',
    '\ufffe',
    '→',
    'Who? Me',
    '"quoted" → b',
    'C4',
    '3:10',
    ', part 2',
  ],
);
const words = fc
  .array(nasty, { minLength: 1, maxLength: 6 })
  .map((all) => all.join(' ').trim())
  .filter((one) => one !== '');
/** Names have single spaces; blank lines of notes, and space around others, a table leaves out and tells. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || 'blank';
}

const question = fc.record({ question: words, answer: fc.oneof(fc.constant(''), words) });

/** What is added to an ugly project. */
export const nastyShapes = fc.record({
  claims: fc.array(
    fc.record({
      wording: words,
      place: fc.option(words),
      questions: fc.array(question, { maxLength: 3 }),
      confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      speaker: fc.nat(3),
      note: fc.array(nasty, { maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  speakers: fc.uniqueArray(words, { minLength: 2, maxLength: 2 }),
  search: words,
  relation: words.map(onOneLine),
  note: words,
  /** Longer than a cell of a workbook holds. */
  long: fc.integer({ min: 32_760, max: 70_000 }),
});

export type NastyShape = typeof nastyShapes extends fc.Arbitrary<infer Shape> ? Shape : never;

/**
 * An ugly project with more: passages, wordings and notes longer than a cell, speakers of both natures, silences, links of types
 * of its own, claims above claims that come later.
 */
export function nastyProject(project: UglyProject, shape: NastyShape): UglyProject {
  const maker = countingMaker('=Grace “G”');
  // Ids of its own: those of the other maker are counted from the same.
  for (let skipped = 0; skipped < 1_000; skipped += 1) maker.id();
  const records: ProjectRecord[] = [...project.records.all.values()];
  const { text, blocks } = canonicalText([
    { kind: 'paragraph', text: '=SUM of it all, they said.' },
    { kind: 'paragraph', text: 'It sank 😀 '.repeat(Math.ceil(shape.long / 11)) },
  ]);
  const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
  const revisionId = maker.id<never>();
  const article = newRecord(maker, 'article', {
    number: 900,
    revisionId,
    detected: {
      ...{ title: '=Long, "and" wide', outlet: null, byline: null, published: null },
      ...{ url: null, language: null },
    },
    corrected: {},
    origins: [],
    annotationsMade: 2,
  });
  const of = { articleId: article.id, hash, length: text.length, blockCount: blocks.length };
  records.push(article, {
    ...newRecord(maker, 'revision', { ...of, wordCount: 1 }),
    id: revisionId,
  });
  const highlights = [
    [0, 12],
    [27, text.length],
  ].map(([start = 0, end = 0], index) =>
    newRecord(maker, 'annotation', {
      articleId: article.id,
      number: index + 1,
      passage: makePassage(text, revisionId, start as TextOffset, end as TextOffset),
      tagIds: [],
      note: null,
    }),
  );
  records.push(...highlights);
  const speakers = shape.speakers.map((name, index) =>
    newRecord(maker, 'speaker', {
      name,
      nature: index === 0 ? 'organisation' : 'person',
      aliases: [],
      description: '',
    }),
  );
  records.push(...speakers);
  const claims = shape.claims.map((one, index) =>
    newRecord(maker, 'claim', {
      number: 100 + index,
      wording: index === 0 ? `${one.wording} ${'so long '.repeat(shape.long / 8)}end` : one.wording,
      // As the window makes them: with the name beside the record.
      speaker: one.speaker === 3 ? '=Nobody' : (speakers[one.speaker]?.name ?? null),
      ...(speakers[one.speaker] === undefined
        ? {}
        : { speakerId: speakers[one.speaker]?.id ?? null }),
      saidOn: '2031-05-12',
      saidUntil: '2031-06',
      ...(one.place === null ? {} : { place: one.place }),
      ...(one.questions.length === 0 ? {} : { questions: one.questions }),
      status: 'disputed',
      confidence: one.confidence === null ? null : Math.round(one.confidence * 1e9) / 1e9,
      tagIds: [],
      note:
        one.note.length === 0
          ? null
          : {
              type: 'doc',
              content: one.note.map(onOneLine).map((line) => ({
                type: 'paragraph',
                content: [{ type: 'text', text: line }],
              })),
            },
    }),
  );
  records.push(...claims);
  const type = newRecord(maker, 'linkType', {
    name: shape.relation,
    inverseName: shape.relation,
    symmetric: true,
  });
  records.push(type);
  const [one, other] = highlights;
  const [first, second] = claims;
  if (one === undefined || other === undefined || first === undefined || second === undefined) {
    throw new Error('There is too little.');
  }
  records.push(
    newRecord(maker, 'evidence', {
      claimId: first.id,
      annotationId: other.id,
      stance: 'qualifies',
    }),
    newRecord(maker, 'evidence', { claimId: second.id, annotationId: one.id, stance: 'questions' }),
    newRecord(maker, 'evidence', { claimId: first.id, annotationId: one.id, stance: 'reports' }),
    newRecord(maker, 'silence', {
      claimId: second.id,
      articleId: article.id,
      search: shape.search,
      mode: 'pattern',
      revisionId,
    }),
    newRecord(maker, 'link', {
      typeId: type.id,
      from: one.id,
      to: { kind: 'annotation', id: other.id },
      note: shape.note,
    }),
    newRecord(maker, 'link', {
      typeId: type.id,
      from: first.id,
      fromKind: 'claim',
      to: { kind: 'claim', id: second.id },
    }),
  );
  const own = { hash, text, blocks };
  return {
    records: recordSourceOf(records),
    texts: { read: async (wanted) => (wanted === hash ? own : project.texts.read(wanted)) },
  };
}
