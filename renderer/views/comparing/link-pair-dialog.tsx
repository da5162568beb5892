import type { ReactNode } from 'react';
import { listArticle } from '../../session/article-list.ts';
import type { ComparedEnd, ComparedPair } from '../../session/comparing/comparing-state.ts';
import { makePairLink } from '../../session/comparing/link-pair.ts';
import { LinkEndCard, LinkEndsForm } from '../links/link-ends-form.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Asks how the two passages of a pair relate, and which of them says so of the other. */
export function LinkPairDialog({ pair }: { readonly pair: ComparedPair }): ReactNode {
  const session = useSession();
  return (
    <LinkEndsForm
      title="Link the pair"
      usual={pair.verbatim ? 'repeats' : 'paraphrases'}
      from={<EndCard end={pair.left} />}
      to={<EndCard end={pair.right} />}
      onLink={(typeId, turned) => makePairLink(session, pair, typeId, turned)}
    />
  );
}

function EndCard({ end }: { readonly end: ComparedEnd }): ReactNode {
  const article = useRecords((records) => records.get('article', end.articleId));
  const outlet = article === null ? null : listArticle(article).outlet;
  return <LinkEndCard source={outlet ?? 'Outlet not stated'} words={end.quote} />;
}
