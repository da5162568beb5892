import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { makePassage } from '../../../app/anchor/passage.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { TextSource } from '../../../app/exchange/exchange-format.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  ClaimRecord,
  ProjectRecord,
  Stance,
  TagColor,
  TagRecord,
} from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { countingMaker } from '../../support/records.ts';

/** A project with texts, as writers of exchange files are given it. */
export interface WrittenProject {
  readonly records: RecordIndex;
  readonly texts: TextSource;
  /** By hash. */
  readonly texted: ReadonlyMap<string, RevisionText>;
}

/** What a random project is made of. */
export interface ProjectShape {
  readonly articles: readonly {
    readonly title: string;
    readonly outlet: string | null;
    readonly published: string | null;
    readonly paragraphs: readonly string[];
    /** As parts of the text's length. */
    readonly passages: readonly {
      readonly start: number;
      readonly length: number;
      readonly tags: readonly number[];
      readonly note: readonly string[];
    }[];
    readonly tags: readonly number[];
  }[];
  readonly tags: readonly {
    readonly name: string;
    readonly parent: number;
    readonly isTop: boolean;
    readonly color: number;
    readonly description: string;
  }[];
  readonly claims: readonly {
    readonly wording: string;
    readonly speaker: string | null;
    readonly confidence: number | null;
    readonly parent: number;
    readonly isTop: boolean;
    readonly evidence: readonly { readonly annotation: number; readonly stance: number }[];
  }[];
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly symmetric: boolean;
    readonly note: string;
  }[];
}

const words = fc.constantFrom(
  ...[
    'the',
    'ferry',
    'sank',
    '“quoted words”',
    'naïve',
    '東京は',
    '😀',
    '👩‍👩‍👧',
    'e\u0301',
    'مرحبا',
    '<b>&amp;</b>',
  ],
  ...[
    '[[link]]',
    '#tag',
    '^a1-1',
    '*star*',
    '_x_',
    '`code`',
    '1.',
    '- item',
    'T1',
    '\u{1f1e9}\u{1f1ea}',
    '"',
    "it's",
    '|',
  ],
);
const sentence = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('a/b', 'CON', 'x:y', '"', '#x', 'a b', '..', 'é', '東京', 'NUL.txt', 'a\u0301'),
);
const indexes = fc.uniqueArray(fc.nat(20), { maxLength: 3 });

