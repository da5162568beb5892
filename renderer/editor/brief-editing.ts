import type { Node } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import type { NodeViewConstructor } from 'prosemirror-view';
import { keepSelection } from '../surface/keep-selection.ts';
import { briefSchema } from './brief-schema.ts';
import { caretAtEnd } from './caret-at-end.ts';
import { citationKeys } from './citation-keys.ts';
import { citationNumbers } from './citation-numbers.ts';
import type { CitationSource } from './citation-source.ts';
import { CitationViews } from './citation-view.ts';
import { type MentionCiting, mentionCiting } from './cite-mention.ts';
import { commentKeys } from './comment-marks.ts';
import { editorCommands, footnoteCommands } from './editor-commands.ts';
import { editorKeymap } from './editor-keymap.ts';
import { figureKeys } from './figure-keys.ts';
import { FigureViews } from './figure-view.ts';
import { footnoteKeys } from './footnote-keys.ts';
import { footnotePaste } from './footnote-paste.ts';
import { footnoteStanding } from './footnote-standing.ts';
import { FootnoteViews } from './footnote-view.ts';
import { foundHits } from './found-hits.ts';
import { leafWords } from './leaf-words.ts';
import { noNativeUndo } from './no-native-undo.ts';
import { referenceKeys } from './reference-keys.ts';
import { type ReferenceMenu, referenceMenu } from './reference-menu.ts';
import type { ReferenceSource } from './reference-source.ts';
import type { ReferenceViews } from './reference-view.ts';
import { selectionAnnouncer } from './selection-announcer.ts';
import { shownPlace } from './shown-place.ts';
import { keepStretches } from './stretches.ts';

/** What an editor of briefs has beside that of notes. */
export interface BriefEditing {
  readonly plugins: readonly Plugin[];
  readonly nodeViews: Readonly<Record<string, NodeViewConstructor>>;
  readonly footnotes: FootnoteViews;
  /** What the list behind `@` cites instead of mentioning it. */
  readonly citing: MentionCiting;
  /** Draws anew what the records changed. */
  refresh(): void;
}

/** What the writer asks for by key, and what the window answers with a dialog. */
export interface BriefQuestions {
  /** Words in the selection are to have a comment to self, or the one at the caret is to be changed. */
  onComment?(): void;
  /** The selected quotation is to be shortened. */
  onAlter?(): void;
  /** Pictures were pasted or dropped; true: they are taken. */
  onPictures?(files: readonly File[]): boolean;
}

/** The parts of an editor that only briefs have: citations, footnotes, figures, comments to self. */
export function briefEditing(
  root: HTMLElement,
  source: CitationSource,
  references: ReferenceSource,
  referenceViews: ReferenceViews,
  options: BriefQuestions & {
    readonly readOnly: boolean;
    readonly mentions: boolean;
    /** After each change of what the open field of a footnote holds or selects, and when one was opened or closed. */
    onField(): void;
  },
): BriefEditing {
  const { readOnly } = options;
  const citations = new CitationViews(root.ownerDocument, source, readOnly);
  const figures = new FigureViews(source);
  const citation: NodeViewConstructor = (node, _view, _position, decorations) =>
    citations.create(node, decorations);
  const reference: NodeViewConstructor = (node) => referenceViews.create(node);
  const leafText = (leaf: Node): string => leafWords(leaf, source, references);
  const citing = mentionCiting(source);
  let menu: ReferenceMenu | null = null;
  const footnotes = new FootnoteViews({
    readOnly,
    leafText,
    standing: (note) => footnoteStanding(note, source),
    updated: () => options.onField(),
    nodeViews: { inline_citation: citation, article_citation: citation, reference },
    handleKey: (event) => menu?.handleKey(event) === true,
    plugins: (mount) => {
      menu = readOnly || !options.mentions ? null : referenceMenu(mount, references, citing);
      return [
        noNativeUndo(undefined),
        keepSelection(),
        citationKeys(source),
        referenceKeys(references),
        ...(menu === null ? [] : [menu.plugin]),
        ...footnotePaste(briefSchema, source, references),
        commentKeys(undefined, options.onAlter),
        selectionAnnouncer(root, source),
        ...editorKeymap(briefSchema, footnoteCommands(editorCommands(briefSchema))),
      ];
    },
  });
  return {
    footnotes,
    citing,
    nodeViews: {
      quotation_citation: citation,
      inline_citation: citation,
      claim_citation: citation,
      article_citation: citation,
      footnote: footnotes.create,
      figure: figures.create,
    },
    plugins: [
      citationNumbers(source),
      citationKeys(source),
      footnoteKeys(footnotes),
      figureKeys(options.onPictures),
      commentKeys(options.onComment, options.onAlter),
      caretAtEnd(),
      keepStretches(),
      foundHits(),
      shownPlace(),
      selectionAnnouncer(root, source),
    ],
    refresh() {
      citations.refresh();
      footnotes.refresh();
      figures.refresh();
    },
  };
}
