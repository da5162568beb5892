import type { ReactNode } from 'react';
import type { ParallelSuggestion, SuggestedPassage } from '../../../app/host/suggestions.ts';
import { linkPairAs } from '../../session/parallels/link-parallel.ts';
import { sourceInWords } from '../../session/parallels/parallel-words.ts';
import { linkDirection, usualLinkType } from '../../session/review/usual-choices.ts';
import { LinkEndCard, LinkEndsForm } from '../links/link-ends-form.tsx';
import { useSession } from '../parts/session-context.ts';

/** Asks how two parallel passages relate, and which of them says so of the other. */
export function LinkParallelDialog({ pair }: { readonly pair: ParallelSuggestion }): ReactNode {
  const session = useSession();
  const [from, to] = linkDirection(pair, false);
  return (
    <LinkEndsForm
      title="Link the parallel passages"
      usual={usualLinkType(session.store.records, pair)?.name ?? ''}
      from={<EndCard passage={from} />}
      to={<EndCard passage={to} />}
      onLink={(typeId, turned) => void linkPairAs(session, pair, typeId, turned)}
    />
  );
}

function EndCard({ passage }: { readonly passage: SuggestedPassage }): ReactNode {
  const session = useSession();
  return <LinkEndCard source={sourceInWords(session, passage.articleId)} words={passage.quote} />;
}
