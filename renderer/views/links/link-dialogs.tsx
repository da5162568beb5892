import type { ReactNode } from 'react';
import type { DialogState } from '../../session/session-state.ts';

/** The dialogs of links that are seldom opened. */
export function LinkDialogs(props: {
  readonly dialog: Extract<
    DialogState,
    { readonly kind: 'add-link' | 'link-types' | 'links-type' }
  >;
}): ReactNode {
  void props.dialog;
  return null;
}
