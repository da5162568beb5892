import { lazy, type ReactNode, Suspense } from 'react';
import { ExportBriefDialog } from '../brief/export-brief-dialog.tsx';
import { LateStanceDialog } from '../matrix/late-matrix.tsx';
import { useSessionState } from '../parts/session-context.ts';
import { ArticleTagsDialog } from './article-tags-dialog.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { EditArticlesDialog } from './edit-articles-dialog.tsx';
import { EmptyTrashDialog } from './empty-trash-dialog.tsx';
import { EncodingDialog } from './encoding-dialog.tsx';
import { EqualStringsDialog } from './equal-strings-dialog.tsx';
import { EvidenceLinkDialog } from './evidence-link-dialog.tsx';
import { EvidenceRemoveDialog } from './evidence-remove-dialog.tsx';
import { EvidenceTagDialog, EvidenceUntagDialog } from './evidence-tag-dialogs.tsx';
import { ExportRefusedDialog } from './export-refused-dialog.tsx';
import { FoldersDialog } from './folders-dialog.tsx';
import { ImportReportDialog } from './import-report-dialog.tsx';
import { JobsDialog } from './jobs-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MessageDialog } from './message-dialog.tsx';
import { PaletteDialog } from './palette-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ReadingDialog } from './reading-dialog.tsx';
import { RestoreProjectDialog } from './restore-project-dialog.tsx';
import { TableDialog } from './table-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { TagsDialog } from './tags-dialog.tsx';

/** Nobody changes the codebook in the first moment: read when one of these is first opened. */
const CodebookDialogs = lazy(() =>
  import('../codebook/codebook-dialogs.tsx').then((module) => ({
    default: module.CodebookDialogs,
  })),
);

const LinkDialogs = lazy(() =>
  import('../links/link-dialogs.tsx').then((module) => ({ default: module.LinkDialogs })),
);

const ClaimDialogs = lazy(() =>
  import('../claims/claim-dialogs.tsx').then((module) => ({ default: module.ClaimDialogs })),
);

const BriefDialogs = lazy(() =>
  import('../brief/brief-dialogs.tsx').then((module) => ({ default: module.BriefDialogs })),
);

const ExchangeDialogs = lazy(() =>
  import('../exchange/exchange-dialogs.tsx').then((module) => ({
    default: module.ExchangeDialogs,
  })),
);

const LinkPairDialog = lazy(() =>
  import('../comparing/link-pair-dialog.tsx').then((module) => ({
    default: module.LinkPairDialog,
  })),
);

const ParallelsDialogs = lazy(() =>
  import('../parallels/parallels-dialogs.tsx').then((module) => ({
    default: module.ParallelsDialogs,
  })),
);

const AcceptDialog = lazy(() =>
  import('../review/accept-dialog.tsx').then((module) => ({ default: module.AcceptDialog })),
);

const HowSuggestionsWorkDialog = lazy(() =>
  import('../review/how-suggestions-work-dialog.tsx').then((module) => ({
    default: module.HowSuggestionsWorkDialog,
  })),
);

const DraftBriefDialog = lazy(() =>
  import('../brief/draft-brief-dialog.tsx').then((module) => ({
    default: module.DraftBriefDialog,
  })),
);

const CitationStyleDialog = lazy(() =>
  import('../brief/citation-style-dialog.tsx').then((module) => ({
    default: module.CitationStyleDialog,
  })),
);

