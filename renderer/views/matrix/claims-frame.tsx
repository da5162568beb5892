import type { ReactNode } from 'react';
import { type ClaimsAs, showClaimsAs } from '../../session/matrix/claims-as.ts';
import { ClaimsView } from '../desk/claims-view.tsx';
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
  return (
    <div className="claims-frame">
      <div className="claims-bar">
        <SearchSegments
          label="Show claims as"
          value={as}
          options={ways}
          onChange={(way) => showClaimsAs(session, way)}
        />
      </div>
      {as === 'matrix' ? <LateMatrix /> : <ClaimsView />}
    </div>
  );
}
