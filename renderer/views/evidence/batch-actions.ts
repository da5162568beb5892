import type { AnnotationId } from '../../../app/record/ids.ts';
import { tagAnnotations } from '../../session/evidence/evidence-batch.ts';
import type { Session } from '../../session/session.ts';
import { sendAnnotationsToBrief } from '../../session/writing/brief.ts';

/** What can be done with several annotations at once. */
export type BatchAction = 'tag' | 'untag' | 'link' | 'claim' | 'brief' | 'remove';

/** Does it with these annotations, or asks what is missing first. Says why where nothing may be changed. */
export function runBatch(
  session: Session,
  action: BatchAction,
  annotationIds: readonly AnnotationId[],
): void {
  const { readOnly } = session.store.project;
  if (readOnly !== null) session.say(readOnly);
  if (readOnly !== null || annotationIds.length === 0) return;
  if (action === 'brief') sendAnnotationsToBrief(session, annotationIds);
  else if (action === 'claim') session.openDialog({ kind: 'claim', annotationIds });
  else session.openDialog({ kind: `evidence-${action}`, annotationIds });
}

/** Tags with the tag that has this key. */
export function tagWithKey(
  session: Session,
  key: number,
  annotationIds: readonly AnnotationId[],
): void {
  const { readOnly } = session.store.project;
  const tag = session.store.records.list('tag').find((one) => one.key === key);
  if (readOnly !== null) session.say(readOnly);
  else if (tag === undefined) session.say(`No tag has the key ${key}. Press T to choose one.`);
  else if (annotationIds.length > 0) tagAnnotations(session, annotationIds, tag.name);
}
