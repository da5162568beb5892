import { makePassage } from '../../app/anchor/passage.ts';
import type { TextOffset } from '../../app/base/brand.ts';
import type { Maker } from '../../app/base/maker.ts';
import type { LinkTypeId, TagId } from '../../app/record/ids.ts';
import { newRecord } from '../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimStatus,
  ProjectRecord,
  Stance,
} from '../../app/record/records.ts';

const statuses: readonly ClaimStatus[] = ['open', 'corroborated', 'disputed', 'refuted'];
const stances: readonly Stance[] = ['asserts', 'denies', 'reports', 'qualifies', 'questions'];
/** How many records are journalled in one change. */
const batch = 2_000;

/** Annotations of some words each, spread evenly over the text, every fifth with a note, with one tag or two. */
export function annotationsOf(
  maker: Maker,
  article: ArticleRecord,
  text: string,
  tags: readonly { readonly id: TagId }[],
  count: number,
): readonly AnnotationRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const near = Math.floor((index * (text.length - 80)) / count);
    const start = text.indexOf(' ', near) + 1;
    const end = text.indexOf(' ', start + 12 + ((index * 7) % 40));
    const range = { start: start as TextOffset, end: (end < 0 ? text.length : end) as TextOffset };
    const tag = tags[(article.number + index) % tags.length];
    const second = index % 3 === 0 ? tags[(article.number + 2 * index + 1) % tags.length] : tag;
    return newRecord(maker, 'annotation', {
      articleId: article.id,
      number: index + 1,
      passage: makePassage(text, article.revisionId, range.start, range.end),
      tagIds: [...new Set([tag, second])].flatMap((one) => one?.id ?? []),
      note:
        index % 5 === 0
          ? {
              type: 'doc',
              content: [
                {
                  type: 'paragraph',
                  content: [{ type: 'text', text: `To compare with ${article.number + index}.` }],
                },
              ],
            }
          : null,
    });
  });
}

/** Prime to any round number of annotations: steps of it come to all of them. */
const stride = 7_919;

/**
 * Claims with two pieces of evidence each, or as many as are asked for, each passage filed once, and links from annotation to
 * annotation, in lists for one change each.
 */
export function* madeOfAnnotations(
  maker: Maker,
  annotations: readonly AnnotationRecord[],
  work: { readonly claims: number; readonly links: number; readonly evidenceEach?: number },
): Generator<readonly ProjectRecord[], void, void> {
  const { claims, links, evidenceEach } = work;
  let records: ProjectRecord[] = [];
  const at = (place: number) => annotations[place % annotations.length];
  for (let index = 0; index < claims; index += 1) {
    const claim = newRecord(maker, 'claim', {
      number: index + 1,
      wording: `What was said of matter ${index + 1} by those who were there.`,
      speaker: index % 4 === 0 ? null : `Speaker ${index % 40}`,
      saidOn: '2031-05-12',
      status: statuses[index % 4] ?? 'open',
      confidence: null,
      tagIds: [],
      note: null,
    });
    records.push(claim);
    const places =
      evidenceEach === undefined
        ? [index * 19, index * 31 + 7]
        : Array.from({ length: evidenceEach }, (_, item) => (index * evidenceEach + item) * stride);
    for (const place of places) {
      const annotation = at(place);
      if (annotation === undefined) continue;
      records.push(
        newRecord(maker, 'evidence', {
          claimId: claim.id,
          annotationId: annotation.id,
          stance: stances[place % 5] ?? 'asserts',
        }),
      );
    }
    if (records.length < batch) continue;
    yield records;
    records = [];
  }
  if (links > 0) {
    const type = newRecord(maker, 'linkType', {
      name: 'echoes',
      inverseName: 'is echoed by',
      symmetric: false,
    });
    const typeId: LinkTypeId = type.id;
    records.push(type);
    for (let index = 0; index < links; index += 1) {
      const from = at(index * 5);
      const to = at(index * 5 + 10_007);
      if (from === undefined || to === undefined || from === to) continue;
      const end = { kind: 'annotation', id: to.id } as const;
      records.push(newRecord(maker, 'link', { typeId, from: from.id, to: end }));
      if (records.length < batch) continue;
      yield records;
      records = [];
    }
  }
  if (records.length > 0) yield records;
}
