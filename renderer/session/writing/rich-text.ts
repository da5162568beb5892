import { setNote } from '../../../app/annotation/annotation-diffs.ts';
import { briefContentIn } from '../../../app/brief/brief-content.ts';
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
import { askAlterations } from './alter-quotation.ts';
import { keepWords, saveBrief } from './brief.ts';
import { briefPlace } from './brief-places.ts';
import { withMarks } from './citation-marks.ts';
import { citationSource } from './citation-source.ts';
import { askComment } from './comments.ts';
import { Draft } from './draft.ts';
import { forgetBriefFind } from './find-in-brief.ts';
import { type FollowedContent, followContent } from './follow-content.ts';
import { referenceSource } from './references.ts';
import { takePictures } from './take-pictures.ts';

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
  const note = (): RichTextNode | null | undefined => {
    const record = owner();
    return record === null ? undefined : record.note;
  };
  const save = (): void => {
    const record = owner();
    const { content, saved } = followed.toSave();
    if (record === null || same(record.note, content)) return;
    store.commit(
      `Write the note of ${nameOf(session, record)}`,
      noteDiff(session, record, content),
    );
    saved();
  };
  const editor: RichTextEditor = createRichTextEditor(element, {
    kind: 'note',
    content: note() ?? null,
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
  const followed = followContent(session, editor, draft, note);
  return mounted(session, element, editor, draft, followed);
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
  let title = brief?.title ?? '';
  const save = (): void => {
    const { content, saved } = followed.toSave();
    const name = session.openBrief.takeEditName();
    const also = session.openBrief.takeRecords();
    if (content === null) return;
    const blocks = content.content ?? [];
    try {
      if (records.get('brief', briefId) === null) keepWords(session, title, blocks, also);
      else saveBrief(store, briefId, blocks, name, also);
      saved();
    } catch (error) {
      // What stands on the screen still needs them when it is saved later.
      session.openBrief.bringRecords(also);
      if (name !== null) session.openBrief.nameEdit(name);
      throw error;
    }
  };
  const citations = withMarks(session, briefId, citationSource(session));
  const editor: RichTextEditor = createRichTextEditor(element, {
    kind: 'brief',
    content: brief === null ? null : briefContentIn(records, brief),
    label: 'Text of the brief',
    placeholder: 'Write here. Cite a highlight or a claim from the Inspector.',
    readOnly: store.project.readOnly !== null,
    citations,
    references: referenceSource(session, briefId),
    onChange: () => draft.touch(),
    onLink: (url) => openLink(session, url),
    onComment: () => askComment(session),
    onAlter: () => askAlterations(session),
    onPictures: (files) => takePictures(session, files),
    onState,
  });
  const draft = new Draft(save, () => session.noteDrafts());
  session.openBrief.show(editor);
  const place = briefPlace(session, briefId);
  if (place !== null) editor.returnTo(place);
  // Composed anew only when it is another: most changes of records are about others.
  let parts = records.partsOf(briefId);
  let shown = brief;
  let content = brief === null ? undefined : briefContentIn(records, brief);
  const read = (): RichTextNode | undefined => {
    const present = records.get('brief', briefId);
    if (present === shown && records.partsOf(briefId) === parts) return content;
    shown = present;
    parts = records.partsOf(briefId);
    title = present?.title ?? title;
    content = present === null ? undefined : briefContentIn(records, present);
    return content;
  };
  const followed = followContent(session, editor, draft, read);
  const own = mounted(session, element, editor, draft, followed);
  return {
    ...own,
    unmount() {
      try {
        own.unmount();
      } finally {
        citations.end();
      }
    },
  };
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
  followed: FollowedContent,
): MountedEditor {
  session.drafts.add(draft);
  const stop = session.store.records.subscribe(followed.follow);
  const onFocusOut = (): void => draft.flush();
  element.addEventListener('focusout', onFocusOut);
  return {
    editor,
    unmount() {
      try {
        draft.flush();
      } finally {
        // Also where the words could not be saved: an editor that is off the screen must follow nothing.
        session.drafts.delete(draft);
        session.noteDrafts();
        stop();
        followed.end();
        element.removeEventListener('focusout', onFocusOut);
        if (session.openBrief.editor === editor) {
          forgetBriefFind(session);
          session.openBrief.show(null);
        }
        editor.destroy();
      }
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
