import type { ReactNode } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** What something came to that took a while, with the way to keep the report as a file. */
export function ReportDialog(props: {
  readonly title: string;
  readonly onExport: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const session = useSession();
  return (
    <Dialog title={props.title} wide onClose={() => session.closeDialog()}>
      {props.children}
      <div className="dialog-buttons">
        <button type="button" className="button export-report" onClick={props.onExport}>
          Export report…
        </button>
        <button type="button" className="button primary" onClick={() => session.closeDialog()}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
