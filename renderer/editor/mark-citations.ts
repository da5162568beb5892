import type { Node } from 'prosemirror-model';
import type { Citation } from '../../app/brief/cited-ids.ts';
import { numberCitations } from '../../app/brief/number-citations.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { CitationMarks } from './citation-marks.ts';
import { nodeCitation } from './citation-node.ts';
import type { CitationTarget } from './citation-source.ts';

/** A citation, or a footnote, in a document. */
export interface NumberedPlace {
  readonly from: number;
  readonly to: number;
  /** `null`: a footnote. */
  readonly citation: Citation | null;
  /** Whether it stands in a footnote: then it has no note of its own. */
  readonly inFootnote: boolean;
}

/** The citations and footnotes of a document, in its order. Cost: a walk over it. */
export function numberedPlaces(doc: Node): NumberedPlace[] {
  const places: NumberedPlace[] = [];
  let footnoteEnd = 0;
  doc.descendants((node, from) => {
    const to = from + node.nodeSize;
    const citation = nodeCitation(node);
    const inFootnote = from < footnoteEnd;
    if (citation !== null) places.push({ from, to, citation, inFootnote });
    else if (node.type.name === 'footnote') {
      places.push({ from, to, citation: null, inFootnote });
      footnoteEnd = to;
    }
  });
  return places;
}

/**
 * The marks of each place, in their order: of a footnote its number, of a citation one for each quotation (none for a whole
 * article where `marks` is `null`); of places that are cited together the last one has the mark of all (rule C8). `quoted`
 * gives the annotations that a citation quotes.
 */
export function markPlaces(
  doc: Node,
  places: readonly NumberedPlace[],
  marks: CitationMarks | null,
  quoted: (citation: Citation) => readonly AnnotationId[],
): (readonly string[])[] {
  const targets = places.map(({ citation }): readonly CitationTarget[] => {
    if (citation === null) return [];
    if (citation.kind === 'article') return [{ kind: 'article', id: citation.id }];
    return quoted(citation).map((id) => ({ kind: 'annotation', id }));
  });
  const clusters = citedInOne(doc, places, targets);
  marks?.arrange(clusters.flat());
  if (marks?.place === 'notes') return noteMarks(doc, places, targets);
  let notes = 0;
  const numbers = numberCitations(
    places.flatMap(({ citation }) => citation ?? []),
    (id) => quoted({ kind: 'claim', id }),
  );
  return places.map(({ citation }, index) => {
    if (citation === null) {
      notes += 1;
      return [String(notes)];
    }
    if (marks !== null) return (clusters[index] ?? []).map((one) => marks.textOf(one) ?? '…');
    const own = targets[index] ?? [];
    return own.flatMap((target) =>
      target.kind === 'annotation' ? [String(numbers.get(target.id) ?? '')] : [],
    );
  });
}

/** What each place cites, each evidence of a claim by itself; all that is cited together at the last of its places. */
function citedInOne(
  doc: Node,
  places: readonly NumberedPlace[],
  targets: readonly (readonly CitationTarget[])[],
): (readonly CitationTarget[])[][] {
  const found: (readonly CitationTarget[])[][] = [];
  for (const [index, place] of places.entries()) {
    const own = targets[index] ?? [];
    const before = places[index - 1];
    const together =
      before !== undefined && citedTogether(doc, before, place)
        ? found[index - 1]?.pop()
        : undefined;
    found.push(together === undefined ? own.map((one) => [one]) : [[...together, ...own]]);
  }
  return found;
}

/** Each place that cites has a note, and places with nothing between them have one, at the last of them (rule C8). */
function noteMarks(
  doc: Node,
  places: readonly NumberedPlace[],
  targets: readonly (readonly CitationTarget[])[],
): string[][] {
  let count = 0;
  const found: string[][] = [];
  for (const [index, place] of places.entries()) {
    if (place.inFootnote) {
      found.push([]);
      continue;
    }
    const before = places[index - 1];
    const last = found[index - 1];
    if (before !== undefined && last !== undefined && citedTogether(doc, before, place)) {
      found.push([...last]);
      last.length = 0;
      continue;
    }
    const own = place.citation === null ? 1 : (targets[index]?.length ?? 0);
    found.push(Array.from({ length: own }, (_, at) => String(count + at + 1)));
    count += own;
  }
  return found;
}

function citedTogether(doc: Node, before: NumberedPlace, place: NumberedPlace): boolean {
  if (!isInLine(before.citation) || !isInLine(place.citation)) return false;
  if (before.to === place.from) return true;
  if (place.citation?.kind !== 'article') return false;
  return /^\s*$/u.test(doc.textBetween(before.to, place.from, '|', '|'));
}

function isInLine(citation: Citation | null): boolean {
  return (
    citation?.kind === 'article' || (citation?.kind === 'annotation' && citation.form === 'inline')
  );
}
