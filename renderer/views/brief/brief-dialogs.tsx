import type { ReactNode } from 'react';
import type { DialogState } from '../../session/session-state.ts';
import { AlterQuotationDialog } from './alter-quotation-dialog.tsx';
import { CommentDialog } from './comment-dialog.tsx';
import { FigureDialog } from './figure-dialog.tsx';
import '../styles/brief-dialogs.css';

/** The dialogs of writing a brief. */
export function BriefDialogs(props: {
  readonly dialog: Extract<
    DialogState,
    { readonly kind: 'comment' | 'alter-quotation' | 'figure' }
  >;
}): ReactNode {
  const { dialog } = props;
  switch (dialog.kind) {
    case 'comment':
      return <CommentDialog comment={dialog.comment} />;
    case 'alter-quotation':
      return (
        <AlterQuotationDialog annotationId={dialog.annotationId} alterations={dialog.alterations} />
      );
    case 'figure':
      return (
        // Made anew for each of several: what was typed for one is not the next one's.
        <FigureDialog
          key={dialog.queue?.next ?? 0}
          figure={dialog.figure}
          queue={dialog.queue ?? null}
        />
      );
  }
}
