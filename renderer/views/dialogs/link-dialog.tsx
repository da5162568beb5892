import { type FormEvent, type ReactNode, useState } from 'react';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, ClaimRecord, LinkEnd } from '../../../app/record/records.ts';
import { listArticle } from '../../session/article-list.ts';
import { makeLink } from '../../session/links/link.ts';
import { endRecord } from '../../session/links/link-parts.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Asks how one end of a link relates to the other. */
export function LinkDialog(props: { readonly from: LinkEnd; readonly to: LinkEnd }): ReactNode {
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const from = useRecords((records) => endRecord(records, props.from));
  const to = useRecords((records) => endRecord(records, props.to));
  const usual = types.find(({ name }) => name === 'repeats') ?? types[0];
  const [typeId, setTypeId] = useState<LinkTypeId | null>(usual?.id ?? null);
  if (from === null || to === null) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    session.closeDialog();
    if (typeId !== null) makeLink(session, props.from, props.to, typeId);
  };
  return (
    <Dialog title="Link" onClose={() => session.closeDialog()}>
      <form onSubmit={submit}>
        <EndCard end={from} />
        <fieldset className="link-types">
          <legend>How it relates</legend>
          {types.map((type) => (
            <label key={type.id}>
              <input
                type="radio"
                name="type"
                value={type.id}
                checked={type.id === typeId}
                autoFocus={type.id === usual?.id}
                onChange={() => setTypeId(type.id)}
              />
              {type.name}
            </label>
          ))}
        </fieldset>
        <EndCard end={to} />
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Link
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function EndCard({ end }: { readonly end: AnnotationRecord | ClaimRecord }): ReactNode {
  if (end.kind === 'annotation') return <PassageLine annotation={end} />;
  return (
    <div className="card">
      <div className="card-head">
        <span className="card-source">Claim</span>
        <span className="card-number">C{end.number}</span>
      </div>
      <p className="card-text">{end.wording}</p>
    </div>
  );
}

function PassageLine({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', annotation.articleId));
  const outlet = article === null ? null : listArticle(article).outlet;
  return (
    <div className="card">
      <div className="card-head">
        <span className="card-source">{outlet ?? 'Outlet not stated'}</span>
        <span className="card-number">{labelOf(session, annotation.id)}</span>
      </div>
      <p className="card-text">{annotation.passage.quote}</p>
    </div>
  );
}
