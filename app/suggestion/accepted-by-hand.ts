import type { SuggestedPassage, Suggestion } from '../host/suggestions.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord } from '../record/records.ts';
import { passagesOf } from './suggestion-passages.ts';

/**
 * Whether the analyst said by hand what a suggestion proposes (rule Z4): a pair whose passages are linked or stand under
 * one claim, a cluster of whose passages two thirds stand under one, a quotation that stands under one, a conflict whose passages are
 * linked as contradicting, a silence that is confirmed. Cost: the annotations of the articles and what hangs on those there.
 */
export function isAcceptedByHand(source: RecordSource, suggestion: Suggestion): boolean {
  if (suggestion.kind === 'silence') {
    const { claimId, articleId } = suggestion;
    return source.silencesOf(claimId).some((silence) => silence.articleId === articleId);
  }
  if (suggestion.kind === 'cluster') return standsUnderClaim(source, suggestion.passages);
  const marked: (readonly AnnotationRecord[])[] = [];
  for (const passage of passagesOf(suggestion)) {
    const there = annotationsAt(source, passage);
    if (there.length === 0) return false;
    marked.push(there);
  }
  const [one = [], other = []] = marked;
  switch (suggestion.kind) {
    case 'parallel':
      return areLinked(source, one, other, null) || shareClaim(source, marked);
    case 'conflict':
      return areLinked(source, one, other, 'contradicts');
    default:
      return shareClaim(source, marked);
  }
}

/** The annotations that share at least half of the shorter of the two with a passage. */
function annotationsAt(
  source: RecordSource,
  { articleId, revisionId, start, end }: SuggestedPassage,
): readonly AnnotationRecord[] {
  return source.annotationsOf(articleId).filter(({ passage }) => {
    if (passage.revisionId !== revisionId) return false;
    const both = Math.min(end, passage.end) - Math.max(start, passage.start);
    return both > 0 && both * 2 >= Math.min(end - start, passage.end - passage.start);
  });
}

function areLinked(
  source: RecordSource,
  ones: readonly AnnotationRecord[],
  others: readonly AnnotationRecord[],
  typeName: string | null,
): boolean {
  const ids = new Set<string>(others.map(({ id }) => id));
  return ones.some(({ id }) =>
    source.linksAt(id).some(({ from, to, typeId }) => {
      if (!ids.has(from === id ? to.id : from)) return false;
      return typeName === null || source.get('linkType', typeId)?.name === typeName;
    }),
  );
}

/**
 * Whether one claim has evidence for most passages of a cluster. Not for all: one more copy would have a second claim made of
 * the same passages.
 */
function standsUnderClaim(source: RecordSource, passages: readonly SuggestedPassage[]): boolean {
  const counts = new Map<string, number>();
  for (const passage of passages) {
    const claims = annotationsAt(source, passage).flatMap(({ id }) =>
      source.evidenceFor(id).map(({ claimId }) => claimId),
    );
    for (const id of new Set<string>(claims)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts.values()].some((count) => count * 3 >= passages.length * 2);
}

/** Whether one claim has evidence among the annotations of each passage. */
function shareClaim(
  source: RecordSource,
  marked: readonly (readonly AnnotationRecord[])[],
): boolean {
  let shared: Set<string> | null = null;
  for (const annotations of marked) {
    const here = new Set<string>(
      annotations.flatMap(({ id }) => source.evidenceFor(id).map(({ claimId }) => claimId)),
    );
    const before: Set<string> = shared ?? here;
    shared = new Set([...here].filter((id) => before.has(id)));
    if (shared.size === 0) return false;
  }
  return shared !== null;
}
