import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { ProjectInfo } from '../../../app/host/host-api.ts';
import { Desk } from '../desk/desk.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { useWidePanel } from '../library/use-wide-panel.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { LeftArea } from './left-area.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

/** The four areas of a project's window. */
export function ProjectScreen({ project }: { readonly project: ProjectInfo }): ReactNode {
  const libraryShown = useSessionState((state) => state.libraryShown);
  // The queue of suggestions shows what is chosen beside its list; nothing of it stands in the records yet.
  const inspectorShown = useSessionState(
    (state) => state.inspectorShown && state.view !== 'review',
  );
  const panelIds = [
    ...(libraryShown ? ['library'] : []),
    'desk',
    ...(inspectorShown ? ['inspector'] : []),
  ];
  const { panelRef, groupRef } = useWidePanel();
  const layout = useDefaultLayout({ id: 'areas', panelIds, storage: localStorage });
  return (
    <div className="frame">
      <TopBar project={project} />
      <Notices />
      <Group
        className="areas"
        groupRef={groupRef}
        orientation="horizontal"
        defaultLayout={layout.defaultLayout}
        onLayoutChanged={layout.onLayoutChanged}
      >
        {libraryShown && (
          <>
            <Panel
              id="library"
              panelRef={panelRef}
              defaultSize="256px"
              minSize="180px"
              maxSize="80%"
              groupResizeBehavior="preserve-pixel-size"
            >
              <LeftArea />
            </Panel>
            <Separator className="area-separator" aria-label="Width of the Library" />
          </>
        )}
        <Panel id="desk" minSize="320px">
          <Desk />
        </Panel>
        {inspectorShown && (
          <>
            <Separator className="area-separator" aria-label="Width of the Inspector" />
            <Panel
              id="inspector"
              defaultSize="304px"
              minSize="220px"
              maxSize="560px"
              groupResizeBehavior="preserve-pixel-size"
            >
              <Inspector />
            </Panel>
          </>
        )}
      </Group>
      <StatusLine />
    </div>
  );
}

/** What the analyst has to know of the opening, until read. */
function Notices(): ReactNode {
  const session = useSession();
  const notices = useSessionState((state) => state.notices);
  return (
    <div role="alert">
      {notices.length > 0 && (
        <ul className="notices" aria-label="Notices">
          {notices.map((notice) => (
            <li key={notice}>
              <span>{notice}</span>
              <button
                type="button"
                className="button quiet"
                onClick={() =>
                  session.set({ notices: notices.filter((other) => other !== notice) })
                }
              >
                Dismiss
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
