import type { MentioningRecord } from '../../../app/record/record-source.ts';
import type { RecordKind } from '../../../app/record/records.ts';
import { listArticle } from '../article-list.ts';
import { setView } from '../desk.ts';
import { focusNamed } from '../focus.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { noteBeginning } from './references.ts';

/** A note or a brief that mentions something, as lists show it. */
export interface ShownMention {
  readonly record: MentioningRecord;
  /** `3:10`, `C4`; of a brief, nothing. */
  readonly label: string;
  readonly source: string;
  /** How the note begins; the title of a brief. */
  readonly words: string;
}

/** Notes and briefs that mention a record other than their own, as lists show them: notes first, then briefs. */
export function mentionsShown(
  session: Session,
  id: string,
  mentioning: readonly MentioningRecord[],
): readonly ShownMention[] {
  const order: readonly RecordKind[] = ['annotation', 'claim', 'brief'];
  return mentioning
    .filter((record) => record.id !== id)
    .map((record) => shownMention(session, record))
    .sort((one, other) => order.indexOf(one.record.kind) - order.indexOf(other.record.kind));
}

function shownMention(session: Session, record: MentioningRecord): ShownMention {
  const { records } = session.store;
  switch (record.kind) {
    case 'annotation': {
      const article = records.get('article', record.articleId);
      const listed = article === null ? null : listArticle(article);
      return {
        record,
        label: labelOf(session, record.id),
        source: `Note · ${listed?.outlet ?? listed?.metadata.title ?? ''}`,
        words: noteBeginning(records, record.note),
      };
    }
    case 'claim':
      return {
        record,
        label: `C${record.number}`,
        source: `Note · ${record.wording}`,
        words: noteBeginning(records, record.note),
      };
    case 'brief':
      return { record, label: '', source: 'Brief', words: record.title };
  }
}

/** Opens the note or the brief that mentions something; a dialog that lists it closes. */
export function openMentioning(session: Session, record: MentioningRecord): void {
  session.flushDrafts();
  if (session.get().dialog === null) {
    show(session, record);
    return;
  }
  session.closeDialog();
  // The dialog gives the focus back first.
  requestAnimationFrame(() => show(session, record));
}

function show(session: Session, record: MentioningRecord): void {
  switch (record.kind) {
    case 'annotation':
      session.panes.openAnnotation(record);
      session.say(`The note of ${labelOf(session, record.id)}.`);
      break;
    case 'claim':
      session.set({ view: 'claims', claimId: record.id, annotationId: null });
      session.say(`The note of claim C${record.number}.`);
      break;
    case 'brief':
      session.set({ briefId: record.id });
      setView(session, 'brief');
      focusNamed('brief');
      session.say(`The brief “${record.title}”.`);
      break;
  }
}
