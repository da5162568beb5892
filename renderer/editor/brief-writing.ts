import type { Node } from 'prosemirror-model';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Citation } from '../../app/brief/cited-ids.ts';
import { bringIntoView } from './bring-into-view.ts';
import { footnoteAround, nodeCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { citationPlainText } from './citation-text.ts';
import { shownAlterations } from './cited-record.ts';
import { type BriefWords, countBriefWords, countSelectedWords } from './count-brief-words.ts';
import { drawHits, type HitPlace, isReplaceable } from './found-hits.ts';
import {
  headingAt,
  moveSection,
  type OutlineHeading,
  outlineOf,
  sameOutline,
  shiftSection,
} from './outline.ts';
import { type SearchableText, searchableText } from './searchable-text.ts';

/** A hit with what comes in its place. */
export interface Replacement extends HitPlace {
  readonly words: string;
}

/** A citation by its positions, with the words that it shows: they may be found, and are never replaced. */
export interface CitedWords extends HitPlace {
  readonly words: string;
}

/** What stands beside the text of a brief: its outline, its words, finding and replacing. */
export interface BriefWriting {
  /** The document as a value: as long as it is the same one, so are all positions in it. */
  readonly doc: object;
  /** The same list until its headings are others, or in another order. */
  outline(): readonly OutlineHeading[];
  /** The place in the outline of the section that the caret is in; -1: above the first heading. */
  section(): number;
  /** Puts the caret behind a heading, and the heading at the top of the view. */
  goToHeading(at: number): void;
  /** Moves a section before another heading, or to the end. False: it would stay where it is, or may not. */
  moveSection(at: number, before: number): boolean;
  /** Sets a section deeper or less deep. False: headings have three levels, or it may not. */
  shiftSection(at: number, by: 1 | -1): boolean;
  /** Of the whole brief, and of what is selected if anything is. */
  words(): { readonly all: BriefWords; readonly selected: BriefWords | null };
  /** The document to be searched. */
  searchable(): SearchableText;
  /** Where citations stand and what each prints, in one line, in the order of the document. Cost: one walk over it. */
  cited(): readonly CitedWords[];
  /** Where the selection begins and ends, as positions. */
  selection(): HitPlace;
  /** Draws hits. `current`: the one that is meant. */
  drawHits(hits: readonly HitPlace[], current: number): void;
  /** Selects a hit and brings it into view; the keyboard stays where it is. */
  showHit(hit: HitPlace): void;
  /**
   * Puts words in the place of hits, as one edit. Hits that hold anything but text (a citation, a footnote) stay. How many
   * were replaced; 0 if the editor is read-only.
   */
  replace(hits: readonly Replacement[]): number;
  /** Calls back after the document or the selection changed, once a frame. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** A claim shows the passages that are its evidence as well. */
function evidenceWords(citation: Citation, source: CitationSource): readonly string[] {
  if (citation.kind !== 'claim') return [];
  return (source.claim(citation.id)?.evidence ?? []).map(({ annotationId: id }) =>
    citationPlainText({ kind: 'annotation', id, form: 'block' }, source),
  );
}

/** Makes the tools for the editor of a brief. `updated` is to be called after each change of its state. */
export function briefWriting(
  view: EditorView,
  source: CitationSource,
  readOnly: boolean,
): BriefWriting & { updated(): void; destroy(): void } {
  const listeners = new Set<() => void>();
  let frame: number | null = null;
  let placed: { readonly doc: Node; readonly headings: ReturnType<typeof outlineOf> } | null = null;
  let listed: readonly OutlineHeading[] = [];
  let text: { readonly doc: Node; readonly searchable: SearchableText } | null = null;

  function headings(): ReturnType<typeof outlineOf> {
    const { doc } = view.state;
    if (placed?.doc !== doc) placed = { doc, headings: outlineOf(doc) };
    return placed.headings;
  }

  function outline(): readonly OutlineHeading[] {
    // Most keys leave all headings as they are, but for where they stand.
    if (!sameOutline(listed, headings())) listed = headings();
    return listed;
  }

  const tell = (): void => {
    frame = null;
    for (const listener of listeners) listener();
  };

  return {
    get doc() {
      return view.state.doc;
    },
    outline,
    section: () => headingAt(headings(), view.state.selection.head),
    goToHeading: (at) => {
      const heading = headings()[at];
      if (heading === undefined) return;
      const end = heading.position + 1 + (view.state.doc.child(heading.index).content.size ?? 0);
      const { tr } = view.state;
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)));
      bringIntoView(view, heading.position, 'start');
    },
    moveSection: (at, before) => {
      const transaction = readOnly ? null : moveSection(view.state, at, before);
      if (transaction === null) return false;
      view.dispatch(transaction);
      return true;
    },
    shiftSection: (at, by) => {
      const transaction = readOnly ? null : shiftSection(view.state, at, by);
      if (transaction === null) return false;
      view.dispatch(transaction);
      return true;
    },
    words: () => ({
      all: countBriefWords(view.state.doc, source),
      selected: countSelectedWords(view.state, source),
    }),
    searchable: () => {
      const { doc } = view.state;
      if (text?.doc !== doc) text = { doc, searchable: searchableText(doc) };
      return text.searchable;
    },
    cited: () => {
      const cited: CitedWords[] = [];
      view.state.doc.descendants((node, from) => {
        const citation = nodeCitation(node);
        if (citation === null) return;
        const text = citationPlainText(citation, source, shownAlterations(node, source));
        const lines = [text, ...evidenceWords(citation, source)];
        const words = lines.join(' ').replace(/\s+/gu, ' ');
        cited.push({ from, to: from + node.nodeSize, words });
      });
      return cited;
    },
    selection: () => {
      const { from, to } = view.state.selection;
      return { from, to };
    },
    drawHits: (hits, current) => drawHits(view, hits, current),
    showHit: ({ from, to }) => {
      const { tr } = view.state;
      const node = tr.doc.nodeAt(from);
      const isCited = node !== null && nodeCitation(node) !== null;
      // One in a footnote is selected by the footnote, which opens for it.
      const at = isCited ? (footnoteAround(tr.doc.resolve(from)) ?? from) : from;
      view.dispatch(
        tr.setSelection(
          isCited ? NodeSelection.create(tr.doc, at) : TextSelection.create(tr.doc, from, to),
        ),
      );
      bringIntoView(view, at, 'nearest');
    },
    replace: (hits) => {
      if (readOnly) return 0;
      const replaceable = hits.filter((hit) => isReplaceable(view.state, hit));
      if (replaceable.length === 0) return 0;
      const { tr } = view.state;
      // From the last to the first: what stands before keeps its positions.
      for (const { from, to, words } of [...replaceable].sort((a, b) => b.from - a.from)) {
        if (words === '') tr.delete(from, to);
        else tr.insertText(words, from, to);
      }
      view.dispatch(tr);
      return replaceable.length;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    updated: () => {
      if (listeners.size > 0) frame ??= requestAnimationFrame(tell);
    },
    destroy: () => {
      if (frame !== null) cancelAnimationFrame(frame);
      listeners.clear();
    },
  };
}
