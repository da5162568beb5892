import { type ReactNode, useMemo, useRef } from 'react';
import { claimFromNothing } from '../../session/claims/claim.ts';
import { claimLines } from '../../session/claims/claim-lines.ts';
import { noClaimsFilter, setClaims } from '../../session/claims/claims-state.ts';
import { useFixedRows } from '../inspector/use-fixed-rows.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useLanding } from '../parts/use-landing.ts';
import { ClaimRow, claimRowHeight } from './claim-row.tsx';
import { ClaimsHead } from './claims-head.tsx';
import { useClaimKeys } from './use-claim-keys.ts';
import '../styles/claims.css';
import { useClaimsListView } from './use-claims-list-view.ts';

/** Every claim as a tree, with its status, who says it and who has not been found to; of thousands those in sight are drawn. */
export function ClaimsList(): ReactNode {
  const session = useSession();
  const count = useRecords((records) => records.count('claim'));
  const lines = useClaimLines();
  useLanding();
  const filter = useSessionState((state) => state.claims.filter);
  return (
    <div className="claims-view">
      <ClaimsHead found={lines.found} count={count} />
      {count === 0 && (
        <div className="desk-empty">
          <h2>No claims yet</h2>
          <p>
            A claim is a statement somebody makes, in your wording, with the passages that assert or
            deny it. Select a passage in an article and press <kbd>C</kbd>, or begin with the
            wording.
          </p>
          <button type="button" className="button" onClick={() => claimFromNothing(session)}>
            New claim…
          </button>
        </div>
      )}
      {count > 0 && lines.found === 0 && (
        <div className="desk-empty">
          <p>No claim meets all that is asked.</p>
          <button
            type="button"
            className="button"
            onClick={() => setClaims(session, { filter: noClaimsFilter })}
          >
            Show all claims
          </button>
        </div>
      )}
      {lines.found > 0 && <Rows lines={lines.lines} resetOn={filter} />}
    </div>
  );
}

/** The lines of the list, made anew when what they are made of is another. */
function useClaimLines() {
  const session = useSession();
  const { records } = session.store;
  const claims = useRecords((source) => source.list('claim'));
  const speakers = useRecords((source) => source.list('speaker'));
  const view = useClaimsListView();
  const sortsByEvidence = view.sort === 'passages';
  const evidence = useRecords((source) => (sortsByEvidence ? source.list('evidence') : null));
  const filter = useSessionState((state) => state.claims.filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lists that are others when what they hold is another
  return useMemo(
    () => claimLines(records, filter, view),
    [records, claims, speakers, evidence, filter, view],
  );
}

function Rows(props: {
  readonly lines: ReturnType<typeof claimLines>['lines'];
  readonly resetOn: unknown;
}): ReactNode {
  const { lines } = props;
  const grid = useRef<HTMLDivElement>(null);
  const active = useSessionState((state) => state.claims.active);
  const found = lines.findIndex(({ claim }) => claim.id === active);
  const activeIndex = Math.max(0, found);
  const { from, to } = useFixedRows(grid, claimRowHeight, lines.length, found);
  const keys = useClaimKeys({
    lines,
    activeIndex,
    grid,
    pageSize: () => Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / claimRowHeight) - 1),
  });
  const drawn = lines.slice(from, to).map((line, index) => ({ line, index: from + index }));
  // The row that Tab goes to is there, wherever the list was scrolled to.
  const activeLine = lines[activeIndex];
  if (activeLine !== undefined && (activeIndex < from || activeIndex >= to)) {
    drawn.push({ line: activeLine, index: activeIndex });
  }
  return (
    <div
      ref={grid}
      role="treegrid"
      aria-label="Claims"
      aria-rowcount={lines.length}
      aria-colcount={1}
      className="claims"
      onKeyDown={keys}
    >
      <div role="none" className="claims-lines" style={{ height: lines.length * claimRowHeight }}>
        {drawn.map(({ line, index }) => (
          <ClaimRow
            key={line.claim.id}
            line={line}
            index={index}
            isActive={index === activeIndex}
          />
        ))}
      </div>
    </div>
  );
}
