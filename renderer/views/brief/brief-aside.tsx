import type { ReactNode } from 'react';
import type { BriefId } from '../../../app/record/ids.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import { useRecords, useSessionState } from '../parts/session-context.ts';
import { CheckList } from './check-list.tsx';
import { Outline } from './outline.tsx';

/** What stands in the left area beside a brief. */
export function BriefAside(): ReactNode {
  const chosen = useSessionState((state) => state.briefId);
  const briefId = useRecords((records) => shownBrief(records.list('brief'), chosen));
  return (
    <section className="brief-aside area" aria-label="About the brief" data-area="library">
      <Outline />
      {briefId !== null && <CheckList key={briefId} briefId={briefId} />}
    </section>
  );
}

function shownBrief(briefs: readonly BriefRecord[], chosen: BriefId | null): BriefId | null {
  return (briefs.find(({ id }) => id === chosen) ?? briefs[0])?.id ?? null;
}
