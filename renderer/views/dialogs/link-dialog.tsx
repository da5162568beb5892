import { type FormEvent, type ReactNode, useState } from 'react';
import type { AnnotationId, LinkTypeId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { listArticle } from '../../session/article-list.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { makeLink } from '../../session/writing/link.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Asks how one passage relates to another. */
export function LinkDialog(props: {
  readonly from: AnnotationId;
  readonly to: AnnotationId;
}): ReactNode {
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const from = useRecords((records) => records.get('annotation', props.from));
  const to = useRecords((records) => records.get('annotation', props.to));
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
        <PassageLine annotation={from} />
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
        <PassageLine annotation={to} />
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
