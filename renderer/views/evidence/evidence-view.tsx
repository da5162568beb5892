import { type ReactNode, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { setEvidence } from '../../session/evidence/evidence-selection.ts';
import { focusArea } from '../../session/focus.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { EvidenceHead } from './evidence-head.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { StatisticsView } from './statistics-view.tsx';
import { useEvidenceList, useEvidenceView } from './use-evidence-list.ts';

/** Every annotation of the project: as a table, and counted by its tags. Both look at what the filters leave. */
export function EvidenceView(): ReactNode {
  const session = useSession();
  const tab = useSessionState((state) => state.evidence.tab);
  const view = useEvidenceView();
  const list = useEvidenceList(view);
  // Back at the table, no way back is needed.
  useEffect(() => setEvidence(session, { left: null }), [session]);
  useEffect(() => {
    // The Desk was given the focus before the code of this view was read: it goes on to the table now.
    const { activeElement } = document;
    const isWaiting = activeElement instanceof HTMLElement && activeElement.dataset.area === 'desk';
    if (isWaiting) focusArea(session, 'desk');
  }, [session]);
  if (list.items.length === 0) return <NothingAnnotated />;
  return (
    <Tabs
      className="evidence"
      selectedKey={tab}
      onSelectionChange={(key) =>
        setEvidence(session, { tab: key === 'statistics' ? 'statistics' : 'table' })
      }
    >
      <div className="evidence-tabs">
        <TabList aria-label="Evidence" className="evidence-tab-list">
          <Tab id="table" className="evidence-tab">
            Table
          </Tab>
          <Tab id="statistics" className="evidence-tab">
            Statistics
          </Tab>
        </TabList>
        <span className="evidence-count" role="status">
          {countText(list.shown.length, list.items.length)}
        </span>
      </div>
      <EvidenceHead list={list} view={view} tab={tab} />
      <TabPanel id="table" className="evidence-panel">
        <EvidenceTable list={list} view={view} />
      </TabPanel>
      <TabPanel id="statistics" className="evidence-panel">
        <StatisticsView items={list.shown} />
      </TabPanel>
    </Tabs>
  );
}

/** "1,204 of 10,311 annotations". */
function countText(shown: number, all: number): string {
  const what = all === 1 ? 'annotation' : 'annotations';
  const count = `${all.toLocaleString('en-GB')} ${what}`;
  return shown === all ? count : `${shown.toLocaleString('en-GB')} of ${count}`;
}

function NothingAnnotated(): ReactNode {
  return (
    <div className="desk-empty">
      <h2>Nothing is annotated yet</h2>
      <p>
        Here every highlight of the project stands in one table, to be sorted, filtered, tagged and
        filed many at a time, and counted by outlet and date. Open an article, select a sentence and
        press <kbd>H</kbd> to highlight it.
      </p>
    </div>
  );
}
