import type { Node } from 'prosemirror-model';
import type { Decoration, NodeView } from 'prosemirror-view';
import type { Citation } from '../../app/brief/cited-ids.ts';
import { citationTarget, nodeCitation } from './citation-node.ts';
import { numbersOf } from './citation-numbers.ts';
import type { CitationSource } from './citation-source.ts';
import { describeCitation } from './citation-text.ts';
import { citedRecord, shownAlterations } from './cited-record.ts';
import { drawCitation } from './draw-citation.ts';

/** The citations on the screen of one editor. */
export class CitationViews {
  readonly #views = new Set<CitationView>();
  readonly #source: CitationSource;
  readonly #focusable: boolean;
  readonly #document: Document;

  /**
   * `focusable`: each citation takes the keyboard by Tab and opens at Enter. For read-only documents, where no caret
   * reaches it; in an editable one Tab belongs to the text.
   */
  constructor(document: Document, source: CitationSource, focusable: boolean) {
    this.#document = document;
    this.#source = source;
    this.#focusable = focusable;
  }

  /** Makes the view of a citation node. It forgets itself when ProseMirror destroys it. */
  create(node: Node, decorations: readonly Decoration[]): NodeView {
    const view = new CitationView(this.#document, this.#source, node, decorations, () =>
      this.#views.delete(view),
    );
    if (this.#focusable) view.makeFocusable();
    this.#views.add(view);
    return view;
  }

  /** Draws anew what the records changed. Cost: one look-up a citation, and drawing those that differ. */
  refresh(): void {
    for (const view of this.#views) view.refresh();
  }
}

/** One citation: shows what its record says now. Holds no words of its own. */
class CitationView implements NodeView {
  readonly dom: HTMLElement;
  readonly #source: CitationSource;
  readonly #forget: () => void;
  #node: Node;
  #numbers: readonly string[];
  /** What is drawn, as one string: most changes of records are about others. */
  #shown = '';

  constructor(
    document: Document,
    source: CitationSource,
    node: Node,
    decorations: readonly Decoration[],
    forget: () => void,
  ) {
    this.#source = source;
    this.#node = node;
    this.#numbers = numbersOf(decorations);
    this.#forget = forget;
    this.dom = document.createElement(node.isInline ? 'span' : 'div');
    this.dom.className = `citation ${node.type.name.replace('_', '-')}`;
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-roledescription', 'citation');
    this.refresh();
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (!node.sameMarkup(this.#node)) return false;
    this.#node = node;
    this.#numbers = numbersOf(decorations);
    this.refresh();
    return true;
  }

  refresh(): void {
    const citation = nodeCitation(this.#node);
    if (citation === null) return;
    const node = { type: this.#node.type.name, attrs: this.#node.attrs };
    const standing = this.#source.standing(node);
    const alterations = shownAlterations(this.#node, this.#source);
    const shown = JSON.stringify([
      citedRecords(citation, this.#source),
      this.#numbers,
      alterations,
      standing,
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const { ownerDocument } = this.dom;
    this.dom.replaceChildren(
      ...drawCitation(ownerDocument, citation, this.#source, this.#numbers, alterations, standing),
    );
    this.dom.dataset.standing = standing;
    const label = describeCitation(citation, this.#source, this.#numbers, alterations, standing);
    this.dom.setAttribute('aria-label', label);
  }

  makeFocusable(): void {
    this.dom.tabIndex = 0;
    this.dom.addEventListener('keydown', (event) => {
      const citation = nodeCitation(this.#node);
      if (event.key !== 'Enter' || citation === null) return;
      event.preventDefault();
      this.#source.open(citationTarget(citation));
    });
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  /** What is drawn inside is ours: ProseMirror must not read it back as an edit. */
  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#forget();
  }
}

/** All that a citation shows of its records. */
function citedRecords(citation: Citation, source: CitationSource): unknown {
  if (citation.kind !== 'claim') return citedRecord(citation, source);
  const claim = source.claim(citation.id);
  return [claim, claim?.evidence.map((item) => source.annotation(item.annotationId))];
}
