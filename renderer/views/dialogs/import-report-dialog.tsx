import type { ReactNode } from 'react';
import type { ImportItem, JobState } from '../../../app/host/job.ts';
import { importSummary } from '../../session/import.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

const order = ['refused', 'known', 'added'] as const;
const titles = { refused: 'Refused', known: 'Known already', added: 'Added' } as const;

/** What became of each file of an import, the refused ones first. */
export function ImportReportDialog({ job }: { readonly job: JobState }): ReactNode {
  const session = useSession();
  return (
    <Dialog title="Import report" wide onClose={() => session.closeDialog()}>
      <p>{importSummary(job)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="report" tabIndex={0} aria-label="Files of the import">
        {order.map((outcome) => (
          <Outcome
            key={outcome}
            title={titles[outcome]}
            items={job.items.filter((item) => item.outcome === outcome)}
          />
        ))}
      </section>
      <div className="dialog-buttons">
        <button type="button" className="button primary" onClick={() => session.closeDialog()}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function Outcome(props: {
  readonly title: string;
  readonly items: readonly ImportItem[];
}): ReactNode {
  if (props.items.length === 0) return null;
  return (
    <section>
      <h3>
        {props.title} ({props.items.length})
      </h3>
      <ul>
        {props.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two folders may hold files of one name; the list never moves
          <li key={`${index} ${item.fileName}`}>
            <b>{item.fileName}</b>
            {item.title !== undefined && <span> {item.title}</span>}
            {item.reason !== undefined && <p>{item.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
