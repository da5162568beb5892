import type { Node } from 'prosemirror-model';
import {
  EditorState,
  NodeSelection,
  type Plugin,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { StepMap } from 'prosemirror-transform';
import {
  type Decoration,
  type DecorationSource,
  EditorView,
  type NodeView,
  type NodeViewConstructor,
} from 'prosemirror-view';
import type { CitationStanding } from './citation-source.ts';
import { footnoteWords } from './footnote-node.ts';
import { footnoteStandingWords } from './footnote-standing.ts';
import { outsideChange } from './reference-menu.ts';
import { replaceContent } from './replace-content.ts';

/** What the field of a footnote is made with. */
export interface FootnoteField {
  readonly readOnly: boolean;
  /** Made anew for each field; its elements, if any, go in `mount`. */
  plugins(mount: HTMLElement): readonly Plugin[];
  /** A key, before the field gets it. True: handled. */
  handleKey(event: KeyboardEvent): boolean;
  readonly nodeViews: Readonly<Record<string, NodeViewConstructor>>;
  /** Names what stands in a footnote and is no text. */
  leafText(leaf: Node): string;
  /** How the citations in a footnote stand. */
  standing(note: Node): CitationStanding;
  /** After each change of what the open field holds or selects, and when a field was opened or closed. */
  updated(): void;
}

/** The footnotes on the screen of one editor. */
export class FootnoteViews {
  readonly #field: FootnoteField;
  readonly #views = new Set<FootnoteView>();
  #open: FootnoteView | null = null;

  constructor(field: FootnoteField) {
    this.#field = field;
  }

  /** The field of the footnote that is selected and was written in last; `null`: none. */
  get field(): EditorView | null {
    return this.#open?.field ?? null;
  }

  /** Names anew what the records changed. Cost: a look-up for each citation in a footnote. */
  refresh(): void {
    for (const view of this.#views) view.refresh();
  }

  /** Goes into the selected footnote: to the citation that is selected in it, else to its end. False: none is selected. */
  write(): boolean {
    if (this.#open === null) return false;
    this.#open.write();
    return true;
  }

  readonly create: NodeViewConstructor = (node, outer, position, decorations, inner) => {
    const tell = (told: FootnoteView, is: 'open' | 'closed' | 'gone'): void => {
      if (is === 'open') this.#open = told;
      else if (this.#open === told) this.#open = null;
      if (is === 'gone') this.#views.delete(told);
      else this.#field.updated();
    };
    const view = new FootnoteView(this.#field, node, outer, position, decorations, inner, tell);
    this.#views.add(view);
    return view;
  };
}

/** The note's number behind its word; its text in a field below the line, for as long as it is selected. */
class FootnoteView implements NodeView {
  readonly dom: HTMLElement;
  readonly #number: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #made: FootnoteField;
  readonly #outer: EditorView;
  readonly #position: () => number | undefined;
  readonly #tell: (view: FootnoteView, is: 'open' | 'closed' | 'gone') => void;
  #node: Node;
  #marks: readonly Decoration[];
  #decorations: DecorationSource;
  #inner: EditorView | null = null;

  constructor(
    made: FootnoteField,
    node: Node,
    outer: EditorView,
    position: () => number | undefined,
    decorations: readonly Decoration[],
    inner: DecorationSource,
    tell: (view: FootnoteView, is: 'open' | 'closed' | 'gone') => void,
  ) {
    const document = outer.dom.ownerDocument;
    this.#made = made;
    this.#node = node;
    this.#outer = outer;
    this.#position = position;
    this.#marks = decorations;
    this.#decorations = inner;
    this.#tell = tell;
    this.dom = document.createElement('span');
    this.dom.className = 'footnote';
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-roledescription', 'footnote');
    this.#number = document.createElement('sup');
    this.#number.className = 'footnote-number';
    this.#panel = document.createElement('span');
    this.#panel.className = 'footnote-panel';
    this.#panel.hidden = true;
    this.dom.append(this.#number, this.#panel);
    if (made.readOnly) this.#makeFocusable();
    this.#name();
  }

  get field(): EditorView | null {
    return this.#inner;
  }

  write(): void {
    const inner = this.#inner;
    if (inner === null) return;
    inner.focus();
    if (inner.state.selection instanceof NodeSelection) return;
    inner.dispatch(inner.state.tr.setSelection(TextSelection.atEnd(inner.state.doc)));
  }

  refresh(): void {
    this.#name();
  }

  update(node: Node, decorations: readonly Decoration[], inner: DecorationSource): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#marks = decorations;
    this.#decorations = inner;
    this.#name();
    if (this.#inner !== null) {
      const { state } = this.#inner;
      const change = replaceContent(state, bare(node));
      if (change !== null) {
        this.#inner.dispatch(keepSelected(change, state).setMeta(outsideChange, true));
      } else this.#inner.updateState(state);
    }
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
    if (this.#inner !== null) return;
    this.#panel.hidden = false;
    this.#inner = this.#openField();
    this.#tell(this, 'open');
    // Once it has its height: it may stand below the last line that is seen.
    requestAnimationFrame(() => {
      if (this.#inner !== null) this.#panel.scrollIntoView({ block: 'nearest' });
    });
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
    this.#close();
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.#panel.contains(event.target);
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#close();
    this.#tell(this, 'gone');
  }

  #close(): void {
    if (this.#inner === null) return;
    this.#inner.destroy();
    this.#inner = null;
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
    this.#tell(this, 'closed');
  }

  #openField(): EditorView {
    const made = this.#made;
    const doc = bare(this.#node);
    const view: EditorView = new EditorView(this.#panel, {
      state: EditorState.create({
        doc,
        selection: TextSelection.create(doc, doc.content.size),
        plugins: [...made.plugins(this.#panel)],
      }),
      editable: () => !made.readOnly,
      attributes: () => ({
        class: 'footnote-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': `Text of footnote ${this.#number.textContent}`,
        spellcheck: 'false',
      }),
      decorations: () => this.#decorations,
      nodeViews: { ...made.nodeViews },
      handleKeyDown: (_view, event) => made.handleKey(event) || this.#leaveOn(event),
      dispatchTransaction: (transaction) => {
        const { state, transactions } = view.state.applyTransaction(transaction);
        view.updateState(state);
        this.#passOn(transaction, transactions);
        made.updated();
      },
    });
    return view;
  }

  /** What was changed in the field is changed in the text around it. */
  #passOn(transaction: Transaction, transactions: readonly Transaction[]): void {
    const start = this.#position();
    if (transaction.getMeta(outsideChange) === true || start === undefined) return;
    const change = this.#outer.state.tr;
    const moved = StepMap.offset(start + 1);
    for (const step of transactions.flatMap(({ steps }) => steps)) {
      const mapped = step.map(moved);
      if (mapped === null) throw new RangeError('A change of a footnote lies outside of it.');
      change.step(mapped);
    }
    if (change.docChanged) this.#outer.dispatch(change);
  }

  /**
   * Enter and Escape go on behind the footnote; the line breaks of a note are made with Shift. A selected citation has Enter
   * for itself.
   */
  #leaveOn(event: KeyboardEvent): boolean {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || shiftKey || event.isComposing) return false;
    if (key !== 'Escape' && (key !== 'Enter' || ctrlKey || metaKey)) return false;
    if (key === 'Enter' && this.#inner?.state.selection instanceof NodeSelection) return false;
    const start = this.#position();
    if (start === undefined) return false;
    const { state } = this.#outer;
    const behind = TextSelection.create(state.doc, start + this.#node.nodeSize);
    this.#outer.focus();
    this.#outer.dispatch(state.tr.setSelection(behind));
    return true;
  }

  #name(): void {
    const label = this.#marks.map(({ spec }) => spec.note).find((note) => note !== undefined);
    const number = typeof label === 'number' ? String(label) : '';
    if (this.#number.textContent !== number) this.#number.textContent = number;
    const words = footnoteWords(this.#node, this.#made.leafText);
    const standing = this.#made.standing(this.#node);
    const told = footnoteStandingWords[standing];
    const name = `Footnote ${number}: ${words === '' ? 'empty' : words}${told}`;
    if (this.dom.getAttribute('aria-label') === name) return;
    this.dom.setAttribute('aria-label', name);
    this.dom.dataset.standing = standing;
    this.#number.title = `${words}${told}`;
  }

  /** In a brief that is only read no caret comes to a footnote: Tab does, and Enter opens and closes it. */
  #makeFocusable(): void {
    this.dom.tabIndex = 0;
    this.dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target !== this.dom) return;
      event.preventDefault();
      if (this.#inner === null) this.selectNode();
      else this.deselectNode();
    });
  }
}

/** A citation that is selected in the field stays so when it is given other attributes from outside. */
function keepSelected(change: Transaction, { selection }: EditorState): Transaction {
  if (!(selection instanceof NodeSelection)) return change;
  const { from, node } = selection;
  const there = change.doc.nodeAt(from);
  return there?.type === node.type && there.nodeSize === node.nodeSize
    ? change.setSelection(NodeSelection.create(change.doc, from))
    : change;
}

/** The footnote as a document of its own: marks of the sign are none of the text's. */
function bare(node: Node): Node {
  return node.mark([]);
}
