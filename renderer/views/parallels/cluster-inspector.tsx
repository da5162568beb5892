import { type ReactNode, useEffect, useState } from 'react';
import type { ClusterPassage } from '../../../app/host/suggestions.ts';
import { listArticle } from '../../session/article-list.ts';
import { openRow } from '../../session/parallels/cluster-actions.ts';
import { clusterRows } from '../../session/parallels/cluster-rows.ts';
import { type PassageAround, passageAround } from '../../session/reading/passage-around.ts';
import { Section } from '../inspector/section.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** The passage of the cluster that the keyboard is on, in the words around it. */
export function ClusterInspector(): ReactNode {
  const session = useSession();
  const clusters = useSessionState((state) => state.parallels.clusters);
  const row = clusterRows(clusters).find(({ key }) => key === clusters.row) ?? null;
  const article = useRecords((records) =>
    row === null ? null : records.get('article', row.passage.articleId),
  );
  const around = useAround(row?.passage ?? null);
  if (row === null || article === null) {
    return <p className="empty">Choose a passage of a cluster to see it in its article.</p>;
  }
  const { metadata, outlet, date } = listArticle(article);
  const { passage } = row;
  return (
    <>
      <div className="inspected-head">
        <span>{[outlet ?? 'Outlet not stated', date ?? 'no date'].join(' · ')}</span>
      </div>
      <Section title={metadata.title}>
        <p className="cluster-around">
          {around?.before}
          <mark>{passage.quote}</mark>
          {around?.after}
        </p>
        <p className="hint">
          {passage.credits === null
            ? 'Credits nobody.'
            : passage.creditsSure
              ? `Credits ${passage.credits}, in the article’s words.`
              : `Credits ${passage.credits}, it seems: a pronoun or the context tells, which is not sure.`}
        </p>
        <button type="button" className="button" onClick={() => openRow(session, row)}>
          Open both
        </button>
      </Section>
    </>
  );
}

/** The words around a passage, once its text is read. */
function useAround(passage: ClusterPassage | null): PassageAround | null {
  const session = useSession();
  const [around, setAround] = useState<PassageAround | null>(null);
  useEffect(() => {
    setAround(null);
    if (passage === null) return undefined;
    let left = false;
    const { revisionId, start, end, quote } = passage;
    const asked = { revisionId, start, end, quote, prefix: '', suffix: '' };
    void passageAround(session, asked).then((found) => {
      if (!left) setAround(found);
    });
    return () => {
      left = true;
    };
  }, [session, passage]);
  return around;
}
