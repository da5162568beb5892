import type { ReactNode } from 'react';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { putBackAnnotations, revisionName } from '../../session/carry-over/carry-over.ts';
import { carriedWords } from '../../session/carry-over/carry-over-words.ts';
import { useSession } from '../parts/session-context.ts';

/** Of an annotation that was carried over: from where and how, with the words it had there if they were others. */
export function CarriedFact({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const { carried, passage } = annotation;
  if (carried === undefined) return null;
  return (
    <div className="fact-note">
      Carried over from {revisionName(session, carried.from.revisionId)}, {carriedWords(carried)}
      {carried.from.quote !== passage.quote && <>: “{carried.from.quote}”</>}{' '}
      {session.store.project.readOnly === null && (
        <button
          type="button"
          className="button quiet fact-button"
          onClick={() => putBackAnnotations(session, [annotation])}
        >
          Put back
        </button>
      )}
    </div>
  );
}
