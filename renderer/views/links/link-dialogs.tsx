import type { ReactNode } from 'react';
import type { DialogState } from '../../session/session-state.ts';
import { AddLinkDialog } from './add-link-dialog.tsx';
import { LinkTypesDialog } from './link-types-dialog.tsx';
import { LinksTypeDialog } from './links-type-dialog.tsx';

/** The dialogs of links that are seldom opened. */
export function LinkDialogs(props: {
  readonly dialog: Extract<
    DialogState,
    { readonly kind: 'add-link' | 'link-types' | 'links-type' }
  >;
}): ReactNode {
  const { dialog } = props;
  switch (dialog.kind) {
    case 'add-link':
      return <AddLinkDialog from={dialog.from} />;
    case 'link-types':
      return <LinkTypesDialog />;
    case 'links-type':
      return <LinksTypeDialog linkIds={dialog.linkIds} />;
  }
}
