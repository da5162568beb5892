import type { LinkEnd } from '../../../app/record/records.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';

/** An end of a link as people name it: `3:10` for an annotation, `C4` for a claim; of one that is gone, that it is. */
export function endLabel(session: Session, end: LinkEnd): string {
  if (end.kind === 'annotation') return labelOf(session, end.id);
  const claim = session.store.records.get('claim', end.id);
  return claim === null ? 'a removed claim' : `C${claim.number}`;
}
