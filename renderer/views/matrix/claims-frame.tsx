import { type ReactNode, useState } from 'react';
import { type ClaimsAs, showClaimsAs } from '../../session/matrix/claims-as.ts';
import { LateClaimsList } from '../claims/late-claims.tsx';
import { SearchSegments } from '../desk/search-segments.tsx';
import { useSession } from '../parts/session-context.ts';
import { LateMatrix } from './late-matrix.tsx';
import { useClaimsAs } from './use-claims-as.ts';

const ways: readonly (readonly [ClaimsAs, string])[] = [
  ['list', 'List'],
  ['matrix', 'Matrix'],
];

/** The claims: one below the other, or against the articles. */
export function ClaimsFrame(): ReactNode {
  const session = useSession();
  const as = useClaimsAs();
  /** The rest of the bar, where the matrix puts its filter. */
  const [bar, setBar] = useState<HTMLElement | null>(null);
  return (
    <div className="claims-frame">
      <div className="claims-bar">
        <SearchSegments
          label="Show claims as"
          value={as}
          options={ways}
          onChange={(way) => showClaimsAs(session, way)}
        />
        <div className="claims-bar-rest" ref={setBar} />
      </div>
      {as === 'matrix' ? <LateMatrix bar={bar} /> : <LateClaimsList />}
    </div>
  );
}
