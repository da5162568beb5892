import { type ReactNode, useEffect } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { askParallels } from '../../session/parallels/ask-parallels.ts';
import { orderPairs, showFormulas } from '../../session/parallels/parallels-list.ts';
import { nothingKnown } from '../../session/parallels/show-parallels.ts';
import { SearchSegments } from '../desk/search-segments.tsx';
import { Section } from '../inspector/section.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { useAfterPaint } from '../parts/use-after-paint.ts';
import { ParallelsList } from './parallels-list.tsx';
import { useParallelsView, useShownParallels } from './use-shown-parallels.ts';

/** The parallel passages of an article that the program found, in its order or the best first. */
export function ParallelsSection({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const session = useSession();
  const shown = useAfterPaint(useShownParallels(articleId));
  const { order, formulas } = useParallelsView();
  useSessionState((state) => state.parallels.told);
  useEffect(() => void askParallels(session, articleId), [session, articleId]);
  const { listed } = shown;
  const hasFormulas = shown.formulas > 0 || listed.some(({ pair }) => pair.formula);
  return (
    <Section title="Parallel passages" aside={<span className="count">{listed.length}</span>}>
      {(listed.length > 1 || hasFormulas) && (
        <div className="parallels-choices">
          <SearchSegments
            label="Order of parallel passages"
            value={order}
            options={[
              ['place', 'In order'],
              ['score', 'Best first'],
            ]}
            onChange={(next) => orderPairs(session, next)}
          />
          {hasFormulas && (
            <label className="parallels-formulas">
              <input
                type="checkbox"
                checked={formulas}
                onChange={(event) => showFormulas(session, event.target.checked, articleId)}
              />
              Formulas{shown.formulas > 0 ? ` (${shown.formulas})` : ''}
            </label>
          )}
        </div>
      )}
      {listed.length === 0 ? (
        <p className="hint">{nothingKnown(session)}</p>
      ) : (
        <ParallelsList articleId={articleId} pairs={listed} />
      )}
    </Section>
  );
}
