import type { ReactNode } from 'react';
import type { CitationProblem } from '../../../app/brief/citation-problem.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Why a brief was not exported: every quotation that is not, word for word, in its source. */
export function ExportRefusedDialog(props: {
  readonly problems: readonly CitationProblem[];
}): ReactNode {
  const session = useSession();
  return (
    <Dialog title="Nothing was exported" wide onClose={() => session.closeDialog()}>
      <p>
        {props.problems.length === 1
          ? 'One quotation may not be printed.'
          : `${props.problems.length} quotations may not be printed.`}{' '}
        Mend or remove them in the brief, then export again.
      </p>
      <ul className="report" aria-label="Quotations that may not be printed">
        {props.problems.map((problem) => (
          <li key={`${problem.label} ${problem.reason}`}>
            <b>{problem.label}</b> <q>{problem.quote}</q>
            <p>{problem.reason}</p>
          </li>
        ))}
      </ul>
      <div className="dialog-buttons">
        <button type="button" className="button primary" onClick={() => session.closeDialog()}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
