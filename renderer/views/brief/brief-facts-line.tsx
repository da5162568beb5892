import { type ReactNode, useEffect, useState } from 'react';
import type { BriefRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { type BriefFacts, briefFactKinds, briefFacts } from '../../session/writing/brief-facts.ts';
import { useSession } from '../parts/session-context.ts';

/** After a pause of so many milliseconds in what is saved it is counted anew. */
const pause = 500;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Below the title: when the brief was begun and what it rests on. */
export function BriefFactsLine({ brief }: { readonly brief: BriefRecord }): ReactNode {
  const { store } = useSession();
  const [facts, setFacts] = useState<BriefFacts | null>(null);
  const { id } = brief;
  useEffect(() => {
    const { records } = store;
    const count = (): void => {
      const now = records.get('brief', id);
      if (now !== null) setFacts(briefFacts(records, now));
    };
    let timer = setTimeout(count);
    let seen = records.changesOf(briefFactKinds);
    const stop = records.subscribe(() => {
      const present = records.changesOf(briefFactKinds);
      if (present === seen) return;
      seen = present;
      clearTimeout(timer);
      timer = setTimeout(count, pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, id]);
  return (
    <p className="brief-facts">
      {day.format(new Date(brief.createdAt))}
      {facts !== null && ` · ${words(facts)}`}
    </p>
  );
}

function words({ citations, claims, sources }: BriefFacts): string {
  if (citations === 0) return 'nothing cited yet';
  const from = [countOf(sources, 'source'), ...(claims === 0 ? [] : [countOf(claims, 'claim')])];
  return `${countOf(citations, 'citation')} · ${from.join(', ')}`;
}
