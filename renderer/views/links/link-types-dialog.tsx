import { Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { linkCounts } from '../../session/links/link-type-edits.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { LinkLineSample } from './link-line-sample.tsx';
import { LinkTypeForm } from './link-type-form.tsx';
import { RemoveLinkType } from './remove-link-type.tsx';

/** What the right half shows: a type to be changed, a new one, or what becomes of the links of one that is removed. */
type Shown =
  | { readonly kind: 'type'; readonly id: LinkTypeId }
  | { readonly kind: 'new' }
  | { readonly kind: 'remove'; readonly id: LinkTypeId };

/** The types of links: what there is, how each reads from both ends, how it is drawn, how often it is used. */
export function LinkTypesDialog(): ReactNode {
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const links = useRecords((records) => records.list('link'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `links` is another list when one of them changed
  const counts = useMemo(() => linkCounts(session), [session, links]);
  const [shown, setShown] = useState<Shown>(
    types[0] === undefined ? { kind: 'new' } : { kind: 'type', id: types[0].id },
  );
  const chosen = shown.kind === 'new' ? null : (types.find(({ id }) => id === shown.id) ?? null);
  return (
    <Dialog wide closeButton title="Types of links" onClose={() => session.closeDialog()}>
      <div className="link-types-dialog">
        <div className="link-types-list">
          <ul aria-label="Types of links">
            {types.map((type) => (
              <li key={type.id}>
                <button
                  type="button"
                  className="link-type"
                  aria-current={chosen?.id === type.id || undefined}
                  onClick={() => setShown({ kind: 'type', id: type.id })}
                >
                  <LinkLineSample type={type} />
                  <span className="link-type-names">
                    <span>{type.name}</span>
                    <span className="link-type-inverse">
                      {type.symmetric ? 'the same from both ends' : type.inverseName}
                    </span>
                  </span>
                  <span className="link-type-count">
                    {counts.get(type.id) ?? 0}
                    <span className="visually-hidden"> links</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button quiet"
            aria-current={shown.kind === 'new' || undefined}
            onClick={() => setShown({ kind: 'new' })}
          >
            <Plus size={14} aria-hidden="true" />
            Add type
          </button>
        </div>
        <div className="link-types-detail">
          {shown.kind === 'remove' && chosen !== null ? (
            <RemoveLinkType
              key={chosen.id}
              type={chosen}
              types={types}
              count={counts.get(chosen.id) ?? 0}
              onDone={(id) => {
                const next = id ?? types.find((type) => type.id !== chosen.id)?.id;
                setShown(next === undefined ? { kind: 'new' } : { kind: 'type', id: next });
              }}
            />
          ) : (
            <>
              <LinkTypeForm
                key={shown.kind === 'new' ? 'new' : shown.id}
                type={chosen}
                onMade={(id) => setShown({ kind: 'type', id })}
              />
              {chosen !== null && (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => setShown({ kind: 'remove', id: chosen.id })}
                >
                  Remove or merge “{chosen.name}” ({countOf(counts.get(chosen.id) ?? 0, 'link')})…
                </button>
              )}
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
