import type { Node } from 'prosemirror-model';
import { NodeSelection, type Selection, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { CheckPlace } from '../../app/brief/check/check-item.ts';
import { acceptQuote } from '../../app/brief/live/accept-changes.ts';
import type { QuoteAlteration } from '../../app/brief/quote-alterations.ts';
import type { RichTextNode } from '../../app/record/rich-text.ts';
import { bringIntoView } from './bring-into-view.ts';
import { footnoteAround, nodeCitation, selectedCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { documentJson } from './document-json.ts';
import type { FootnoteViews } from './footnote-view.ts';
import { markPlace } from './shown-place.ts';

/**
 * The citations of the brief that is shown, as values, and the places that a check found. Those in footnotes are selected in
 * the footnote's field, which opens for it.
 */
export interface BriefCitations {
  /** The citation that is selected as a whole, as it is stored; the same value until it is another. `null`: none is. */
  selected(): RichTextNode | null;
  /** Selects the next (1) or the citation before (-1) that is wanted, going on at the other end. False: there is none. */
  step(direction: 1 | -1, wanted: (citation: RichTextNode) => boolean): boolean;
  /**
   * Gives citations other attributes, as one edit: the selected one, or all. What `update` gives back as the same object
   * stays. How many were changed; 0 if the editor is read-only.
   */
  update(which: 'selected' | 'all', update: (citation: RichTextNode) => RichTextNode): number;
  /**
   * Gives the selected quotation other alterations, for the words that it has now: of what it keeps, the words are
   * accepted with that and nothing else (rule I22). False: none is selected, or the editor is read-only.
   */
  alter(alterations: readonly QuoteAlteration[]): boolean;
  /** Selects and marks a place and brings it into view; the keyboard stays where it is. False: it is not in the document any more. */
  goTo(place: CheckPlace): boolean;
}

/** Makes them for the editor of a brief. `footnotes`: its own, in whose fields citations are selected as well. */
export function briefCitations(
  view: EditorView,
  footnotes: FootnoteViews,
  source: CitationSource,
  readOnly: boolean,
): BriefCitations {
  let known: { readonly node: Node; readonly json: RichTextNode } | null = null;

  /** The view in which a citation is selected: the open footnote's field, or the text. `null`: none is. */
  function holder(): EditorView | null {
    const { field } = footnotes;
    if (field !== null && selectedCitation(field.state) !== null) return field;
    return selectedCitation(view.state) === null ? null : view;
  }

  function selected(): RichTextNode | null {
    const selection = holder()?.state.selection;
    if (!(selection instanceof NodeSelection)) return null;
    if (known?.node !== selection.node) {
      known = { node: selection.node, json: documentJson(selection.node) };
    }
    return known.json;
  }

  /** Selects positions of the document; those in a footnote in its field, which is opened. */
  function select(place: Place): void {
    const note = footnoteAround(view.state.doc.resolve(place.from));
    const { tr } = view.state;
    if (note === null) {
      const selection = selectionOf(tr.doc, place);
      view.dispatch(marked(tr.setSelection(selection), place));
      bringIntoView(view, selection.from, 'center');
      return;
    }
    view.dispatch(marked(tr.setSelection(NodeSelection.create(tr.doc, note)), place));
    const { field } = footnotes;
    if (field === null) return;
    const inner = { ...place, from: place.from - note - 1, to: place.to - note - 1 };
    const selection = selectionOf(field.state.doc, inner);
    field.dispatch(field.state.tr.setSelection(selection));
    bringIntoView(field, selection.from, 'center');
  }

  /** Where the next citation is looked for from: in a footnote, if it is written in or a citation is selected there. */
  function present(): number {
    const { from } = view.state.selection;
    const { field } = footnotes;
    if (field === null) return from;
    const { selection } = field.state;
    const isInside = field.hasFocus() || selection instanceof NodeSelection;
    return isInside ? from + 1 + selection.from : from;
  }

  return {
    selected,
    step: (direction, wanted) => {
      const places = citationPlaces(view.state.doc).filter(({ node }) =>
        wanted(documentJson(node)),
      );
      const at = present();
      const next =
        direction === 1
          ? (places.find(({ position }) => position > at) ?? places[0])
          : (places.findLast(({ position }) => position < at) ?? places.at(-1));
      if (next === undefined) return false;
      const { position, node } = next;
      select({ from: position, to: position + node.nodeSize, isNode: true });
      return true;
    },
    update: (which, update) => {
      const at = which === 'all' ? view : holder();
      if (readOnly || at === null) return 0;
      const { doc, selection, tr } = at.state;
      const places =
        which === 'all'
          ? citationPlaces(doc)
          : [{ position: selection.from, node: (selection as NodeSelection).node }];
      let count = 0;
      for (const { position, node } of places) {
        const before = documentJson(node);
        const after = update(before);
        if (after === before) continue;
        count += 1;
        tr.setNodeMarkup(position, null, { ...node.attrs, ...after.attrs }, node.marks);
      }
      if (count > 0) at.dispatch(keepSelected(tr, selection));
      return count;
    },
    alter: (alterations) => {
      const at = holder();
      const citation = at && selectedCitation(at.state);
      if (readOnly || at === null || citation?.kind !== 'annotation') return false;
      const { selection, tr } = at.state;
      const { node } = selection as NodeSelection;
      const present = alterations.length === 0 ? null : alterations;
      const accepted = acceptQuote(node.attrs.accepted, source.accepted(citation));
      const attributes = { ...node.attrs, alterations: present, accepted };
      tr.setNodeMarkup(selection.from, null, attributes, node.marks);
      at.dispatch(keepSelected(tr, selection));
      return true;
    },
    goTo: (place) => {
      const found = findPlace(view.state.doc, place);
      if (found === null) return false;
      select(found);
      return true;
    },
  };
}

/** Positions that are selected: as a whole node, or as words. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly isNode: boolean;
}

function selectionOf(doc: Node, { from, to, isNode }: Place): Selection {
  return isNode ? NodeSelection.create(doc, from) : TextSelection.create(doc, from, to);
}

/** A node that is selected is seen to be so; words only while the text has the keyboard. */
function marked(transaction: Transaction, place: Place): Transaction {
  return place.isNode ? transaction : markPlace(transaction, place);
}

/** Attributes change no positions; a node that is made anew has to be selected anew. */
function keepSelected(tr: Transaction, selection: Selection): Transaction {
  return selection instanceof NodeSelection
    ? tr.setSelection(NodeSelection.create(tr.doc, selection.from))
    : tr;
}

/** Every citation with its position, those in footnotes too. Cost: one walk over the document. */
function citationPlaces(doc: Node): { readonly node: Node; readonly position: number }[] {
  const places: { node: Node; position: number }[] = [];
  doc.descendants((node, position) => {
    if (nodeCitation(node) !== null) places.push({ node, position });
  });
  return places;
}

/** Where a place stands; `null`: the document has no such place, since it was written on. */
function findPlace(doc: Node, { path, range }: CheckPlace): Place | null {
  let node = doc;
  let start = 0;
  for (const index of path) {
    if (index >= node.childCount) return null;
    for (let before = 0; before < index; before += 1) start += node.child(before).nodeSize;
    node = node.child(index);
    // Behind the token that opens it.
    start += 1;
  }
  if (range === null) return { from: start - 1, to: start - 1 + node.nodeSize, isNode: true };
  if (!node.isTextblock || range.to > node.content.size) return null;
  const [from, to] = [doc.resolve(start + range.from), doc.resolve(start + range.to)];
  if (to.parent !== from.parent) return null;
  const cited = from.nodeAfter;
  const isNode =
    cited !== null && nodeCitation(cited) !== null && to.pos === from.pos + cited.nodeSize;
  return { from: from.pos, to: to.pos, isNode };
}
