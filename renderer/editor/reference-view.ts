import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { nodeReference } from './reference-node.ts';
import { describeReference, kindWords, type ReferenceSource } from './reference-source.ts';

/** The references on the screen of one editor. */
export class ReferenceViews {
  readonly #views = new Set<ReferenceView>();
  readonly #source: ReferenceSource;
  readonly #focusable: boolean;
  readonly #document: Document;

  /** `focusable`: each takes the keyboard by Tab and opens at Enter, for read-only texts, where no caret reaches it. */
  constructor(document: Document, source: ReferenceSource, focusable: boolean) {
    this.#document = document;
    this.#source = source;
    this.#focusable = focusable;
  }

  /** Makes the view of a reference node. It forgets itself when ProseMirror destroys it. */
  create(node: Node): NodeView {
    const view = new ReferenceView(this.#document, this.#source, node, () =>
      this.#views.delete(view),
    );
    if (this.#focusable) view.makeFocusable();
    this.#views.add(view);
    return view;
  }

  /** Draws anew what the records changed. Cost: one look-up a reference, and drawing those that differ. */
  refresh(): void {
    for (const view of this.#views) view.refresh();
  }
}

/** One reference: shows what its record is called now. Holds no words of its own. */
class ReferenceView implements NodeView {
  readonly dom: HTMLElement;
  readonly #source: ReferenceSource;
  readonly #forget: () => void;
  #node: Node;
  /** What is drawn, as one string: most changes of records are about others. */
  #shown = '';

  constructor(document: Document, source: ReferenceSource, node: Node, forget: () => void) {
    this.#source = source;
    this.#node = node;
    this.#forget = forget;
    this.dom = document.createElement('span');
    this.dom.className = 'reference';
    this.dom.setAttribute('role', 'link');
    this.refresh();
  }

  update(node: Node): boolean {
    if (!node.sameMarkup(this.#node)) return false;
    this.#node = node;
    this.refresh();
    return true;
  }

  refresh(): void {
    const target = nodeReference(this.#node);
    if (target === null) return;
    const record = this.#source.shown(target);
    const shown = JSON.stringify(record);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const { dom } = this;
    dom.dataset.kind = target.kind;
    dom.toggleAttribute('data-removed', record === null);
    dom.toggleAttribute('data-trashed', record?.trashed === true);
    const description = describeReference(target.kind, record);
    dom.setAttribute('aria-label', description);
    dom.title = record === null ? `${description}. Undo may bring it back.` : description;
    if (record === null) {
      dom.replaceChildren(
        this.#part('reference-name', `removed ${kindWords[target.kind].toLowerCase()}`),
      );
      return;
    }
    const parts = [
      ...(record.color === null ? [] : [this.#dot(record.color)]),
      // The space is not drawn, but stands between the two in what is read aloud.
      ...(record.label === '' ? [] : [this.#part('reference-label', record.label), ' ']),
      this.#part('reference-name', record.name),
    ];
    dom.replaceChildren(...parts);
  }

  makeFocusable(): void {
    this.dom.tabIndex = 0;
    this.dom.addEventListener('keydown', (event) => {
      const target = nodeReference(this.#node);
      if (event.key !== 'Enter' || target === null) return;
      event.preventDefault();
      this.#source.open(target);
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

  #part(className: string, text: string): HTMLElement {
    const part = this.dom.ownerDocument.createElement('span');
    part.className = className;
    part.dir = 'auto';
    part.textContent = text;
    return part;
  }

  #dot(color: number): HTMLElement {
    const dot = this.dom.ownerDocument.createElement('span');
    dot.className = 'citation-dot';
    dot.dataset.color = String(color);
    return dot;
  }
}
