import type { ReactNode } from 'react';
import { stances } from '../../session/claims/claim.ts';
import { stanceSigns } from './stance-sign.tsx';

/** What the signs of the stances mean, where there are any. */
export function StanceLegend(): ReactNode {
  return (
    <ul className="legend" aria-label="Stances">
      {stances.map((stance) => (
        <li key={stance}>
          <span className="stance" data-stance={stance} aria-hidden="true">
            {stanceSigns[stance]}
          </span>
          {stance}
        </li>
      ))}
    </ul>
  );
}
