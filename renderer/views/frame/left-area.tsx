import { type KeyboardEvent, lazy, type ReactNode, Suspense } from 'react';
import { showLeftTab } from '../../session/left-area.ts';
import { Library } from '../library/library.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** No part of the first picture: its code is read when it is first shown. */
const Codebook = lazy(() =>
  import('../codebook/codebook.tsx').then((module) => ({ default: module.Codebook })),
);

const tabs = [
  ['articles', 'Articles'],
  ['codebook', 'Codebook'],
] as const;

/** The left area: the articles and the codebook, one at a time. Whichever is shown is the area for the keyboard. */
export function LeftArea(): ReactNode {
  const session = useSession();
  const shown = useSessionState((state) => state.leftTab);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = shown === 'articles' ? 'codebook' : 'articles';
    showLeftTab(session, other, { focus: false });
    const list = event.currentTarget;
    queueMicrotask(() => list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div className="left-area">
      <div className="left-tabs" role="tablist" aria-label="Left area" onKeyDown={onKeyDown}>
        {tabs.map(([tab, title]) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`left-tab-${tab}`}
            aria-selected={shown === tab}
            aria-controls="left-panel"
            tabIndex={shown === tab ? 0 : -1}
            onClick={() => showLeftTab(session, tab, { focus: false })}
          >
            {title}
          </button>
        ))}
      </div>
      <div
        className="left-panel"
        id="left-panel"
        role="tabpanel"
        aria-labelledby={`left-tab-${shown}`}
      >
        {shown === 'articles' ? (
          <Library />
        ) : (
          <Suspense fallback={null}>
            <Codebook />
          </Suspense>
        )}
      </div>
    </div>
  );
}
