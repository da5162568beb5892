import { type ReactNode, useMemo } from 'react';
import { citeArticles } from '../../session/writing/cite-articles.ts';
import { shownArticles } from '../../session/writing/shown-articles.ts';
import { countToCite } from '../../session/writing/to-cite.ts';
import { Section } from '../inspector/section.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { NothingToCite } from './nothing-to-cite.tsx';

/** How many are offered at once; the filter finds the others. */
const offered = 30;

/** The articles that can be cited as a whole. `wanted`: words in lower case that title or outlet has to have. */
export function ArticlesToCite({ wanted }: { readonly wanted: string }): ReactNode {
  const session = useSession();
  const articles = useRecords((records) => records.list('article'));
  const every = useMemo(() => shownArticles(articles, ''), [articles]);
  const matching = useMemo(
    () => (wanted === '' ? every : shownArticles(articles, wanted)),
    [articles, every, wanted],
  );
  const counted = { matching, all: every.length };
  return (
    <Section title="Articles to cite" aside={<span className="count">{countToCite(counted)}</span>}>
      <NothingToCite found={counted} none="Articles you import can be cited here as a whole." />
      {matching.slice(0, offered).map(({ article, title, source }) => (
        <div key={article.id} className="card">
          <div className="card-head">
            <span className="card-source">{source}</span>
          </div>
          <p className="card-text" dir="auto">
            {title}
          </p>
          <div className="card-actions">
            <button
              type="button"
              className="button"
              aria-label={`Cite article: ${title}`}
              onClick={() => citeArticles(session, [article])}
            >
              Cite article
            </button>
          </div>
        </div>
      ))}
      {matching.length > offered && (
        <p className="hint">{matching.length - offered} more; narrow them with the filter.</p>
      )}
    </Section>
  );
}
