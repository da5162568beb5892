import type { ReactNode } from 'react';
import { useSession } from './session-context.ts';

/** The last row of a dialog that asks before something is done: Cancel, and what does it. Both close the dialog. */
export function ConfirmButtons(props: {
  readonly confirm: string;
  readonly onConfirm: () => void;
}): ReactNode {
  const session = useSession();
  return (
    <div className="dialog-buttons">
      <button type="button" className="button" onClick={() => session.closeDialog()}>
        Cancel
      </button>
      <button
        type="button"
        className="button primary"
        onClick={() => {
          session.closeDialog();
          props.onConfirm();
        }}
      >
        {props.confirm}
      </button>
    </div>
  );
}
