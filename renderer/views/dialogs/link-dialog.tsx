import type { ReactNode } from 'react';
import type { AnnotationRecord, ClaimRecord, LinkEnd } from '../../../app/record/records.ts';
import { listArticle } from '../../session/article-list.ts';
import { makeLink } from '../../session/links/link.ts';
import { endRecord } from '../../session/links/link-parts.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { LinkEndCard, LinkEndsForm } from '../links/link-ends-form.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Asks how one end of a link relates to the other. */
export function LinkDialog(props: { readonly from: LinkEnd; readonly to: LinkEnd }): ReactNode {
  const session = useSession();
  const from = useRecords((records) => endRecord(records, props.from));
  const to = useRecords((records) => endRecord(records, props.to));
  if (from === null || to === null) return null;
  return (
    <LinkEndsForm
      title="Link"
      usual="repeats"
      from={<EndCard end={from} />}
      to={<EndCard end={to} />}
      onLink={(typeId, turned) => {
        const [start, end] = turned ? [props.to, props.from] : [props.from, props.to];
        makeLink(session, start, end, typeId);
      }}
    />
  );
}

function EndCard({ end }: { readonly end: AnnotationRecord | ClaimRecord }): ReactNode {
  if (end.kind === 'annotation') return <PassageCard annotation={end} />;
  return <LinkEndCard source="Claim" label={`C${end.number}`} words={end.wording} />;
}

function PassageCard({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', annotation.articleId));
  const outlet = article === null ? null : listArticle(article).outlet;
  return (
    <LinkEndCard
      source={outlet ?? 'Outlet not stated'}
      label={labelOf(session, annotation.id)}
      words={annotation.passage.quote}
    />
  );
}
