import type { ReactNode } from 'react';
import type { DialogState } from '../../session/session-state.ts';
import { ClusterClaimDialog } from './cluster-claim-dialog.tsx';
import { LinkParallelDialog } from './link-parallel-dialog.tsx';
import { ParallelsDialog } from './parallels-dialog.tsx';

/** The dialogs of parallel passages and clusters: read when one of them is first opened. */
export function ParallelsDialogs(props: {
  readonly dialog: Extract<
    DialogState,
    { readonly kind: 'parallels' | 'link-parallel' | 'cluster-claim' }
  >;
}): ReactNode {
  const { dialog } = props;
  switch (dialog.kind) {
    case 'parallels':
      return <ParallelsDialog asked={dialog} />;
    case 'link-parallel':
      return <LinkParallelDialog pair={dialog.pair} />;
    case 'cluster-claim':
      return <ClusterClaimDialog cluster={dialog.cluster} passages={dialog.passages} />;
  }
}