/** The dialog that is open, if one is. */
export function Dialogs(): ReactNode {
  const dialog = useSessionState((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'palette':
      return <PaletteDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'reading':
      return <ReadingDialog />;
    case 'tags':
      return <TagsDialog annotationId={dialog.annotationId} />;
    case 'tag':
      return <TagDialog tagId={dialog.tagId} />;
    case 'merge-tags':
    case 'split-tag':
    case 'remove-tags':
    case 'tag-filter':
    case 'codebook-import':
    case 'codebook-template':
    case 'save-template':
      return (
        <Suspense fallback={null}>
          <CodebookDialogs dialog={dialog} />
        </Suspense>
      );
    case 'export-to':
    case 'import-from':
    case 'exchange-report':
      return (
        <Suspense fallback={null}>
          <ExchangeDialogs dialog={dialog} />
        </Suspense>
      );
    case 'link-pair':
      return (
        <Suspense fallback={null}>
          <LinkPairDialog pair={dialog.pair} />
        </Suspense>
      );
    case 'link':
      return <LinkDialog from={dialog.from} to={dialog.to} />;
    case 'add-link':
    case 'link-types':
    case 'links-type':
      return (
        <Suspense fallback={null}>
          <LinkDialogs dialog={dialog} />
        </Suspense>
      );
    case 'claim':
      return (
        <ClaimDialog
          annotationIds={dialog.annotationIds}
          passages={dialog.passages}
          wording={dialog.wording}
        />
      );
    case 'speakers':
    case 'claim-tags':
    case 'claim-parent':
    case 'relate-claim':
    case 'merge-claims':
    case 'split-claim':
      return (
        <Suspense fallback={null}>
          <ClaimDialogs dialog={dialog} />
        </Suspense>
      );
    case 'matrix-stance':
      return <LateStanceDialog question={dialog.question} />;
    case 'evidence-tag':
      return <EvidenceTagDialog annotationIds={dialog.annotationIds} />;
    case 'evidence-untag':
      return <EvidenceUntagDialog annotationIds={dialog.annotationIds} />;
    case 'evidence-link':
      return <EvidenceLinkDialog annotationIds={dialog.annotationIds} />;
    case 'evidence-remove':
      return <EvidenceRemoveDialog annotationIds={dialog.annotationIds} />;
    case 'import-report':
      return <ImportReportDialog job={dialog.job} />;
    case 'jobs':
      return <JobsDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'folders':
      return <FoldersDialog />;
    case 'table':
      return <TableDialog tableId={dialog.tableId} />;
    case 'encoding':
      return <EncodingDialog articleId={dialog.articleId} />;
    case 'export-brief':
      return <ExportBriefDialog />;
    case 'draft-brief':
      return (
        <Suspense fallback={null}>
          <DraftBriefDialog start={dialog.start} />
        </Suspense>
      );
    case 'brief-citations':
      return (
        <Suspense fallback={null}>
          <CitationStyleDialog briefId={dialog.briefId} />
        </Suspense>
      );
    case 'export-refused':
      return <ExportRefusedDialog problems={dialog.problems} />;
    case 'article-tags':
      return <ArticleTagsDialog articleIds={dialog.articleIds} />;
    case 'edit-articles':
      return <EditArticlesDialog articleIds={dialog.articleIds} />;
    case 'empty-trash':
      return <EmptyTrashDialog />;
    case 'restore-project':
      return <RestoreProjectDialog entry={dialog.entry} />;
    case 'equal-strings':
      return <EqualStringsDialog source={dialog.source} />;
    case 'parallels':
    case 'link-parallel':
    case 'cluster-claim':
      return (
        <Suspense fallback={null}>
          <ParallelsDialogs dialog={dialog} />
        </Suspense>
      );
    case 'accept-suggestion':
      return (
        <Suspense fallback={null}>
          <AcceptDialog suggestion={dialog.suggestion} asEvidence={dialog.asEvidence === true} />
        </Suspense>
      );
    case 'how-suggestions-work':
      return (
        <Suspense fallback={null}>
          <HowSuggestionsWorkDialog />
        </Suspense>
      );
    case 'comment':
    case 'alter-quotation':
    case 'figure':
      return (
        <Suspense fallback={null}>
          <BriefDialogs dialog={dialog} />
        </Suspense>
      );
    case 'message':
      return <MessageDialog title={dialog.title} text={dialog.text} />;
  }
}