/** Projects with texts in several scripts, nested tags, notes, claims with evidence, links. */
export const projectShapes: fc.Arbitrary<ProjectShape> = fc.record({
  articles: fc.array(
    fc.record({
      title: sentence,
      outlet: fc.option(name),
      published: fc.option(fc.constantFrom('2031', '2031-05', '2031-05-12', '2031-05-12T09:14Z')),
      paragraphs: fc.array(sentence, { minLength: 1, maxLength: 5 }),
      passages: fc.array(
        fc.record({
          start: fc.integer({ min: 0, max: 999 }),
          length: fc.integer({ min: 0, max: 999 }),
          tags: indexes,
          note: fc.array(sentence, { maxLength: 2 }),
        }),
        { maxLength: 6 },
      ),
      tags: indexes,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  tags: fc.array(
    fc.record({
      name,
      parent: fc.nat(),
      isTop: fc.boolean(),
      color: fc.integer({ min: 1, max: 8 }),
      description: fc.oneof(fc.constant(''), sentence),
    }),
    { maxLength: 6 },
  ),
  claims: fc.array(
    fc.record({
      wording: sentence,
      speaker: fc.option(sentence),
      confidence: fc.option(fc.constantFrom(0, 0.25, 0.5, 1)),
      parent: fc.nat(),
      isTop: fc.boolean(),
      evidence: fc.array(fc.record({ annotation: fc.nat(), stance: fc.nat() }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  links: fc.array(
    fc.record({
      from: fc.nat(),
      to: fc.nat(),
      symmetric: fc.boolean(),
      note: fc.oneof(fc.constant(''), sentence),
    }),
    { maxLength: 3 },
  ),
});

const stances: readonly Stance[] = ['asserts', 'denies', 'reports', 'qualifies', 'questions'];

/** The records and texts of a shape. The same shape makes the same. */
export function projectOf(shape: ProjectShape): WrittenProject {
  const maker = countingMaker('Ada Lovelace');
  const records: ProjectRecord[] = [];
  const texted = new Map<string, RevisionText>();
  const tags = tagsOf(shape, maker);
  const annotations: AnnotationRecord[] = [];
  const pick = <One>(all: readonly One[], index: number): One | undefined =>
    all.length === 0 ? undefined : all[index % all.length];
  const tagIds = (indexes: readonly number[]) => [
    ...new Set(indexes.flatMap((index) => pick(tags, index)?.id ?? [])),
  ];
  for (const [index, planned] of shape.articles.entries()) {
    // The number keeps two texts from being one.
    const drafts = [...planned.paragraphs, `End ${index + 1}.`];
    const { text, blocks } = canonicalText(
      drafts.map((one) => ({ kind: 'paragraph' as const, text: one })),
    );
    const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
    texted.set(hash, { hash, text, blocks });
    const revisionId = maker.id<RevisionId>();
    const passages = planned.passages.map(({ start, length, tags: own, note }) => {
      const from = whole(text, Math.floor((start / 1000) * text.length));
      const to = whole(text, Math.min(text.length, from + 1 + Math.floor((length / 1000) * 60)));
      return { range: trimmed(text, from, to), tags: own, note };
    });
    const kept = passages.flatMap(({ range, ...rest }) =>
      range === null ? [] : [{ range, ...rest }],
    );
    const article = newRecord(maker, 'article', {
      number: index + 1,
      revisionId,
      detected: {
        title: planned.title,
        outlet: planned.outlet === null ? null : planned.outlet.trim() || null,
        byline: null,
        published: planned.published,
        url: `https://example.org/${index + 1}`,
        language: 'en',
      },
      corrected: {},
      origins: [],
      annotationsMade: kept.length,
      tagIds: tagIds(planned.tags),
    });
    records.push(article);
    records.push({
      ...newRecord(maker, 'revision', {
        articleId: article.id,
        hash,
        length: text.length,
        blockCount: blocks.length,
        wordCount: 1,
      }),
      id: revisionId,
    });
    for (const [at, { range, tags: own, note }] of kept.entries()) {
      const made = newRecord(maker, 'annotation', {
        articleId: article.id,
        number: at + 1,
        passage: makePassage(text, revisionId, range.start as TextOffset, range.end as TextOffset),
        tagIds: tagIds(own),
        note: noteNode(note),
      });
      annotations.push(made);
    }
  }
  records.push(...tags, ...annotations);
  const claims: ClaimRecord[] = [];
  for (const [
    index,
    { wording, speaker, confidence, parent, isTop, evidence },
  ] of shape.claims.entries()) {
    const claim = newRecord(maker, 'claim', {
      number: index + 1,
      wording,
      speaker,
      saidOn: null,
      parentId: isTop ? null : (pick(claims, parent)?.id ?? null),
      status: 'disputed',
      confidence,
      tagIds: tagIds([index]),
      note: null,
    });
    claims.push(claim);
    records.push(claim);
    const filed = new Set<string>();
    for (const { annotation, stance } of evidence) {
      const found = pick(annotations, annotation);
      if (found === undefined || filed.has(found.id)) continue;
      filed.add(found.id);
      records.push(
        newRecord(maker, 'evidence', {
          claimId: claim.id,
          annotationId: found.id,
          stance: stances[stance % stances.length] ?? 'asserts',
        }),
      );
    }
  }
  const types = [false, true].map((symmetric) =>
    newRecord(maker, 'linkType', {
      name: symmetric ? 'differs from' : 'repeats',
      inverseName: symmetric ? 'differs from' : 'is repeated by',
      symmetric,
    }),
  );
  records.push(...types);
  for (const { from, to, symmetric, note } of shape.links) {
    const [start, end] = [pick(annotations, from), pick([...annotations, ...claims], to)];
    const type = types.find((one) => one.symmetric === symmetric);
    if (start === undefined || end === undefined || type === undefined || start.id === end.id)
      continue;
    records.push(
      newRecord(maker, 'link', {
        typeId: type.id,
        from: start.id,
        to:
          end.kind === 'claim'
            ? { kind: 'claim' as const, id: end.id }
            : { kind: 'annotation' as const, id: end.id },
        ...(note === '' ? {} : { note }),
      }),
    );
  }
  const index = new RecordIndex();
  index.load(records);
  return { records: index, texted, texts: { read: async (hash) => texted.get(hash) ?? null } };
}

function tagsOf(shape: ProjectShape, maker: Maker): readonly TagRecord[] {
  const tags: TagRecord[] = [];
  for (const [index, { name: given, parent, isTop, color, description }] of shape.tags.entries()) {
    const above = isTop ? undefined : tags[parent % Math.max(1, tags.length)];
    tags.push(
      newRecord(maker, 'tag', {
        name: `${given.replace(/[\s\p{Cc}]+/gu, ' ').trim()}${index}`,
        parentId: above?.id ?? null,
        color: color as TagColor,
        description,
        key: null,
      }),
    );
  }
  return tags;
}

/** A place that splits no pair. */
function whole(text: string, offset: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } | null {
  const found = text.slice(from, to);
  const start = from + (found.length - found.trimStart().length);
  const end = start + found.trim().length;
  return start < end ? { start, end } : null;
}

function noteNode(lines: readonly string[]): RichTextNode | null {
  const content = lines.map((line) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: line }],
  }));
  return content.length === 0 ? null : { type: 'doc', content };
}
