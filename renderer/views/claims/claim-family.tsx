import type { ReactNode } from 'react';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { showClaim } from '../../session/claims/claim.ts';
import { childClaims, parentClaim, putBelow } from '../../session/claims/claim-moves.ts';
import { Section } from '../inspector/section.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** What a claim is part of, and the claims that are part of it. */
export function ClaimFamily({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  const parent = useRecords((records) => parentClaim(records, claim.id));
  const children = useRecords((records) => childClaims(records, claim.id));
  return (
    <Section
      title="Part of"
      aside={
        <button
          type="button"
          className="button quiet"
          onClick={() => session.openDialog({ kind: 'claim-parent', claimId: claim.id })}
        >
          Choose…
        </button>
      }
    >
      {parent === null && children.length === 0 && (
        <p className="hint">It stands by itself: part of no other claim, and no claim below it.</p>
      )}
      {parent !== null && (
        <div className="claim-relative">
          <ClaimButton claim={parent} />
          <button
            type="button"
            className="button quiet"
            onClick={() => putBelow(session, claim, null)}
          >
            Take out
          </button>
        </div>
      )}
      {children.length > 0 && (
        <>
          <h4 id={`below-${claim.id}`}>Parts of it</h4>
          <ul className="claim-children" aria-labelledby={`below-${claim.id}`}>
            {children.map((child) => (
              <li key={child.id}>
                <ClaimButton claim={child} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function ClaimButton({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  return (
    <button
      type="button"
      className="claim-name"
      aria-label={`Show C${claim.number}: ${claim.wording}`}
      onClick={() => showClaim(session, claim.id)}
    >
      <span className="card-number">C{claim.number}</span>
      <span className="claim-name-words">{claim.wording}</span>
    </button>
  );
}
