import type { Node, Schema } from 'prosemirror-model';
import { EditorState, type Plugin, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { RichTextNode } from '../../app/record/rich-text.ts';
import { keepSelection } from '../surface/keep-selection.ts';
import { briefSchema } from './brief-schema.ts';
import { caretAtEnd } from './caret-at-end.ts';
import { citationClipboard } from './citation-clipboard.ts';
import { citationKeys } from './citation-keys.ts';
import { citationNumbers } from './citation-numbers.ts';
import type { CitationSource } from './citation-source.ts';
import { CitationViews } from './citation-view.ts';
import { type ClaimMaterial, claimMaterial } from './claim-material.ts';
import { type EditorCommandName, editorCommands } from './editor-commands.ts';
import { editorInputRules } from './editor-input-rules.ts';
import { editorKeymap } from './editor-keymap.ts';
import { type CitationToInsert, insertCitation } from './insert-citation.ts';
import { isEmptyDocument } from './is-empty-document.ts';
import { linkClicks } from './link-clicks.ts';
import { noNativeUndo } from './no-native-undo.ts';
import { noteSchema } from './note-schema.ts';
import { placeholder } from './placeholder.ts';
import { referenceKeys } from './reference-keys.ts';
import { outsideChange, referenceMenu } from './reference-menu.ts';
import type { ReferenceSource } from './reference-source.ts';
import { ReferenceViews } from './reference-view.ts';
import { replaceContent } from './replace-content.ts';
import { selectionAnnouncer } from './selection-announcer.ts';
import { setLink } from './set-link.ts';
import { type EditorToolbarState, sameToolbarState, toolbarState } from './toolbar-state.ts';

/** What an editor shows and whom it tells. */
export interface RichTextEditorOptions {
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
   * Inserts a citation at the caret; at the end of a document that never had the keyboard. False: does not fit here,
   * or the editor is read-only.
   */
  insertCitation(item: CitationToInsert): boolean;
  /** What a claim can be made of: cited passages and own words of the selection, or the citation at the caret. */
  claimMaterial(): ClaimMaterial;
  /** Runs a command on the selection. False: does not apply here, or the editor is read-only. */
  run(command: EditorCommandName): boolean;
  /** Links the selection or changes the link at the caret; `null` takes it off. False: not http, https or mailto. */
  setLink(href: string | null): boolean;
  /** Takes the keyboard, with the caret where it was. */
  focus(): void;
  hasFocus(): boolean;
  /** Takes everything out of `mount` again. The editor may not be used after it. */
  destroy(): void;
}

/** A brief whose records nobody can look up. */
const noCitations: CitationSource = {
  annotation: () => null,
  claim: () => null,
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
  let tables: typeof import('./table-editing.ts') | null = null;
  const commands = editorCommands(schema, () => tables?.tableCommands ?? null);
  const root = mount.ownerDocument.createElement('div');
  root.className = `rich-text-editor ${options.kind}-editor`;
  mount.append(root);
  const references = options.references ?? noReferences;
  const views = source && new CitationViews(root.ownerDocument, source, readOnly);
  const referenceViews = new ReferenceViews(root.ownerDocument, references, readOnly);
  const menu =
    readOnly || options.references === undefined ? null : referenceMenu(root, references);
  let hadFocus = false;
  let shown: EditorToolbarState | null = null;
  // Set while `setContent` runs: what comes from outside is no change of the analyst's.
  let outside = false;

  const view = new EditorView(root, {
    state: EditorState.create({
      doc: documentOf(schema, options.content),
      plugins: [
        noNativeUndo(options.onKey),
        keepSelection(),
        linkClicks(readOnly, options.onLink),
        ...(options.placeholder && !readOnly ? [placeholder(options.placeholder)] : []),
        ...citationPlugins(),
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
        hadFocus = true;
        return false;
      },
    },
    nodeViews: {
      ...(views === null ? {} : citationNodeViews(views)),
      reference: (node) => referenceViews.create(node),
    },
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged && !outside) options.onChange();
      showState();
    },
  });
  const stops = [
    source?.subscribe(() => views?.refresh()),
    references.subscribe(() => referenceViews.refresh()),
  ];
  showState();
  if (options.kind === 'brief' && !readOnly) void addTables();

  /** Editing of tables is read once a brief is shown; until then they are shown, and their commands do not apply. */
  async function addTables(): Promise<void> {
    tables = await import('./table-editing.ts');
    if (view.isDestroyed) return;
    const plugins = [...tables.tablePlugins(), ...view.state.plugins];
    view.updateState(view.state.reconfigure({ plugins }));
    showState();
  }

  function citationPlugins(): Plugin[] {
    if (source === null) return [];
    return [
      citationNumbers(source),
      citationKeys(source),
      caretAtEnd(),
      selectionAnnouncer(root, source),
    ];
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

  function showState(): void {
    if (options.onState === undefined) return;
    const next = toolbarState(view.state, commands, !readOnly);
    if (shown !== null && sameToolbarState(shown, next)) return;
    shown = next;
    options.onState(next);
  }

  // What was read and set last, by the document it belongs to: doing it again costs nothing.
  let read: { readonly doc: Node; readonly content: RichTextNode | null } | null = null;
  let set: { readonly doc: Node; readonly content: RichTextNode | null } | null = null;

  return {
    content: () => {
      const { doc } = view.state;
      if (read?.doc !== doc) {
        const empty = options.kind === 'note' && isEmptyDocument(doc);
        read = { doc, content: empty ? null : (doc.toJSON() as RichTextNode) };
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
      if (readOnly) return false;
      const { state } = view;
      const atEnd = () => state.apply(state.tr.setSelection(Selection.atEnd(state.doc)));
      const transaction = insertCitation(hadFocus ? state : atEnd(), item);
      if (transaction === null) return false;
      view.dispatch(transaction);
      renewCaret();
      return true;
    },
    claimMaterial: () => claimMaterial(view.state),
    run: (name) => !readOnly && commands[name](view.state, view.dispatch, view),
    setLink: (href) => !readOnly && setLink(href)(view.state, view.dispatch),
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus(),
    destroy: () => {
      for (const stop of stops) stop?.();
      view.destroy();
      root.remove();
    },
  };
}

function citationNodeViews(views: CitationViews) {
  const create: NonNullable<EditorView['props']['nodeViews']>[string] = (
    node,
    _view,
    _position,
    decorations,
  ) => views.create(node, decorations);
  return { quotation_citation: create, inline_citation: create, claim_citation: create };
}

/** Throws RangeError if the content does not fit the schema: it was checked where it came in. */
function documentOf(schema: Schema, content: RichTextNode | null) {
  if (content === null) return schema.topNodeType.createAndFill() ?? schema.topNodeType.create();
  const doc = schema.nodeFromJSON(content);
  if (doc.type !== schema.topNodeType) throw new RangeError(`${doc.type.name} is no document.`);
  doc.check();
  return doc;
}
