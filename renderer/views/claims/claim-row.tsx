import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { countOf, presentArticles } from '../../session/article-list.ts';
import { presentEvidence, speakerName } from '../../session/claims/claim.ts';
import { importanceWord, writeSaidOn } from '../../session/claims/claim-fields.ts';
import type { ClaimLine } from '../../session/claims/claim-lines.ts';
import { sourcesShown } from '../../session/claims/claim-sources-shown.ts';
import { outletNames, outletsOf } from '../../session/claims/claim-summary.ts';
import { setClaims } from '../../session/claims/claims-state.ts';
import { foldClaim } from '../../session/claims/claims-view-setting.ts';
import { GridCell, GridRow } from '../library/grid-parts.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { StanceSign } from './stance-sign.tsx';

/** The height of a row in pixels: as claims.css has it. */
export const claimRowHeight = 96;

/** How many of those with a passage are named, and of those without; the others are counted. */
const named = 6;

/** One claim of the list: what it says, what is known of it, who has a passage and who has none. */
export const ClaimRow = memo(function ClaimRow(props: {
  readonly line: ClaimLine;
  readonly index: number;
  readonly isActive: boolean;
}): ReactNode {
  const { line, index, isActive } = props;
  const { claim, level, isOpen } = line;
  const session = useSession();
  const chosen = useSessionState((state) => state.claimId === claim.id);
  const speaker = useRecords((records) => speakerName(records, claim));
  const filed = useRecords((records) => records.evidenceOf(claim.id));
  const clusters = useSessionState((state) => state.clusters);
  const articles = useRecords(presentArticles);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the trash leaves of it
  const evidence = useMemo(
    () => presentEvidence(session.store.records, claim.id),
    [session, claim.id, filed, articles],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the sources are made of
  const sources = useMemo(() => {
    const count = sourcesShown(session, claim.id).length;
    return count === 0 ? '' : ` from ${countOf(count, 'source')}`;
  }, [session, claim.id, evidence, clusters, articles]);
  const facts = [
    speaker,
    writeSaidOn(claim) || null,
    claim.place ?? null,
    claim.importance ? `importance: ${importanceWord(claim)}` : null,
    `C${claim.number} · ${countOf(evidence.length, 'passage')}${sources}`,
  ].filter((fact) => fact !== null);
  return (
    <GridRow
      className="claim-row"
      data-index={index}
      data-chosen={chosen || undefined}
      data-way={!line.isFound || undefined}
      aria-rowindex={index + 1}
      aria-level={level}
      aria-posinset={line.place}
      aria-setsize={line.siblings}
      {...(isOpen !== null && { 'aria-expanded': isOpen })}
      style={{ top: index * claimRowHeight, paddingLeft: 20 + Math.min(level - 1, 8) * 22 }}
    >
      <GridCell className="claim-cell">
        {isOpen !== null && (
          // The arrows of the keyboard do the same; Tab goes to the claim alone.
          <button
            type="button"
            className="button quiet icon claim-fold"
            tabIndex={-1}
            aria-label={`${isOpen ? 'Fold up' : 'Open'} C${claim.number}`}
            onClick={() => foldClaim(session, claim.id, isOpen)}
          >
            {isOpen ? (
              <ChevronDown size={14} aria-hidden="true" />
            ) : (
              <ChevronRight size={14} aria-hidden="true" />
            )}
          </button>
        )}
        <button
          type="button"
          className="claim-main"
          data-stop
          aria-pressed={chosen}
          tabIndex={isActive ? 0 : -1}
          onFocus={() => {
            if (session.get().claims.active !== claim.id) setClaims(session, { active: claim.id });
          }}
          onClick={() =>
            session.set({ claimId: claim.id, annotationId: null, inspectorShown: true })
          }
        >
          <span className="visually-hidden">Claim C{claim.number}: </span>
          <span className="claim-wording">{claim.wording}</span>
          <span className="claim-facts">
            <span className="claim-status" data-status={claim.status}>
              {claim.status}
            </span>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </button>
        <Outlets evidence={evidence} />
      </GridCell>
    </GridRow>
  );
});

function Outlets({ evidence }: { readonly evidence: Parameters<typeof outletsOf>[1] }): ReactNode {
  const session = useSession();
  const articles = useRecords(presentArticles);
  const { records } = session.store;
  const { withPassage, without } = outletsOf(records, evidence, outletNames(articles));
  const more = withPassage.length - named;
  return (
    <div className="claim-outlets">
      {withPassage.slice(0, named).map(({ outlet, items }) => (
        <span key={outlet} className="claim-outlet">
          {items.slice(0, 5).map((item) => (
            <StanceSign key={item.id} evidence={item} />
          ))}
          {outlet}
        </span>
      ))}
      {more > 0 && <span className="claim-outlet">and {countOf(more, 'more outlet')}</span>}
      {without.length > 0 && (
        <span className="claim-without" title={without.slice(0, 100).join(', ')}>
          No passage yet from: {without.slice(0, named).join(', ')}
          {without.length > named && ` and ${without.length - named} more`}
        </span>
      )}
    </div>
  );
}
