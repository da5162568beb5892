import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { makePassage } from '../../../app/anchor/passage.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { TextSource } from '../../../app/exchange/exchange-format.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  ProjectRecord,
  TagRecord,
} from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { countingMaker } from '../../support/records.ts';

/** A project of everything that a format may stumble over. */
export interface UglyProject {
  readonly records: RecordSource;
  readonly texts: TextSource;
}

const pieces = fc.constantFrom(
  ...[
    '👩‍👩‍👧‍👦',
    '\u{1f1e9}\u{1f1ea}',
    'שלום עולם',
    'مرحبا',
    'e\u0301',
    '\u200d',
    '𝒳',
    '東京',
    'a\u200fb',
  ],
  ...['ferry', 'the ferry', '“', '<b>', '&amp;', '%%', '^a1-1', '[[x]]', 'T1\tX', '\\', '#', "'"],
  ...['=1+1', '-', '@misc{', '}', '{', '$', '~', '--', '1.', '- ', '> ', '|', '`', '*'],
);
const line = fc
  .array(pieces, { minLength: 1, maxLength: 14 })
  .map((all) => all.join(' ').replace(/\s+/g, ' ').trim());
const tagName = fc.constantFrom(
  ...['a/b', 'a; b', 'a, b', '"quoted"', "it's", '#x', 'two  spaces', 'x:y', '[[x]]', '=1', '..'],
  ...['👩‍👩‍👧‍👦', 'שלום', 'CON', 'a\\b', '/', ';', '\\', 'a/ b', 'Ａ', '%', '-x', '@y', '<z>', '&'],
);
const noteLines = fc.oneof(
  fc.constant<readonly string[] | null>(null),
  fc.constant<readonly string[]>([]),
  fc.array(line, { minLength: 1, maxLength: 3 }),
  fc.constant<readonly string[]>(['huge '.repeat(20_000).trim()]),
);

/** Ugly projects; the same seed makes the same. */
export const uglyShapes = fc.record({
  texts: fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
  tags: fc.uniqueArray(tagName, { minLength: 2, maxLength: 5 }),
  notes: fc.array(noteLines, { minLength: 3, maxLength: 3 }),
  wordings: fc.array(line, { minLength: 3, maxLength: 3 }),
  seed: fc.nat(1_000),
});

export type UglyShape = typeof uglyShapes extends fc.Arbitrary<infer Shape> ? Shape : never;

/**
 * Articles with gaps in their numbers, one without outlet and date, one that was annotated in an earlier revision; overlapping
 * and identical annotations; claims without evidence and below others; links of every kind.
 */
