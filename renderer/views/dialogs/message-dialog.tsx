import type { ReactNode } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Something that could not be done, with the reason. */
export function MessageDialog(props: { readonly title: string; readonly text: string }): ReactNode {
  const session = useSession();
  return (
    <Dialog title={props.title} onClose={() => session.closeDialog()}>
      <p>{props.text}</p>
      <div className="dialog-buttons">
        <button type="button" className="button primary" onClick={() => session.closeDialog()}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
