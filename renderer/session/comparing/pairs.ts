import { comparedWords } from '../../../app/compare/compared-words.ts';
import type { SharedPassage, SharedRange } from '../../../app/compare/shared-passages.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, LinkRecord, RevisionRecord } from '../../../app/record/records.ts';
import type { Pane } from '../session-state.ts';
import type { ComparedEnd, ComparedPair } from './comparing-state.ts';

/** A pane of the comparison with the revision it shows, and its text once it is read. */
export interface ComparedPane {
  readonly pane: Pane;
  readonly revision: RevisionRecord;
  readonly text: string | null;
}

/**
 * The pairs of a comparison (rule W7). `found` gives the parallel passages of two panes, the left one first; empty as
 * long as they are being looked for. Cost: the annotations of the articles, their links, and what was found.
 */
export function pairsOf(
  records: RecordSource,
  panes: readonly ComparedPane[],
  found: (left: ComparedPane, right: ComparedPane) => readonly SharedPassage[],
): readonly ComparedPair[] {
  const linked = linkedPairs(records, panes);
  const pairs: ComparedPair[] = [...linked];
  for (const [index, left] of panes.entries()) {
    for (const right of panes.slice(index + 1)) {
      const links = linked.filter(
        (pair) => pair.left.paneId === left.pane.id && pair.right.paneId === right.pane.id,
      );
      for (const passage of found(left, right)) {
        if (links.some((link) => isSame(link, passage))) continue;
        pairs.push(parallelPair(left, right, passage));
      }
    }
  }
  const order = new Map(panes.map(({ pane }, index) => [pane.id, index]));
  const place = (end: ComparedEnd): number => order.get(end.paneId) ?? 0;
  return pairs.sort(
    (one, other) =>
      place(one.left) - place(other.left) ||
      one.left.start - other.left.start ||
      place(one.right) - place(other.right) ||
      one.right.start - other.right.start ||
      (one.key < other.key ? -1 : 1),
  );
}

/** Links whose two ends stand on the revisions of two panes. */
function linkedPairs(
  records: RecordSource,
  panes: readonly ComparedPane[],
): readonly ComparedPair[] {
  const ends = new Map<string, readonly [index: number, annotation: AnnotationRecord]>();
  for (const [index, { pane, revision }] of panes.entries()) {
    for (const annotation of records.annotationsOf(pane.articleId)) {
      if (annotation.passage.revisionId === revision.id)
        ends.set(annotation.id, [index, annotation]);
    }
  }
  const pairs: ComparedPair[] = [];
  for (const [id, [index, annotation]] of ends) {
    for (const link of records.linksAt(id as AnnotationId)) {
      // Each link is met at both ends.
      if (link.from !== id || link.fromKind === 'claim') continue;
      const other = link.to.kind === 'annotation' ? ends.get(link.to.id) : undefined;
      if (other === undefined || other[0] === index) continue;
      pairs.push(linkedPair(records, panes, [index, annotation], other, link));
    }
  }
  return pairs;
}

function linkedPair(
  records: RecordSource,
  panes: readonly ComparedPane[],
  from: readonly [number, AnnotationRecord],
  to: readonly [number, AnnotationRecord],
  link: LinkRecord,
): ComparedPair {
  const [first, second] = from[0] < to[0] ? [from, to] : [to, from];
  const end = ([index, { passage, articleId }]: readonly [
    number,
    AnnotationRecord,
  ]): ComparedEnd => ({
    paneId: panes[index]?.pane.id ?? 'compare-1',
    articleId,
    revisionId: passage.revisionId,
    start: passage.start,
    end: passage.end,
    quote: passage.quote,
  });
  const [left, right] = [end(first), end(second)];
  const ours = keysOf(left.quote);
  return {
    key: `${link.id}`,
    left,
    right,
    link,
    type: records.get('linkType', link.typeId),
    verbatim: ours.join(' ') === keysOf(right.quote).join(' '),
    words: ours.length,
  };
}

const keysOf = (text: string): readonly string[] => comparedWords(text).map(({ key }) => key);

function parallelPair(
  left: ComparedPane,
  right: ComparedPane,
  passage: SharedPassage,
): ComparedPair {
  const end = ({ pane, revision, text }: ComparedPane, range: SharedRange): ComparedEnd => ({
    paneId: pane.id,
    articleId: pane.articleId,
    revisionId: revision.id,
    ...range,
    quote: text?.slice(range.start, range.end) ?? '',
  });
  const places = [passage.left, passage.right].map(({ start, end: to }) => `${start}-${to}`);
  return {
    key: `${left.revision.id} ${right.revision.id} ${places.join(' ')}`,
    left: end(left, passage.left),
    right: end(right, passage.right),
    link: null,
    type: null,
    verbatim: passage.verbatim,
    words: passage.words,
  };
}

/** Whether a link joins what a parallel passage does already: both ends overlap for more than half of it. */
function isSame(link: ComparedPair, passage: SharedPassage): boolean {
  return overlap(link.left, passage.left) > 0.5 && overlap(link.right, passage.right) > 0.5;
}

function overlap(one: SharedRange, other: SharedRange): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared / (other.end - other.start);
}
