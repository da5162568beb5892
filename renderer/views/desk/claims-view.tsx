import { type ReactNode, useMemo } from 'react';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { presentArticles } from '../../session/article-list.ts';
import { speakerName } from '../../session/claims/claim.ts';
import { outletNames, outletsOf } from '../../session/claims/claim-summary.ts';
import { StanceLegend } from '../claims/stance-legend.tsx';
import { StanceSign } from '../claims/stance-sign.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** How many of those without a passage are named; the others are counted. */
const named = 6;

/** Every claim with its status, who says it and who has not been found to. */
export function ClaimsView(): ReactNode {
  const claims = useRecords((records) => records.list('claim'));
  const articles = useRecords(presentArticles);
  const outlets = useMemo(() => outletNames(articles), [articles]);
  return (
    <div className="list-view">
      <header className="list-head">
        <h2>
          {claims.length} {claims.length === 1 ? 'claim' : 'claims'}
        </h2>
        {claims.length > 0 && <StanceLegend />}
      </header>
      {claims.length === 0 ? (
        <div className="desk-empty">
          <h2>No claims yet</h2>
          <p>
            A claim is a statement somebody makes, in your wording, with the passages that assert or
            deny it. Select a passage in an article and press <kbd>C</kbd>.
          </p>
        </div>
      ) : (
        <ul className="claims" aria-label="Claims">
          {claims.map((claim) => (
            <ClaimRow key={claim.id} claim={claim} outlets={outlets} />
          ))}
        </ul>
      )}
    </div>
  );
}

function ClaimRow(props: {
  readonly claim: ClaimRecord;
  readonly outlets: readonly string[];
}): ReactNode {
  const { claim, outlets } = props;
  const session = useSession();
  const chosen = useSessionState((state) => state.claimId === claim.id);
  const evidence = useRecords((records) => records.evidenceOf(claim.id));
  const speaker = useRecords((records) => speakerName(records, claim));
  const { withPassage, without } = outletsOf(session, evidence, outlets);
  return (
    <li className="claim-row" data-chosen={chosen || undefined}>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => session.set({ claimId: claim.id, annotationId: null, inspectorShown: true })}
      >
        <span className="visually-hidden">Claim C{claim.number}: </span>
        <span className="claim-wording">{claim.wording}</span>
        <span className="claim-facts">
          <span className="claim-status" data-status={claim.status}>
            {claim.status}
          </span>
          {speaker !== null && <span>{speaker}</span>}
          <span>
            C{claim.number} · {evidence.length} {evidence.length === 1 ? 'passage' : 'passages'}
          </span>
        </span>
      </button>
      <div className="claim-outlets">
        {withPassage.map(({ outlet, items }) => (
          <span key={outlet} className="claim-outlet">
            {items.map((item) => (
              <StanceSign key={item.id} evidence={item} />
            ))}
            {outlet}
          </span>
        ))}
        {without.length > 0 && (
          <span className="claim-without" title={without.join(', ')}>
            No passage yet from: {without.slice(0, named).join(', ')}
            {without.length > named && ` and ${without.length - named} more`}
          </span>
        )}
      </div>
    </li>
  );
}