export function uglyProject(shape: UglyShape): UglyProject {
  const maker = countingMaker('Ada “A” Lovelace, née Byron');
  const records: ProjectRecord[] = [];
  const texted = new Map<string, RevisionText>();
  const tags: TagRecord[] = [];
  for (const [index, name] of shape.tags.entries()) {
    const parentId = index % 2 === 1 ? (tags[index - 1]?.id ?? null) : null;
    const color = ((index % 8) + 1) as 1;
    tags.push(newRecord(maker, 'tag', { name, parentId, color, description: '', key: null }));
  }
  records.push(...tags);
  const store = (lines: readonly string[]): RevisionText => {
    const { text, blocks } = canonicalText(
      lines.map((one) => ({ kind: 'paragraph' as const, text: one })),
    );
    const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
    const stored = { hash, text, blocks };
    texted.set(hash, stored);
    return stored;
  };
  const annotations: AnnotationRecord[] = [];
  for (const [index, lines] of shape.texts.entries()) {
    const present = store([...lines, `The end of article ${index}, which has an end.`]);
    const old = store([`Before it was changed, article ${index}.`, ...lines]);
    const article = articleOf(index);
    records.push(article);
    const revisions = [present, ...(index === 1 ? [old] : [])].map(({ hash, text, blocks }, at) => {
      const fields = { articleId: article.id, hash, length: text.length, wordCount: 1 };
      const revision = newRecord(maker, 'revision', { ...fields, blockCount: blocks.length });
      return at === 0 ? { ...revision, id: article.revisionId } : revision;
    });
    records.push(...revisions);
    const ends = present.text.length;
    const places: [RevisionText, RevisionId, number, number][] = [
      [present, article.revisionId, ends - 8, ends - 1],
      [present, article.revisionId, ends - 20, ends - 4],
      // Twice the same words at the same place.
      [present, article.revisionId, ends - 8, ends - 1],
      [present, article.revisionId, 0, firstLine(present.text)],
      [present, article.revisionId, 0, ends],
    ];
    const [, earlier] = revisions;
    if (earlier !== undefined) places.push([old, earlier.id, 0, 6]);
    for (const [at, [{ text }, revisionId, start, end]] of places.entries()) {
      const some = tags.filter((_, place) => (place + at + shape.seed) % 3 === 0);
      const made = newRecord(maker, 'annotation', {
        articleId: article.id,
        // Some were deleted.
        number: at * 2 + 1,
        passage: makePassage(text, revisionId, start as TextOffset, end as TextOffset),
        tagIds: some.map(({ id }) => id),
        note: noteOf(shape.notes[at % 3] ?? null),
      });
      annotations.push(made);
      records.push(made);
    }
  }
  const claims: ClaimRecord[] = [];
  for (const [index, wording] of shape.wordings.entries()) {
    const claim = newRecord(maker, 'claim', {
      number: index * 3 + 1,
      wording,
      speaker: index === 0 ? null : 'Mayor “M”, of Hesk',
      saidOn: index === 1 ? '2031-05' : null,
      place: index === 2 ? 'Pier; 7' : null,
      importance: index === 2 ? 3 : null,
      ...(index === 1 ? { questions: [{ question: 'Which, when?', answer: 'a; b' }] } : {}),
      parentId: index === 0 ? null : (claims[index - 1]?.id ?? null),
      status: (['open', 'corroborated', 'refuted'] as const)[index] ?? 'open',
      confidence: index === 2 ? 1 / 3 : null,
      tagIds: index === 0 ? tags.map(({ id }) => id) : [],
      note: noteOf(shape.notes[index] ?? null),
    });
    claims.push(claim);
    records.push(claim);
  }
  const [first, second] = [annotations[0], annotations[1]];
  const far = annotations.at(-1);
  const type = newRecord(maker, 'linkType', {
    name: 'is; like, “x”',
    inverseName: 'is unlike',
    symmetric: false,
  });
  records.push(type);
  if (first !== undefined && second !== undefined && far !== undefined) {
    for (const [index, one] of [first, far].entries()) {
      const claimId = claims[1]?.id;
      const stance = index === 0 ? 'asserts' : 'denies';
      if (claimId === undefined) continue;
      records.push(newRecord(maker, 'evidence', { claimId, annotationId: one.id, stance }));
    }
    const link = (from: string, to: string, kinds: string, note?: string): void => {
      records.push(
        newRecord(maker, 'link', {
          typeId: type.id,
          from: from as AnnotationRecord['id'],
          ...(kinds.startsWith('claim') ? { fromKind: 'claim' as const } : {}),
          to: { kind: kinds.endsWith('claim') ? 'claim' : 'annotation', id: to } as never,
          ...(note === undefined ? {} : { note }),
        }),
      );
    };
    const [one, , three] = claims;
    link(first.id, second.id, 'annotation annotation', 'why “so”; and, so');
    link(first.id, far.id, 'annotation annotation');
    if (one !== undefined && three !== undefined) {
      link(first.id, one.id, 'annotation claim');
      link(one.id, three.id, 'claim claim');
      link(three.id, second.id, 'claim annotation');
    }
  }
  return {
    records: recordSourceOf(records),
    texts: { read: async (hash) => texted.get(hash) ?? null },
  };

  function articleOf(index: number): ArticleRecord {
    const isBare = index === 0;
    return newRecord(maker, 'article', {
      number: index * 4 + 2,
      revisionId: maker.id<RevisionId>(),
      detected: {
        title: isBare ? '“Ferry”: a/b; c, d #1 \\' : `Ferry ${index} 👩‍👩‍👧‍👦 שלום`,
        outlet: isBare ? null : 'The “Times”, of Sea; Sky',
        byline: isBare ? null : 'Ann Lee and Jo van der Berg',
        published: isBare ? null : '2031-05',
        url: isBare ? null : `https://example.org/a?b=${index}&c=(d)`,
        language: isBare ? null : 'en',
      },
      corrected: {},
      origins: [],
      annotationsMade: 20,
      tagIds: isBare ? tags.slice(0, 1).map(({ id }) => id) : [],
    });
  }
}

/** Up to the first line's end; the whole where it is the only one. */
function firstLine(text: string): number {
  const end = text.indexOf('\n');
  return end === -1 ? text.length : end;
}

function noteOf(lines: readonly string[] | null): RichTextNode | null {
  if (lines === null) return null;
  const content = lines.map((one) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: one }],
  }));
  return { type: 'doc', content };
}
