import { ArrowDown, ArrowUp } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import { listArticle } from '../../session/article-list.ts';
import type { ComparedEnd, ComparedPair } from '../../session/comparing/comparing-state.ts';
import { makePairLink } from '../../session/comparing/link-pair.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Asks how the two passages of a pair relate, and which of them says so of the other. */
export function LinkPairDialog({ pair }: { readonly pair: ComparedPair }): ReactNode {
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const wanted = pair.verbatim ? 'repeats' : 'paraphrases';
  const usual = types.find(({ name }) => name === wanted) ?? types[0];
  const [typeId, setTypeId] = useState<LinkTypeId | null>(usual?.id ?? null);
  const [turned, setTurned] = useState(false);
  const [from, to] = turned ? [pair.right, pair.left] : [pair.left, pair.right];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    session.closeDialog();
    if (typeId !== null) makePairLink(session, pair, typeId, turned);
  };
  return (
    <Dialog title="Link the pair" onClose={() => session.closeDialog()}>
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
          <button
            type="button"
            className="button quiet link-pair-turn"
            onClick={() => setTurned(!turned)}
          >
            <ArrowDown size={13} aria-hidden="true" />
            <ArrowUp size={13} aria-hidden="true" />
            Turn about
          </button>
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

function EndCard({ end }: { readonly end: ComparedEnd }): ReactNode {
  const article = useRecords((records) => records.get('article', end.articleId));
  const outlet = article === null ? null : listArticle(article).outlet;
  return (
    <div className="card">
      <div className="card-head">
        <span className="card-source">{outlet ?? 'Outlet not stated'}</span>
      </div>
      <p className="card-text">{end.quote}</p>
    </div>
  );
}
