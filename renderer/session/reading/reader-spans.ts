import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import { annotationLabel } from '../../../app/annotation/annotation-label.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type {
  AnnotationRecord,
  Passage,
  RevisionRecord,
  TagColor,
  TagRecord,
} from '../../../app/record/records.ts';
import type { ReaderSpan } from '../../reader/create-reader.ts';
import type { AnnotationFilter } from '../codebook/tag-filter.ts';

/** What a reader of a revision draws, from the records and the tag filter as they are when it is asked. */
export interface ReaderSpans {
  /**
   * The annotations on the revision, or carried over from it (V5), that stand where they say (A2, A3) and that the filter lets through, with their
   * colours. The same list until something of it may have changed. Cost: what changed, and comparing the two lists.
   */
  get(filter: AnnotationFilter | null): readonly ReaderSpan[];
}

/** What was made of the annotations at the last asking. The lists have one item for each annotation. */
interface Made {
  readonly annotations: readonly AnnotationRecord[];
  readonly tags: readonly TagRecord[];
  readonly filter: AnnotationFilter | null;
  /** `null`: it is on another revision, or does not stand where it says. */
  readonly all: readonly (ReaderSpan | null)[];
  /** `null`: it is not drawn. */
  readonly passed: readonly (ReaderSpan | null)[];
  readonly drawn: readonly ReaderSpan[];
}

const nothing: Made = { annotations: [], tags: [], filter: null, all: [], passed: [], drawn: [] };

export function readerSpans(
  records: RecordSource,
  revision: RevisionRecord,
  text: string,
): ReaderSpans {
  let made = nothing;
  // Its number never changes.
  const article = records.get('article', revision.articleId);

  function spanOf(annotation: AnnotationRecord): ReaderSpan | null {
    const { id } = annotation;
    const passage = passageOn(annotation, revision.id);
    if (passage === null || !isAnchored(passage, text)) return null;
    const { start, end } = passage;
    return {
      id,
      start,
      end,
      colors: annotationColors(records, annotation),
      name: nameOf(annotation),
    };
  }

  /** `3:10 figure, quote`. */
  function nameOf(annotation: AnnotationRecord): string {
    const tags = annotation.tagIds.flatMap((id) => records.get('tag', id)?.name ?? []);
    const number = article === null ? '' : annotationLabel(article, annotation);
    return tags.length === 0 ? number : `${number} ${tags.join(', ')}`;
  }

  /** The codebook changed: what has other colours or names by now is another span. */
  function recolored(): Made {
    const all = made.all.map((span, index) => {
      const annotation = made.annotations[index];
      if (span === null || annotation === undefined) return span;
      const colors = annotationColors(records, annotation);
      const name = nameOf(annotation);
      const isSame =
        name === span.name &&
        colors.length === span.colors.length &&
        colors.every((color, at) => color === span.colors[at]);
      return isSame ? span : { ...span, colors, name };
    });
    return filtered({ ...made, all }, made.filter);
  }

  return {
    get(filter) {
      const annotations = records.annotationsOf(revision.articleId);
      const tags = records.list('tag');
      if (tags !== made.tags) made = { ...recolored(), tags };
      if (annotations !== made.annotations) {
        const before = made;
        const [from, after] = sameEnds(before.annotations, annotations);
        const fresh = annotations.slice(from, annotations.length - after);
        const spans = fresh.map(spanOf);
        const all = withMiddle(before.all, from, after, spans);
        const passedSpans = spans.map((span, index) => passedBy(before.filter, fresh[index], span));
        const passed =
          before.filter === null ? all : withMiddle(before.passed, from, after, passedSpans);
        made = { ...before, annotations, all, passed, drawn: withoutNull(passed) };
      }
      if (filter !== made.filter) made = filtered(made, filter);
      return made.drawn;
    },
  };
}

function filtered(made: Made, filter: AnnotationFilter | null): Made {
  const passed = made.all.map((span, index) => passedBy(filter, made.annotations[index], span));
  return { ...made, filter, passed, drawn: withoutNull(passed) };
}

function passedBy(
  filter: AnnotationFilter | null,
  annotation: AnnotationRecord | undefined,
  span: ReaderSpan | null,
): ReaderSpan | null {
  return filter === null || (annotation !== undefined && filter(annotation)) ? span : null;
}

/** Mostly there is nothing to leave out, and finding that out is a hundred times as fast as copying 10,000. */
function withoutNull(spans: readonly (ReaderSpan | null)[]): readonly ReaderSpan[] {
  return isWhole(spans) ? spans : spans.filter((span) => span !== null);
}

function isWhole(spans: readonly (ReaderSpan | null)[]): spans is readonly ReaderSpan[] {
  return !spans.includes(null);
}

/** A list with another middle between its first `from` and its last `after` items. */
function withMiddle<Item>(
  list: readonly Item[],
  from: number,
  after: number,
  middle: readonly Item[],
): readonly Item[] {
  return list.slice(0, from).concat(middle, list.slice(list.length - after));
}

/** The passage of an annotation on a revision: its own, or the one that it was carried over from (V5). */
function passageOn(
  { passage, carried }: AnnotationRecord,
  revisionId: RevisionRecord['id'],
): Passage | null {
  if (passage.revisionId === revisionId) return passage;
  return carried?.from.revisionId === revisionId ? carried.from : null;
}

/** How many items two lists begin and end with that are the very same. Thousands at each highlight: no calls in the loops. */
function sameEnds<Item>(left: readonly Item[], right: readonly Item[]): [number, number] {
  const shorter = Math.min(left.length, right.length);
  let from = 0;
  while (from < shorter && left[from] === right[from]) from += 1;
  let [at, other] = [left.length, right.length];
  while (at > from && other > from && left[at - 1] === right[other - 1]) {
    at -= 1;
    other -= 1;
  }
  return [from, left.length - at];
}

/** The colours of an annotation's tags, in their order. Empty: no tag. */
function annotationColors(
  records: RecordSource,
  annotation: AnnotationRecord,
): readonly TagColor[] {
  return annotation.tagIds.flatMap((id) => records.get('tag', id)?.color ?? []);
}
