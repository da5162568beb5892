import { Plus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClaimStatus, Importance } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { claimFromNothing, claimStatuses } from '../../session/claims/claim.ts';
import { importances } from '../../session/claims/claim-fields.ts';
import {
  filterClaims,
  isFiltered,
  noClaimsFilter,
  setClaims,
} from '../../session/claims/claims-state.ts';
import {
  type ClaimsSort,
  changeClaimsListView,
  claimsSorts,
} from '../../session/claims/claims-view-setting.ts';
import { openSpeakers, speakersInOrder, speakerUse } from '../../session/claims/speakers.ts';
import { pathOfTag } from '../../session/codebook/tag-places.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { StanceLegend } from './stance-legend.tsx';
import { useClaimsListView } from './use-claims-list-view.ts';

/** How many tags or speakers a list offers; the words of the filter find the others. */
const offered = 300;

/** Above the list of claims: how many, what narrows and what sorts them. */
export function ClaimsHead(props: { readonly found: number; readonly count: number }): ReactNode {
  const session = useSession();
  const { found, count } = props;
  const filter = useSessionState((state) => state.claims.filter);
  const readOnly = session.store.project.readOnly !== null;
  const narrowed = isFiltered(filter);
  return (
    <header className="claims-head">
      <div className="claims-head-line">
        <h2>
          {narrowed
            ? `${found.toLocaleString('en-GB')} of ${countOf(count, 'claim')}`
            : countOf(count, 'claim')}
        </h2>
        {count > 0 && <StanceLegend />}
        <span className="claims-head-actions">
          <button type="button" className="button quiet" onClick={() => openSpeakers(session)}>
            <Users size={15} aria-hidden="true" />
            Speakers…
          </button>
          {count > 0 && <CommandButton id="brief.draft" title="Draft a brief…" />}
          {!readOnly && (
            <button
              type="button"
              className="button quiet"
              onClick={() => claimFromNothing(session)}
            >
              <Plus size={15} aria-hidden="true" />
              New claim…
            </button>
          )}
        </span>
      </div>
      {count > 0 && (
        <div className="claims-head-line">
          <input
            type="search"
            aria-label="Filter claims"
            placeholder="Filter claims"
            value={filter.text}
            onChange={(event) => filterClaims(session, { text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter.text !== '') {
                event.preventDefault();
                filterClaims(session, { text: '' });
              }
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.currentTarget
                .closest('.claims-view')
                ?.querySelector<HTMLElement>('.claims [data-stop][tabindex="0"]')
                ?.focus();
            }}
          />
          <Facets />
          <Sort />
          {narrowed && (
            <button
              type="button"
              className="button quiet"
              onClick={() => setClaims(session, { filter: noClaimsFilter })}
            >
              Show all
            </button>
          )}
        </div>
      )}
    </header>
  );
}

function Facets(): ReactNode {
  const session = useSession();
  const filter = useSessionState((state) => state.claims.filter);
  const tags = useRecords((records) => records.list('tag'));
  const speakers = useRecords((records) => records.list('speaker'));
  const claims = useRecords((records) => records.list('claim'));
  const { texts } = speakerUse(claims);
  const { speaker } = filter;
  const speakerValue =
    speaker === null ? '' : 'id' in speaker ? `id ${speaker.id}` : `text ${speaker.text}`;
  return (
    <>
      <select
        aria-label="Status"
        value={filter.status ?? ''}
        onChange={({ target }) =>
          filterClaims(session, {
            status: target.value === '' ? null : (target.value as ClaimStatus),
          })
        }
      >
        <option value="">Any status</option>
        {claimStatuses.map((status) => (
          <option key={status}>{status}</option>
        ))}
      </select>
      <select
        aria-label="Speaker"
        value={speakerValue}
        onChange={({ target }) => {
          const [kind, ...rest] = target.value.split(' ');
          const name = rest.join(' ');
          const chosen = speakers.find(({ id }) => id === name);
          const wanted = kind === 'text' ? { text: name } : chosen ? { id: chosen.id } : null;
          filterClaims(session, { speaker: wanted });
        }}
      >
        <option value="">Any speaker</option>
        {speakersInOrder(speakers)
          .slice(0, offered)
          .map(({ id, name }) => (
            <option key={id} value={`id ${id}`}>
              {name}
            </option>
          ))}
        {texts.slice(0, offered).map(({ name }) => (
          <option key={name} value={`text ${name}`}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="Tag"
        value={filter.tagId ?? ''}
        onChange={({ target }) => {
          const tag = tags.find(({ id }) => id === target.value);
          filterClaims(session, { tagId: tag?.id ?? null });
        }}
      >
        <option value="">Any tag</option>
        {tags.slice(0, offered).map(({ id }) => (
          <option key={id} value={id}>
            {pathOfTag(tags, id)}
          </option>
        ))}
      </select>
      <select
        aria-label="Importance"
        value={filter.importance ?? ''}
        onChange={({ target }) =>
          filterClaims(session, {
            importance: target.value === '' ? null : (Number(target.value) as Importance),
          })
        }
      >
        <option value="">Importance</option>
        {importances.slice(1).map((word, index) => (
          <option key={word} value={index + 1}>
            {index === 2 ? word : `${word} or more`}
          </option>
        ))}
      </select>
    </>
  );
}

const sortNames: Readonly<Record<ClaimsSort, string>> = {
  order: 'own order',
  number: 'number',
  wording: 'wording',
  speaker: 'speaker',
  'said on': 'when it was said',
  status: 'status',
  importance: 'importance',
  passages: 'passages',
};

function Sort(): ReactNode {
  const session = useSession();
  const view = useClaimsListView();
  return (
    <span className="claims-sort">
      <select
        aria-label="Sort claims by"
        value={view.sort}
        onChange={({ target }) => {
          const sort = claimsSorts.find((one) => one === target.value);
          if (sort !== undefined) changeClaimsListView(session, { sort });
        }}
      >
        {claimsSorts.map((sort) => (
          <option key={sort} value={sort}>
            by {sortNames[sort]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Turn the order round"
        aria-pressed={view.descending}
        title="Turn the order round"
        onClick={() => changeClaimsListView(session, { descending: !view.descending })}
      >
        {view.descending ? '↑' : '↓'}
      </button>
    </span>
  );
}
