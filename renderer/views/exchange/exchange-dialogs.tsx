import type { ReactNode } from 'react';
import type { DialogState } from '../../session/session-state.ts';
import { ExchangeReportDialog } from './exchange-report-dialog.tsx';
import { ExportToDialog } from './export-to-dialog.tsx';
import { ImportFromDialog } from './import-from-dialog.tsx';

/** The dialogs of exchange: read when one of them is first opened. */
export function ExchangeDialogs(props: {
  readonly dialog: Extract<
    DialogState,
    { readonly kind: 'export-to' | 'import-from' | 'exchange-report' }
  >;
}): ReactNode {
  const { dialog } = props;
  switch (dialog.kind) {
    case 'export-to':
      return <ExportToDialog />;
    case 'import-from':
      return <ImportFromDialog />;
    case 'exchange-report':
      return <ExchangeReportDialog done={dialog.done} />;
  }
}
