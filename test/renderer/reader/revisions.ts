import fc from 'fast-check';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { TagColor } from '../../../app/record/records.ts';
import type { Block, BlockKind, RevisionText } from '../../../app/record/text.ts';
import type { ReaderSpan } from '../../../renderer/reader/reader-span.ts';

const kinds = [
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'caption',
  'table-cell',
] as const satisfies readonly BlockKind[];

/** A revision of blocks given as `[kind, text]`, or as text alone for a paragraph. Headings have level 1. */
export function revisionOf(
  ...parts: readonly (string | readonly [BlockKind, string])[]
): RevisionText {
  const texts: string[] = [];
  const blocks: Block[] = [];
  let start = 0;
  for (const part of parts) {
    const [kind, text] = typeof part === 'string' ? (['paragraph', part] as const) : part;
    const end = start + text.length;
    const range = { start: start as TextOffset, end: end as TextOffset };
    blocks.push(kind === 'heading' ? { kind, level: 1, ...range } : { kind, ...range });
    texts.push(text);
    start = end + 1;
  }
  return { hash: 'hash' as RevisionHash, text: texts.join('\n'), blocks };
}

/** An annotation of a reader, named by its id. */
export function spanOf(
  id: string,
  start: number,
  end: number,
  ...colors: readonly TagColor[]
): ReaderSpan {
  return { id: id as AnnotationId, start: start as TextOffset, end: end as TextOffset, colors };
}

const pieces = [
  'a',
  'word ',
  'Xi ',
  '习近平',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  'שלום ',
  'مرحبا ',
  '\u00a0',
  '&<',
  'ﬁ',
];

/** Texts with what makes offsets hard: astral letters, marks that combine, writing from the right, CJK. */
export const randomRevisions = fc
  .array(
    fc.tuple(
      fc.constantFrom(...kinds),
      fc
        .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
        .map((list) => list.join('')),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => revisionOf(...parts));

/** Annotations of a revision, whole code points each, some of them across blocks. Ids begin with `prefix`. */
export function randomSpans(
  { text }: RevisionText,
  prefix = 's',
): fc.Arbitrary<readonly ReaderSpan[]> {
  const places = [0];
  for (const point of text) {
    places.push((places.at(-1) ?? 0) + point.length);
  }
  const color = fc.integer({ min: 1, max: 8 }).map((value) => value as TagColor);
  return fc
    .array(
      fc.tuple(
        fc.nat(places.length - 1),
        fc.nat(places.length - 1),
        fc.array(color, { maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((list) =>
      list.flatMap(([first, second, colors], index) => {
        const start = places[Math.min(first, second)] ?? 0;
        const end = places[Math.max(first, second)] ?? 0;
        return start === end ? [] : [spanOf(`${prefix}${index}`, start, end, ...colors)];
      }),
    );
}
