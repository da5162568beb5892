import type { Node } from 'prosemirror-model';
import { type Command, EditorState, Selection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { citationOf } from '../../app/brief/cited-ids.ts';
import type { QuoteAlteration } from '../../app/brief/quote-alterations.ts';
import type { PictureId } from '../../app/record/ids.ts';
import type { RichTextNode } from '../../app/record/rich-text.ts';
import { keepSelection } from '../surface/keep-selection.ts';
import { afterComposing } from './after-composing.ts';
import { type BriefCitations, briefCitations } from './brief-citations.ts';
import { type BriefQuestions, briefEditing } from './brief-editing.ts';
import { briefSchema } from './brief-schema.ts';
import { type BriefWriting, briefWriting } from './brief-writing.ts';
import { bringChangeIntoView } from './bring-into-view.ts';
import { citationClipboard } from './citation-clipboard.ts';
import type { CitationSource } from './citation-source.ts';
import { type ClaimMaterial, claimMaterial } from './claim-material.ts';
import {
  type CommentPlace,
  changeComment,
  commentAt,
  commentsIn,
  goToComment,
  type NewComment,
  putComment,
  selectToComment,
} from './comment-marks.ts';
import { documentJson } from './document-json.ts';
import { documentOf } from './document-of.ts';
import { type EditorCommandName, editorCommands, footnoteCommands } from './editor-commands.ts';
import { editorInputRules } from './editor-input-rules.ts';
import { editorKeymap } from './editor-keymap.ts';
import { type EditorPlace, placeIn, returnTo } from './editor-place.ts';
import { figureAt } from './figure-keys.ts';
import {
  type CitationToInsert,
  insertCitation,
  insertFigure,
  targetOf,
} from './insert-citation.ts';
import { isEmptyDocument } from './is-empty-document.ts';
import { readTableEditing, tableEditingRead } from './late-tables.ts';
import { linkClicks } from './link-clicks.ts';
import { noNativeUndo } from './no-native-undo.ts';
import { noteSchema } from './note-schema.ts';
import { opening } from './opening.ts';
import { placeholder } from './placeholder.ts';
import { referenceKeys } from './reference-keys.ts';
import { outsideChange, referenceMenu } from './reference-menu.ts';
import type { ReferenceSource } from './reference-source.ts';
import { ReferenceViews } from './reference-view.ts';
import { replaceContent } from './replace-content.ts';
import { setLink } from './set-link.ts';
import { spareReact } from './spare-react.ts';
import { inStretches } from './stretches.ts';
import { type EditorToolbarState, toolbarState } from './toolbar-state.ts';
import { isTyping, toolbarTeller } from './toolbar-teller.ts';

/** What an editor shows and whom it tells. */
export interface RichTextEditorOptions extends BriefQuestions {
  /** A note has no headings and no citations. Both have references. */
  readonly kind: 'note' | 'brief';
  /** `null`: empty. Throws RangeError if it does not fit the schema of `kind`. */
  readonly content: RichTextNode | null;
  /** What a screen reader calls the field. */
  readonly label: string;
  /** Shown while the document is empty. */
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** What citations show. A brief without one shows its citations as deleted. */
  readonly citations?: CitationSource;
  /** What references show, and what `@` finds. Without it they show as removed, and `@` is a letter. */
  readonly references?: ReferenceSource;
  /** After each change of the content by the analyst or a command; not after `setContent`. */
  onChange(): void;
  /** Gets each key press before the editor does, but none of an input method. True: handled, the editor ignores it. */
  onKey?(event: KeyboardEvent): boolean;
  /** At the start, and whenever the toolbar would look different. */
  onState?(state: EditorToolbarState): void;
  /** A link was clicked with Ctrl or Command, or plainly in a read-only text. Without it, links lead nowhere. */
  onLink?(href: string): void;
}

/** A field for rich text. Has no history: undo is the program's. */
export interface RichTextEditor {
  /** The content as it is stored; `null` for an empty note. The same object until the content changes. */
  content(): RichTextNode | null;
  /** Makes `content` the content, replacing only what differs; the caret stays where it can. Does not call `onChange`. */
  setContent(content: RichTextNode | null): void;
  /**
   * Inserts a citation at the caret, in the footnote that is open as words in the line; at the end of a document that never
   * had the keyboard. False: does not fit here (a claim in a footnote), or the editor is read-only.
   */
  insertCitation(item: CitationToInsert): boolean;
  /** Inserts a figure of a picture as a citation is inserted. False: does not fit here, or the editor is read-only. */
  insertFigure(pictureId: PictureId, caption: string): boolean;
  /** The picture of the figure that is selected or whose caption holds the caret; `null`: none. */
  figure(): PictureId | null;
  /** The selected quotation as it is stored; `null`: none is selected. */
  quotation(): RichTextNode | null;
  /** Gives the selected quotation other alterations, for the words that it has now. False: none is selected. */
  alterQuotation(alterations: readonly QuoteAlteration[]): boolean;
  /** The writer's comments to self. */
  readonly comments: EditorComments;
  /** What a claim can be made of: cited passages and own words of the selection, or the citation at the caret. */
  claimMaterial(): ClaimMaterial;
  /** Runs a command on the selection, in the footnote that is open. False: does not apply there, or read-only. */
  run(command: EditorCommandName): boolean;
  /** Links the selection or changes the link at the caret; `null` takes it off. False: not http, https or mailto. */
  setLink(href: string | null): boolean;
  /** What stands beside the text of a brief; a note has none of it. */
  readonly writing: BriefWriting | null;
  /** The citations of a brief; a note has none. */
  readonly citations: BriefCitations | null;
  /** Where the writer is, to come back to it. To be read while the editor is on the page. */
  place(): EditorPlace;
  /** Selects and shows what was selected and shown at a place of this text or an earlier state of it; takes no keyboard. */
  returnTo(place: EditorPlace): void;
  /** Takes the keyboard, with the caret where it was. */
  focus(): void;
  hasFocus(): boolean;
  /** Whether an input method is composing characters, here or in a footnote: the text must stay as it is until it is done. */
  isComposing(): boolean;
  /** Calls back once, behind the composing that is going on, when its characters are in the text. Returns what ends that. */
  onComposed(listener: () => void): () => void;
  /** Takes everything out of `mount` again. The editor may not be used after it. */
  destroy(): void;
}

/** The comments to self of one editor. */
export interface EditorComments {
  /** In the order of the document. Cost: one walk over it. */
  all(): readonly CommentPlace[];
  /** The one at the caret; `null`: none. */
  here(): NewComment | null;
  /** Selects the words that one made now is about, if none are: the word at the caret, or its paragraph. False: there are none. */
  select(): boolean;
  /** Puts one on the selected words. False: none are selected. */
  put(comment: NewComment): boolean;
  /** Writes one anew; `null` takes it off its words. False: there is none of this id. */
  change(id: string, text: string | null): boolean;
  /** Selects the words of one and takes the keyboard. False: there is none of this id. */
  goTo(id: string): boolean;
}

/** A brief whose records nobody can look up. */
const noCitations: CitationSource = {
  annotation: () => null,
  claim: () => null,
  article: () => null,
  picture: () => null,
  standing: () => 'missing',
  accepted: () => null,
  subscribe: () => () => {},
  open: () => {},
};

/** References whose records nobody can look up. */
const noReferences: ReferenceSource = {
  shown: () => null,
  search: () => () => {},
  subscribe: () => () => {},
  open: () => {},
  say: () => {},
};

/** Makes an editor in `mount`. Wants `editor.css` and the theme's custom properties on the page. */
export function createRichTextEditor(
  mount: HTMLElement,
  options: RichTextEditorOptions,
): RichTextEditor {
  const schema = options.kind === 'note' ? noteSchema : briefSchema;
  const readOnly = options.readOnly ?? false;
  const source = options.kind === 'brief' ? (options.citations ?? noCitations) : null;
  let tables = options.kind === 'brief' && !readOnly ? tableEditingRead() : null;
  const commands = editorCommands(schema, () => tables?.tableCommands ?? null);
  const noteCommands = footnoteCommands(commands);
  const root = mount.ownerDocument.createElement('div');
  root.className = `rich-text-editor ${options.kind}-editor`;
  mount.append(root);
  const references = options.references ?? noReferences;
  const referenceViews = new ReferenceViews(root.ownerDocument, references, readOnly);
  const mentions = options.references !== undefined;
  const brief =
    source &&
    briefEditing(root, source, references, referenceViews, {
      ...options,
      ...{ readOnly, mentions },
      onField: () => {
        writing?.updated();
        toolbar?.now();
      },
    });
  const menu =
    readOnly || options.references === undefined
      ? null
      : referenceMenu(root, references, brief?.citing);
  // Whether the writer chose where to write: by having the keyboard there, or by going to a place from beside the text.
  let hasPlace = false;
  // Set while `setContent` runs: what comes from outside is no change of the analyst's.
  let outside = false;

  const view = opening(
    () =>
      new EditorView(root, {
        state: EditorState.create({
          doc: inStretches(documentOf(schema, options.content)),
          plugins: [
            ...(tables?.tablePlugins() ?? []),
            noNativeUndo(options.onKey),
            keepSelection(),
            linkClicks(readOnly, options.onLink),
            ...(options.placeholder && !readOnly ? [placeholder(options.placeholder)] : []),
            ...(brief?.plugins ?? []),
            referenceKeys(references),
            ...(menu === null ? [] : [menu.plugin]),
            citationClipboard(schema, source, references),
            editorInputRules(schema),
            ...editorKeymap(schema, commands),
          ],
        }),
        editable: () => !readOnly,
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': options.label,
          class: 'rich-text',
          // Chromium fetches its dictionaries over the network; nothing here may.
          spellcheck: 'false',
          ...(readOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
          ...(options.placeholder ? { 'aria-placeholder': options.placeholder } : {}),
        },
        handleKeyDown: (_view, event) =>
          menu?.handleKey(event) === true || options.onKey?.(event) === true,
        handleDOMEvents: {
          focus: () => {
            hasPlace = true;
            return false;
          },
        },
        nodeViews: {
          ...brief?.nodeViews,
          reference: (node) => referenceViews.create(node),
        },
        dispatchTransaction: (transaction) => {
          view.updateState(view.state.apply(transaction));
          if (transaction.docChanged && !outside) options.onChange();
          if (transaction.selectionSet && !outside) hasPlace = true;
          writing?.updated();
          if (isTyping(transaction)) toolbar?.soon();
          else toolbar?.now();
        },
      }),
  );
  const writing = source === null ? null : briefWriting(view, source, readOnly);
  const { onState } = options;
  const toolbar =
    onState &&
    toolbarTeller(
      () => {
        const { at, commands: possible } = active();
        return toolbarState(at.state, possible, !readOnly);
      },
      (state) => onState(state),
    );
  const citations = source && brief && briefCitations(view, brief.footnotes, source, readOnly);
  if (source !== null) spareReact(view.dom);
  const stops = [
    source?.subscribe(() => brief?.refresh()),
    references.subscribe(() => referenceViews.refresh()),
  ];
  toolbar?.now();
  if (options.kind === 'brief' && !readOnly && tables === null) void addTables();

  /**
   * Tables are edited once what does it was read, with the first brief of a window; until then they are shown, and their
   * commands do not apply. Other plugins keep their states, and what is selected and marked stays.
   */
  async function addTables(): Promise<void> {
    tables = await readTableEditing();
    if (view.isDestroyed) return;
    const plugins = [...tables.tablePlugins(), ...view.state.plugins];
    opening(() => view.updateState(view.state.reconfigure({ plugins })));
    toolbar?.now();
  }

  /**
   * Puts the caret anew where it is. When a citation comes to stand before an empty paragraph with the caret in it,
   * Chromium (130) shows the caret there still but types nothing; ProseMirror sees no need to move it.
   */
  function renewCaret(): void {
    if (!view.hasFocus() || view.composing) return;
    root.ownerDocument.getSelection()?.removeAllRanges();
    view.focus();
  }

  function isComposing(): boolean {
    return view.composing || brief?.footnotes.field?.composing === true;
  }

  /** Inserts at the caret; at the end of a document that never had the keyboard. */
  function insert(make: (state: EditorState) => Transaction | null): boolean {
    const { state } = view;
    const atEnd = () => state.apply(state.tr.setSelection(Selection.atEnd(state.doc)));
    const transaction = readOnly ? null : make(hasPlace ? state : atEnd());
    if (transaction === null) return false;
    view.dispatch(transaction);
    renewCaret();
    bringChangeIntoView(view, transaction);
    return true;
  }

  function apply(transaction: Transaction | null): boolean {
    if (transaction !== null) view.dispatch(transaction);
    return transaction !== null;
  }

  /** What commands act on: the field of the footnote that is open, or the text. */
  function active(): { readonly at: EditorView; readonly commands: typeof commands } {
    const field = brief?.footnotes.field ?? null;
    return field === null ? { at: view, commands } : { at: field, commands: noteCommands };
  }

  /** Runs a command there. In a footnote the writer goes on there, though the text around it may have had the keyboard. */
  function act(command: Command): boolean {
    const { at } = active();
    let inserted: Transaction | null = null;
    const dispatch = (transaction: Transaction): void => {
      at.dispatch(transaction);
      if (transaction.docChanged && transaction.scrolledIntoView) inserted = transaction;
    };
    if (readOnly || !command(at.state, dispatch, at)) return false;
    if (at !== view && !at.hasFocus()) at.focus();
    if (inserted !== null) bringChangeIntoView(at, inserted);
    return true;
  }

  // What was read and set last, by the document it belongs to: doing it again costs nothing.
  let read: { readonly doc: Node; readonly content: RichTextNode | null } | null = null;
  let set: { readonly doc: Node; readonly content: RichTextNode | null } | null = null;

  return {
    content: () => {
      const { doc } = view.state;
      if (read?.doc !== doc) {
        const empty = options.kind === 'note' && isEmptyDocument(doc);
        read = { doc, content: empty ? null : documentJson(doc) };
      }
      return read.content;
    },
    setContent: (content) => {
      const { doc } = view.state;
      if ([read, set].some((known) => known?.doc === doc && known.content === content)) return;
      const transaction = replaceContent(view.state, documentOf(schema, content));
      if (transaction !== null) {
        outside = true;
        try {
          view.dispatch(transaction.setMeta(outsideChange, true));
        } finally {
          outside = false;
        }
        renewCaret();
      }
      set = { doc: view.state.doc, content };
    },
    insertCitation: (item) => {
      if (readOnly || source === null) return false;
      const accepted = item.accepted ?? source.accepted(targetOf(item));
      const field = brief?.footnotes.field ?? null;
      if (field !== null) {
        // A line of words has no place for blocks: the words are quoted in it.
        const form = item.kind === 'quotation' ? 'inline' : item.kind;
        if (form === 'claim') return false;
        const inNote = insertCitation(field.state, { ...item, kind: form, accepted });
        if (inNote === null) return false;
        field.dispatch(inNote);
        field.focus();
        bringChangeIntoView(field, inNote);
        return true;
      }
      return insert((state) => insertCitation(state, { ...item, accepted }));
    },
    insertFigure: (pictureId, caption) =>
      insert((state) => insertFigure(state, pictureId, caption)),
    figure: () => figureAt(view.state),
    quotation: () => {
      const node = citations?.selected() ?? null;
      return node !== null && citationOf(node)?.kind === 'annotation' ? node : null;
    },
    alterQuotation: (alterations) => citations?.alter(alterations) ?? false,
    comments: {
      all: () => commentsIn(view.state.doc),
      here: () => commentAt(view.state),
      select: () => !readOnly && apply(selectToComment(view.state)),
      put: (comment) => apply(putComment(view.state, comment)),
      change: (id, text) => apply(changeComment(view.state, id, text)),
      goTo: (id) => {
        const found = apply(goToComment(view.state, id));
        if (found) view.focus();
        return found;
      },
    },
    claimMaterial: () => claimMaterial(view.state),
    run: (name) => act(active().commands[name]),
    setLink: (href) => act(setLink(href)),
    writing,
    citations,
    place: () => placeIn(view, hasPlace),
    returnTo: (place) => {
      hasPlace ||= place.selection !== null;
      returnTo(view, place);
    },
    // What is being written in a footnote goes on there.
    focus: () => (brief?.footnotes.field ?? view).focus(),
    hasFocus: () => view.hasFocus() || brief?.footnotes.field?.hasFocus() === true,
    isComposing,
    onComposed: (listener) => afterComposing(root, isComposing, listener),
    destroy: () => {
      toolbar?.end();
      for (const stop of stops) stop?.();
      writing?.destroy();
      view.destroy();
      root.remove();
    },
  };
}
