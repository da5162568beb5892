import { type KeyboardEvent, lazy, type ReactNode, Suspense } from 'react';
import { showLeftTab, shownLeftTab, showOutline } from '../../session/left-area.ts';
import { Library } from '../library/library.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** No part of the first picture: their code is read when they are first shown. */
const Codebook = lazy(() =>
  import('../codebook/codebook.tsx').then((module) => ({ default: module.Codebook })),
);

const BriefAside = lazy(() =>
  import('../brief/brief-aside.tsx').then((module) => ({ default: module.BriefAside })),
);

const tabs = [
  ['outline', 'Outline'],
  ['articles', 'Articles'],
  ['codebook', 'Codebook'],
] as const;

type Tab = (typeof tabs)[number][0];

/** The left area: the articles and the codebook, beside a brief its outline as well, one at a time. Whichever is shown is the area for the keyboard. */
export function LeftArea(): ReactNode {
  const session = useSession();
  const shown = useSessionState(shownLeftTab);
  const isBrief = useSessionState(({ view }) => view === 'brief');
  const offered = isBrief ? tabs : tabs.slice(1);
  const show = (tab: Tab): void => {
    if (tab === 'outline') showOutline(session, { focus: false });
    else showLeftTab(session, tab, { focus: false });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const step = event.key === 'ArrowRight' ? 1 : -1;
    const at = offered.findIndex(([tab]) => tab === shown) + step;
    const [other] = offered[(at + offered.length) % offered.length] ?? [shown];
    show(other);
    const list = event.currentTarget;
    queueMicrotask(() => list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };
  return (
    <div className="left-area">
      <div className="left-tabs" role="tablist" aria-label="Left area" onKeyDown={onKeyDown}>
        {offered.map(([tab, title]) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`left-tab-${tab}`}
            aria-selected={shown === tab}
            aria-controls="left-panel"
            tabIndex={shown === tab ? 0 : -1}
            onClick={() => show(tab)}
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
          <Suspense fallback={null}>{shown === 'outline' ? <BriefAside /> : <Codebook />}</Suspense>
        )}
      </div>
    </div>
  );
}
