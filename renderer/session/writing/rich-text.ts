import { setNote } from '../../../app/annotation/annotation-diffs.ts';
import { safeLink } from '../../../app/brief/safe-link.ts';
import { editClaim } from '../../../app/claim/claim-diffs.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { BriefId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, ClaimRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { createRichTextEditor, type RichTextEditor } from '../../editor/create-rich-text-editor.ts';
import type { EditorCommandName } from '../../editor/editor-commands.ts';
import type { EditorToolbarState } from '../../editor/toolbar-state.ts';
import { focusArea } from '../focus.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { showsTexts } from '../shown-panes.ts';
import { saveBrief } from './brief.ts';
import { citationSource } from './citation-source.ts';
import { Draft } from './draft.ts';
import { referenceSource } from './references.ts';

/** What a format bar shows: which formats stand at the caret, and which could. */
export type { EditorCommandName as FormatCommand, EditorToolbarState as FormatState };

/** An editor in an element of a view, with what takes it away again. */
export interface MountedEditor {
  readonly editor: RichTextEditor;
  unmount(): void;
}

/** A record with a note. */
export type NoteOwner = Pick<AnnotationRecord, 'kind' | 'id'> | Pick<ClaimRecord, 'kind' | 'id'>;

/** Puts the note of an annotation or a claim into an element, to be written. Saved while typing; follows undo. */
export function mountNote(
  session: Session,
  element: HTMLElement,
  { kind, id }: NoteOwner,
  onState: (state: EditorToolbarState) => void,
): MountedEditor {
  const { store } = session;
  const { records } = store;
  const owner = (): AnnotationRecord | ClaimRecord | null => records.get(kind, id);
  const note = (): RichTextNode | null => owner()?.note ?? null;
  const save = (): void => {
    const record = owner();
    const content = editor.content();
    if (record === null || same(record.note, content)) return;
    store.commit(
      `Write the note of ${nameOf(session, record)}`,
      noteDiff(session, record, content),
    );
  };
  const editor: RichTextEditor = createRichTextEditor(element, {
    kind: 'note',
    content: note(),
    label: 'Note',
    placeholder: 'Write a note…',
    readOnly: store.project.readOnly !== null,
    references: referenceSource(session, id),
    onChange: () => draft.touch(),
    onLink: (url) => openLink(session, url),
    onKey: (event) => leaveOnEscape(session, event),
    onState,
  });
  const draft = new Draft(save, () => session.noteDrafts());
  return mounted(session, element, editor, draft, () => editor.setContent(note()));
}

/** Puts a brief into an element, to be written. Its citations show what the records say. */
export function mountBrief(
  session: Session,
  element: HTMLElement,
  briefId: BriefId,
  onState: (state: EditorToolbarState) => void,
): MountedEditor {
  const { store } = session;
  const { records } = store;
  const brief = records.get('brief', briefId);
  const save = (): void => {
    const content = editor.content();
    if (content !== null) saveBrief(store, briefId, content);
  };
  const editor: RichTextEditor = createRichTextEditor(element, {
    kind: 'brief',
    content: brief?.content ?? null,
    label: 'Text of the brief',
    placeholder: 'Write here. Cite a highlight or a claim from the Inspector.',
    readOnly: store.project.readOnly !== null,
    citations: citationSource(session),
    references: referenceSource(session, briefId),
    onChange: () => draft.touch(),
    onLink: (url) => openLink(session, url),
    onState,
  });
  const draft = new Draft(save, () => session.noteDrafts());
  session.briefEditor = editor;
  return mounted(session, element, editor, draft, () => {
    const present = records.get('brief', briefId);
    if (present !== null) editor.setContent(present.content);
  });
}

function noteDiff(
  { store }: Session,
  record: AnnotationRecord | ClaimRecord,
  note: RichTextNode | null,
): Diff {
  return record.kind === 'annotation'
    ? setNote(store.maker, record, note)
    : editClaim(store.maker, record, { note });
}

function nameOf(session: Session, record: AnnotationRecord | ClaimRecord): string {
  return record.kind === 'annotation' ? labelOf(session, record.id) : `C${record.number}`;
}

function mounted(
  session: Session,
  element: HTMLElement,
  editor: RichTextEditor,
  draft: Draft,
  follow: () => void,
): MountedEditor {
  session.drafts.add(draft);
  const stop = session.store.records.subscribe(() => {
    if (!draft.pending) follow();
  });
  const onFocusOut = (): void => draft.flush();
  element.addEventListener('focusout', onFocusOut);
  return {
    editor,
    unmount() {
      draft.flush();
      session.drafts.delete(draft);
      session.noteDrafts();
      stop();
      element.removeEventListener('focusout', onFocusOut);
      if (session.briefEditor === editor) session.briefEditor = null;
      editor.destroy();
    },
  };
}

/** From a note, Escape goes back to the text, or to the list that its claim stands in. */
function leaveOnEscape(session: Session, event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false;
  session.flushDrafts();
  if (showsTexts(session.get())) session.panes.focus(session.get().activePane);
  else focusArea(session, 'desk');
  return true;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What was meant by an address as people write it: `example.org` is a web page. `null`: no address. */
export function webAddress(written: string): string | null {
  if (/^(?:https?:\/\/|mailto:)/i.test(written)) return safeLink(written);
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(written)) return safeLink(`mailto:${written}`);
  if (/^[^\s/:]+\.[^\s/:]+(?:[/:?#]\S*)?$/.test(written)) return safeLink(`https://${written}`);
  return null;
}

/** Opens a link of a note or a brief in the analyst's own browser; main asks first. */
function openLink(session: Session, url: string): void {
  session.host.openExternal({ url }).catch((error: unknown) => {
    session.say(error instanceof Error ? error.message : String(error));
  });
}
