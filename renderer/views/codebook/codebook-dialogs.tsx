import type { ReactNode } from 'react';
import type { DialogState } from '../../session/session-state.ts';
import { CodebookImportDialog } from './codebook-import-dialog.tsx';
import { MergeTagsDialog } from './merge-tags-dialog.tsx';
import { RemoveTagsDialog } from './remove-tags-dialog.tsx';
import { SplitTagDialog } from './split-tag-dialog.tsx';
import { TagFilterDialog } from './tag-filter-dialog.tsx';
import { SaveTemplateDialog, TemplateDialog } from './template-dialogs.tsx';

/** The dialogs that are about the codebook. */
export type CodebookDialogState = Extract<
  DialogState,
  {
    readonly kind:
      | 'merge-tags'
      | 'split-tag'
      | 'remove-tags'
      | 'tag-filter'
      | 'codebook-import'
      | 'codebook-template'
      | 'save-template';
  }
>;

/** One of the dialogs about the codebook. */
export function CodebookDialogs({ dialog }: { readonly dialog: CodebookDialogState }): ReactNode {
  switch (dialog.kind) {
    case 'merge-tags':
      return <MergeTagsDialog tagIds={dialog.tagIds} />;
    case 'split-tag':
      return <SplitTagDialog tagId={dialog.tagId} />;
    case 'remove-tags':
      return <RemoveTagsDialog tagIds={dialog.tagIds} />;
    case 'tag-filter':
      return <TagFilterDialog />;
    case 'codebook-import':
      return <CodebookImportDialog name={dialog.name} draft={dialog.draft} />;
    case 'codebook-template':
      return <TemplateDialog />;
    case 'save-template':
      return <SaveTemplateDialog />;
  }
}
