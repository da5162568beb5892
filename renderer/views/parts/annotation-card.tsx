import type { ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { listArticle } from '../../session/article-list.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { otherRevision } from '../../session/reading/revisions.ts';
import { useRecords, useSession } from './session-context.ts';

/** A passage with its source, to be opened at its place. `children`: what can be done with it here. */
export function AnnotationCard(props: {
  readonly id: AnnotationId;
  /** What stands before the source: a relation, a stance. */
  readonly lead?: ReactNode;
  readonly onOpen: () => void;
  readonly openLabel?: string;
  /** A small button beside the number, as a rule "remove". */
  readonly corner?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  const session = useSession();
  const annotation = useRecords((records) => records.get('annotation', props.id));
  const article = useRecords((records) =>
    annotation === null ? null : records.get('article', annotation.articleId),
  );
  const other = useRecords((records) =>
    annotation === null ? null : otherRevision(records, annotation),
  );
  if (annotation === null || article === null) return null;
  const { metadata, outlet, date } = listArticle(article);
  const number = labelOf(session, annotation.id);
  return (
    <div className="card">
      <div className="card-head">
        {props.lead}
        <span className="card-source">
          {[outlet ?? metadata.title, date, other && `on ${other}`].filter(Boolean).join(' · ')}
        </span>
        <span className="card-number">{number}</span>
        {props.corner}
      </div>
      <button
        type="button"
        className="card-quote"
        aria-label={`${props.openLabel ?? 'Open'} ${number}: ${annotation.passage.quote}`}
        onClick={props.onOpen}
      >
        {annotation.passage.quote}
      </button>
      {props.children !== undefined && <div className="card-actions">{props.children}</div>}
    </div>
  );
}
