import type { Node } from 'prosemirror-model';
import type { NodeView, NodeViewConstructor, ViewMutationRecord } from 'prosemirror-view';
import type { PictureId } from '../../app/record/ids.ts';
import type { CitationSource } from './citation-source.ts';

/** The figures on the screen of one editor. */
export class FigureViews {
  readonly #source: CitationSource;
  readonly #views = new Set<FigureView>();

  constructor(source: CitationSource) {
    this.#source = source;
  }

  readonly create: NodeViewConstructor = (node, { dom: { ownerDocument } }) => {
    const view = new FigureView(ownerDocument, this.#source, node, () => this.#views.delete(view));
    this.#views.add(view);
    return view;
  };

  /** Draws anew what the records changed. Cost: one look-up a figure. */
  refresh(): void {
    for (const view of this.#views) view.refresh();
  }
}

/** A picture as its record has it now, with the caption below it in the text. */
class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #source: CitationSource;
  readonly #forget: () => void;
  #node: Node;
  /** What is drawn: pictures are large, and records are values. */
  #shown: unknown;
  #isChanged = false;

  constructor(document: Document, source: CitationSource, node: Node, forget: () => void) {
    this.#source = source;
    this.#node = node;
    this.#forget = forget;
    this.dom = document.createElement('figure');
    this.dom.className = 'figure';
    this.#frame = document.createElement('div');
    this.#frame.className = 'figure-frame';
    this.#frame.contentEditable = 'false';
    this.contentDOM = document.createElement('figcaption');
    this.dom.append(this.#frame, this.contentDOM);
    this.#showCaption();
    this.refresh();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#showCaption();
    this.refresh();
    return true;
  }

  refresh(): void {
    const id = String(this.#node.attrs.pictureId) as PictureId;
    const picture = this.#source.picture(id);
    const isChanged = this.#source.isFigureChanged?.(id) === true;
    if (picture === this.#shown && isChanged === this.#isChanged) return;
    this.#shown = picture;
    this.#isChanged = isChanged;
    const { ownerDocument } = this.dom;
    if (picture === null) {
      const chip = ownerDocument.createElement('span');
      chip.className = 'citation-chip citation-chip-deleted';
      chip.textContent = 'deleted figure';
      this.#frame.replaceChildren(chip);
      return;
    }
    const image = ownerDocument.createElement('img');
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
    image.width = picture.width;
    image.height = picture.height;
    image.alt = picture.description;
    image.draggable = false;
    this.#frame.replaceChildren(image, ...(isChanged ? [this.#redraw(id)] : []));
  }

  /** Says that the project says something else by now, and draws it anew. The Inspector offers the same by key. */
  #redraw(id: PictureId): HTMLElement {
    const button = this.dom.ownerDocument.createElement('button');
    button.type = 'button';
    button.className = 'citation-chip citation-chip-changed figure-changed';
    button.tabIndex = -1;
    button.textContent = 'changed since it was drawn · draw anew';
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => this.#source.redrawFigure?.(id));
    return button;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLButtonElement;
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.#forget();
  }

  #showCaption(): void {
    const empty = this.#node.content.size === 0;
    this.contentDOM.className = empty ? 'figure-caption figure-caption-empty' : 'figure-caption';
  }
}
