import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Citation } from '../../app/brief/cited-ids.ts';
import { numberCitations } from '../../app/brief/number-citations.ts';
import type { AnnotationId, ClaimId } from '../../app/record/ids.ts';
import { nodeCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';

interface Numbering {
  /** What the numbers follow from; as long as it stays the same, the decorations are only moved. */
  readonly key: string;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Numbering>('citation-numbers');

/**
 * Numbers citations in document order, as exports do (`numberCitations`), and keeps the numbers out of the document:
 * each citation gets a node decoration whose spec holds them as one string, read by `numbersOf`. Cost: a walk over the
 * document a change; decorations are made anew only when the order of citations changes.
 */
export function citationNumbers(source: CitationSource): Plugin<Numbering> {
  return new Plugin<Numbering>({
    key,
    state: {
      init: (_config, state) => number(state.doc, source, null),
      apply: (transaction, before, _old, state) => {
        const moved = transaction.docChanged
          ? { key: before.key, decorations: before.decorations.map(transaction.mapping, state.doc) }
          : before;
        const recount = transaction.docChanged || transaction.getMeta(key) === true;
        return recount ? number(state.doc, source, moved) : moved;
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => ({
      destroy: source.subscribe(() => {
        const { state } = view;
        const before = key.getState(state) ?? null;
        // Most changes of records number nothing anew: no transaction then.
        if (number(state.doc, source, before) !== before) {
          view.dispatch(state.tr.setMeta(key, true).setMeta('addToHistory', false));
        }
      }),
    }),
  });
}

/** The numbers that a citation's decorations give it: one for a quotation, one for each evidence of a claim. */
export function numbersOf(decorations: readonly Decoration[]): readonly number[] {
  for (const { spec } of decorations) {
    if (typeof spec.numbers === 'string' && spec.numbers !== '') {
      return spec.numbers.split(',').map(Number);
    }
  }
  return [];
}

/** The numbering of a document; `before` itself where nothing changed. */
function number(doc: Node, source: CitationSource, before: Numbering | null): Numbering {
  const places: { readonly from: number; readonly to: number; readonly citation: Citation }[] = [];
  doc.descendants((node, from) => {
    const citation = nodeCitation(node);
    if (citation !== null) places.push({ from, to: from + node.nodeSize, citation });
  });
  const evidenceOf = evidenceFinder(source);
  const numbers = numberCitations(
    places.map(({ citation }) => citation),
    evidenceOf,
  );
  const labels = places.map(({ citation }) =>
    (citation.kind === 'claim' ? evidenceOf(citation.id) : [citation.id])
      .map((id) => numbers.get(id))
      .join(','),
  );
  const next = places.map(({ citation }, index) => `${citation.id} ${labels[index]}`).join('\n');
  if (before?.key === next && standsAt(before.decorations, places)) return before;
  const decorations = places.map(({ from, to }, index) =>
    Decoration.node(from, to, {}, { numbers: labels[index] }),
  );
  return { key: next, decorations: DecorationSet.create(doc, decorations) };
}

/** Asks the source once for each claim. */
function evidenceFinder(source: CitationSource): (id: ClaimId) => readonly AnnotationId[] {
  const known = new Map<ClaimId, readonly AnnotationId[]>();
  return (id) => {
    const ids = known.get(id) ?? source.claim(id)?.evidence.map((item) => item.annotationId) ?? [];
    known.set(id, ids);
    return ids;
  };
}

/** Whether moving the decorations lost none: a citation that is replaced by its like loses its own. */
function standsAt(set: DecorationSet, places: readonly { readonly from: number }[]): boolean {
  const found = set.find();
  const starts = new Set(found.map((item) => item.from));
  return found.length === places.length && places.every(({ from }) => starts.has(from));
}
