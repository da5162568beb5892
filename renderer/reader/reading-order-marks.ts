import type { Segment } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { ReaderSpan } from './reader-span.ts';

/**
 * What a screen reader says where annotations begin and end, as attributes of the mark of a segment (rule A16).
 * `reader.css` makes them the alternative text of empty generated content: it is in the accessibility tree between the
 * words, but takes no room, and is never selected, copied, found or counted. Segments inside have none.
 */
export function readingOrderMarks(
  segment: Segment<AnnotationId>,
  spans: ReadonlyMap<AnnotationId, ReaderSpan>,
): Readonly<Record<string, string>> {
  const starts: string[] = [];
  const ends: string[] = [];
  for (const id of segment.ids) {
    const span = spans.get(id);
    if (span?.name === undefined) continue;
    if (span.start === segment.start) starts.push(span.name);
    // The inner one ends first.
    if (span.end === segment.end) ends.unshift(numberOf(span.name));
  }
  return {
    ...(starts.length === 0 ? {} : { 'data-starts': `Annotation ${starts.join(', ')}: ` }),
    ...(ends.length === 0 ? {} : { 'data-ends': ` End of ${ends.join(', ')}. ` }),
  };
}

/** `3:10` of `3:10 figure`. */
function numberOf(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}
