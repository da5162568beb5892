import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { AttrStep } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Citation } from '../../app/brief/cited-ids.ts';
import type { AnnotationId, ClaimId } from '../../app/record/ids.ts';
import { nodeCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { markPlaces, type NumberedPlace, numberedPlaces } from './mark-citations.ts';
import { quickDecorations } from './quick-decorations.ts';

interface Numbering {
  /** What the numbers follow from; as long as it stays the same, the decorations are only moved. */
  readonly key: string;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Numbering>('citation-numbers');

/**
 * Marks citations and footnotes in document order, as the brief's style does (`markPlaces`), and keeps the marks out of the document:
 * each citation gets a node decoration whose spec holds them as one string, read by `numbersOf`. Cost: a walk over the
 * document where a change takes away or adds something numbered; decorations are made anew only when their order changes.
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
        const recount = transaction.getMeta(key) === true || changesNumbered(transaction);
        return recount ? number(state.doc, source, moved) : moved;
      },
    },
    props: {
      decorations: (state) => {
        const numbering = key.getState(state);
        return numbering && quickDecorations(numbering.decorations);
      },
    },
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

/** The marks that a citation's decorations give it: one for a quotation, one for each evidence of a claim. */
export function numbersOf(decorations: readonly Decoration[]): readonly string[] {
  for (const { spec } of decorations) {
    if (typeof spec.numbers === 'string' && spec.numbers !== '') return spec.numbers.split('\n');
  }
  return [];
}

/** Whether a change took away or added something that has a number; typing does not. */
function changesNumbered({ steps, docs, doc, mapping }: Transaction): boolean {
  return steps.some((step, index) => {
    const before = docs[index];
    const after = docs[index + 1] ?? doc;
    let found = before === undefined;
    mapping.maps[index]?.forEach((oldFrom, oldTo, newFrom, newTo) => {
      found ||= before !== undefined && hasNumbered(before, oldFrom, oldTo);
      found ||= hasNumbered(after, newFrom, newTo);
    });
    return found || step instanceof AttrStep;
  });
}

function hasNumbered(doc: Node, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, (node) => {
    found ||= nodeCitation(node) !== null || node.type.name === 'footnote';
    return !found;
  });
  return found;
}

/** The numbering of a document; `before` itself where nothing changed. */
function number(doc: Node, source: CitationSource, before: Numbering | null): Numbering {
  const places = numberedPlaces(doc);
  const evidenceOf = evidenceFinder(source);
  const marked = markPlaces(doc, places, source.marks?.() ?? null, (citation) =>
    quotedIn(citation, evidenceOf),
  );
  const specs = places.map((place, index) =>
    place.citation === null
      ? { note: Number(marked[index]?.[0] ?? 0) }
      : { id: place.citation.id, numbers: marked[index]?.join('\n') ?? '' },
  );
  const next = JSON.stringify(specs);
  if (before?.key === next && standsAt(before.decorations, places)) return before;
  const isInText = source.marks?.().place === 'text';
  const decorations = places.map((place, index) => {
    const { from, to } = place;
    const isAlone = isInText && namesItself(doc, place, marked[index] ?? []);
    return Decoration.node(from, to, isAlone ? { 'data-alone': '' } : {}, specs[index]);
  });
  return { key: next, decorations: DecorationSet.create(doc, decorations) };
}

/** Whether what the style writes for a whole article stands for it alone, as it is printed (rule C15). */
function namesItself(
  doc: Node,
  { from, citation }: NumberedPlace,
  marks: readonly string[],
): boolean {
  if (citation?.kind !== 'article' || !/\p{L}{2}/u.test(marks.join(' '))) return false;
  const at = doc.resolve(from);
  return at.parent.textBetween(0, at.parentOffset, '', 'x').trim() !== '';
}

function quotedIn(
  citation: Citation,
  evidenceOf: (id: ClaimId) => readonly AnnotationId[],
): readonly AnnotationId[] {
  if (citation.kind === 'claim') return evidenceOf(citation.id);
  return citation.kind === 'annotation' ? [citation.id] : [];
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
