import type { ArticlePassage } from '../../app/annotation/annotate-passages.ts';
import type { TextOffset } from '../../app/base/brand.ts';
import type { CitationProblem } from '../../app/brief/citation-problem.ts';
import type { QuoteAlteration } from '../../app/brief/quote-alterations.ts';
import type { CodebookDraft } from '../../app/exchange/codebook-draft.ts';
import type { WatchedFolder } from '../../app/host/corpus.ts';
import type { HistoryEntry } from '../../app/host/history.ts';
import type { ProjectInfo, RecentProject } from '../../app/host/host-api.ts';
import type { JobState } from '../../app/host/job.ts';
import type { CatalogueState } from '../../app/host/search.ts';
import type {
  ClusterPassage,
  ClusterSuggestion,
  ParallelSuggestion,
  Suggestion,
} from '../../app/host/suggestions.ts';
import type {
  AnnotationId,
  ArticleId,
  BriefId,
  ClaimId,
  LinkId,
  RevisionId,
  SpeakerId,
  TagId,
} from '../../app/record/ids.ts';
import type { LinkEnd } from '../../app/record/records.ts';
import type { NewComment } from '../editor/comment-marks.ts';
import type { ReaderEdges } from '../reader/create-reader.ts';
import type { RebuildProgress } from '../store/rebuild-database.ts';
import { type CarryOverState, initialCarryOver } from './carry-over/carry-over-state.ts';
import { type BriefCheckState, initialBriefCheck } from './checking/check-state.ts';
import { type ClaimsState, initialClaims } from './claims/claims-state.ts';
import { type CodebookState, initialCodebook } from './codebook/codebook-state.ts';
import {
  type ComparedPair,
  type ComparingState,
  initialComparing,
} from './comparing/comparing-state.ts';
import { type EvidenceState, initialEvidence } from './evidence/evidence-state.ts';
import {
  type ExchangeDone,
  type ExchangeShown,
  initialExchange,
} from './exchange/exchange-state.ts';
import { type GraphState, initialGraph } from './graph/graph-state.ts';
import { type HistoryState, initialHistory } from './history/history-state.ts';
import type { ClusterIndex } from './library/clusters.ts';
import { initialLibrary, type LibraryState } from './library/library-state.ts';
import type { LibraryView } from './library/library-view.ts';
import { initialLinks, type LinksState } from './links/links-state.ts';
import type { StanceQuestion } from './matrix/matrix-evidence.ts';
import { initialMatrix, type MatrixState } from './matrix/matrix-state.ts';
import { initialParallels, type ParallelsState } from './parallels/parallels-state.ts';
import type { CardState } from './reading/annotation-card.ts';
import type { DifferencesShown } from './reading/differences.ts';
import { initialReview, type ReviewState } from './review/review-state.ts';
import type { EqualSource } from './search/equal-strings.ts';
import type { FindState } from './search/find-state.ts';
import { initialSearch, type SearchState } from './search/search-state.ts';
import type { DraftStart } from './writing/draft-brief.ts';
import type { ReadyFigure } from './writing/figures.ts';
import type { BriefFind } from './writing/find-in-brief.ts';
import type { PictureQueue } from './writing/take-pictures.ts';

/** What the window shows as a whole. */
export type Screen =
  | {
      readonly kind: 'opening';
      /** Of a large project whose database has to be made first; else `null`. */
      readonly progress: RebuildProgress | null;
    }
  | { readonly kind: 'start' }
  | { readonly kind: 'project'; readonly project: ProjectInfo };

/** What the Desk shows. */
export type DeskView =
  | 'read'
  | 'claims'
  | 'links'
  | 'brief'
  | 'difference'
  | 'search'
  | 'evidence'
  | 'history'
  | 'carry-over'
  | 'compare'
  | 'review';

/** One reading pane: two of the reader, four of the comparison. */
export interface Pane {
  readonly id: 'first' | 'second' | 'compare-1' | 'compare-2' | 'compare-3' | 'compare-4';
  readonly articleId: ArticleId;
  /** Of an article with several: the revision that is shown. Absent: the present one, whichever that is. */
  readonly revisionId?: RevisionId;
}

/** The dialog that is open, with what it is about. */
export type DialogState =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'tags'; readonly annotationId: AnnotationId }
  | { readonly kind: 'tag'; readonly tagId: TagId }
  | { readonly kind: 'merge-tags'; readonly tagIds: readonly TagId[] }
  | { readonly kind: 'split-tag'; readonly tagId: TagId }
  | { readonly kind: 'remove-tags'; readonly tagIds: readonly TagId[] }
  | { readonly kind: 'tag-filter' }
  | { readonly kind: 'codebook-import'; readonly name: string; readonly draft: CodebookDraft }
  | { readonly kind: 'codebook-template' }
  | { readonly kind: 'save-template' }
  | { readonly kind: 'link-pair'; readonly pair: ComparedPair }
  | { readonly kind: 'link'; readonly from: LinkEnd; readonly to: LinkEnd }
  | { readonly kind: 'add-link'; readonly from: LinkEnd | null }
  | { readonly kind: 'link-types' }
  | { readonly kind: 'links-type'; readonly linkIds: readonly LinkId[] }
  | {
      readonly kind: 'claim';
      readonly annotationIds: readonly AnnotationId[];
      /** Further evidence, highlighted with it where it is not yet; absent: none. */
      readonly passages?: readonly ArticlePassage[];
      /** Its wording at first; absent: the first annotation's. */
      readonly wording?: string;
    }
  | { readonly kind: 'speakers'; readonly speakerId: SpeakerId | null }
  | { readonly kind: 'claim-tags'; readonly claimId: ClaimId }
  | { readonly kind: 'claim-parent'; readonly claimId: ClaimId }
  | { readonly kind: 'relate-claim'; readonly claimId: ClaimId }
  | { readonly kind: 'merge-claims'; readonly claimId: ClaimId }
  | { readonly kind: 'split-claim'; readonly claimId: ClaimId }
  | { readonly kind: 'matrix-stance'; readonly question: StanceQuestion }
  | { readonly kind: 'evidence-tag'; readonly annotationIds: readonly AnnotationId[] }
  | { readonly kind: 'evidence-untag'; readonly annotationIds: readonly AnnotationId[] }
  | { readonly kind: 'evidence-link'; readonly annotationIds: readonly AnnotationId[] }
  | { readonly kind: 'evidence-remove'; readonly annotationIds: readonly AnnotationId[] }
  | { readonly kind: 'import-report'; readonly job: JobState }
  | { readonly kind: 'jobs' }
  | { readonly kind: 'folders' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'table'; readonly tableId: string }
  | { readonly kind: 'encoding'; readonly articleId: ArticleId }
  | { readonly kind: 'export-brief' }
  | { readonly kind: 'brief-citations'; readonly briefId: BriefId }
  | { readonly kind: 'draft-brief'; readonly start: DraftStart }
  | { readonly kind: 'export-refused'; readonly problems: readonly CitationProblem[] }
  | { readonly kind: 'article-tags'; readonly articleIds: readonly ArticleId[] }
  | { readonly kind: 'edit-articles'; readonly articleIds: readonly ArticleId[] }
  | { readonly kind: 'empty-trash' }
  | { readonly kind: 'restore-project'; readonly entry: HistoryEntry }
  | {
      readonly kind: 'parallels';
      readonly articleId: ArticleId;
      /** The revision that is read, the range in it, and its words. */
      readonly revisionId: RevisionId;
      readonly start: TextOffset;
      readonly end: TextOffset;
      readonly quote: string;
    }
  | { readonly kind: 'link-parallel'; readonly pair: ParallelSuggestion }
  | {
      readonly kind: 'cluster-claim';
      readonly cluster: ClusterSuggestion;
      readonly passages: readonly ClusterPassage[];
    }
  | { readonly kind: 'equal-strings'; readonly source: EqualSource }
  | {
      readonly kind: 'accept-suggestion';
      readonly suggestion: Suggestion;
      /** Of a possible silence: its nearest sentence is to be filed, since the article does speak. */
      readonly asEvidence?: boolean;
    }
  | { readonly kind: 'how-suggestions-work' }
  | { readonly kind: 'comment'; readonly comment: NewComment | null }
  | {
      readonly kind: 'alter-quotation';
      readonly annotationId: AnnotationId;
      readonly alterations: readonly QuoteAlteration[];
    }
  | {
      readonly kind: 'figure';
      readonly figure: ReadyFigure;
      /** The pictures that came together with it. */
      readonly queue?: PictureQueue;
    }
  | { readonly kind: 'export-to' }
  | { readonly kind: 'import-from' }
  | { readonly kind: 'exchange-report'; readonly done: ExchangeDone }
  | { readonly kind: 'message'; readonly title: string; readonly text: string };

/** Where the bar of a selection made with the mouse stands, in the window's pixels. */
export interface SelectionBarPlace {
  readonly pane: Pane['id'];
  readonly left: number;
  readonly top: number;
}

/** State of this window: never saved, gone when it closes. */
export interface SessionState {
  readonly screen: Screen;
  readonly recent: readonly RecentProject[];
  readonly view: DeskView;
  /** Of the reader; those of the comparison are its own (`shownPanes`). */
  readonly panes: readonly Pane[];
  readonly activePane: Pane['id'];
  /** How often a reader was put into a pane: what commands can be given may be others then. */
  readonly readersMounted: number;
  /** What the Inspector shows, when it is not the article itself. */
  readonly annotationId: AnnotationId | null;
  readonly claimId: ClaimId | null;
  /** The list of claims. */
  readonly claims: ClaimsState;
  readonly briefId: BriefId | null;
  /** What the check of the open brief found. */
  readonly briefCheck: BriefCheckState;
  /** A tag expression that annotations must match to be drawn and listed; empty: all are. Set by `setTagFilter`. */
  readonly tagFilter: string;
  /** The two texts of the view `difference`. */
  readonly differences: DifferencesShown | null;
  /** The find bar of a pane; `null`: it is closed. */
  readonly find: FindState | null;
  /** The find bar of the brief; `null`: it is closed. */
  readonly briefFind: BriefFind | null;
  readonly search: SearchState;
  /** Articles that stand side by side. */
  readonly comparing: ComparingState;
  /** Passages that articles share, as the program found them. */
  readonly parallels: ParallelsState;
  /** The queue of suggestions, and where the analyst is in it. */
  readonly review: ReviewState;
  /** The table of annotations and their statistics. */
  readonly evidence: EvidenceState;
  /** Which claims and articles the matrix shows, and what is before the analyst in it. */
  readonly matrix: MatrixState;
  /** How the claims are shown, where the project's setting can't be written. */
  readonly claimsAs: 'list' | 'matrix' | null;
  /** Links, evidence and what they join, drawn. */
  readonly graph: GraphState;
  /** What the journal tells of all changes. */
  readonly history: HistoryState;
  /** The links as a table, and what is looked at in it. */
  readonly links: LinksState;
  /** Where a link was begun that has no other end yet. */
  readonly linkFrom: AnnotationId | null;
  /** The annotation whose edges are being moved, and where they stand now. */
  readonly edges: ReaderEdges | null;
  /** The card of the annotations under the pointer or the caret. */
  readonly card: CardState | null;
  readonly dialog: DialogState | null;
  readonly selectionBar: SelectionBarPlace | null;
  /** The last thing said to the analyst: the status line shows it, a screen reader speaks it. */
  readonly message: { readonly text: string; readonly count: number };
  readonly jobs: readonly JobState[];
  /** Exports to other programs and imports from them. */
  readonly exchange: ExchangeShown;
  /** The watched folders, once they were asked for. */
  readonly folders: readonly WatchedFolder[];
  /** Whether something was typed that is not handed to the store yet. */
  readonly typing: boolean;
  readonly notices: readonly string[];
  readonly library: LibraryState;
  /** How the Library is shown, where the project's setting can't be written. */
  readonly libraryView: LibraryView | null;
  /** How far full-text search follows the project; `null` before main has told. */
  readonly catalogue: CatalogueState | null;
  /** Near duplicates by article. */
  readonly clusters: ClusterIndex;
  /** Annotations on earlier revisions, and what was found of them in the present ones. */
  readonly carryOver: CarryOverState;
  readonly libraryShown: boolean;
  /** Which of its tabs the left area shows. */
  readonly leftTab: 'articles' | 'codebook';
  /** The same while a brief is shown, whose outline is there as well. */
  readonly briefLeftTab: 'outline' | 'articles' | 'codebook';
  /** Sections of briefs that are folded up in the outline, by their keys. */
  readonly foldedSections: ReadonlySet<string>;
  readonly codebook: CodebookState;
  readonly inspectorShown: boolean;
}

export const initialState: SessionState = {
  screen: { kind: 'opening', progress: null },
  recent: [],
  view: 'read',
  panes: [],
  activePane: 'first',
  readersMounted: 0,
  annotationId: null,
  claimId: null,
  claims: initialClaims,
  briefId: null,
  briefCheck: initialBriefCheck,
  tagFilter: '',
  differences: null,
  find: null,
  briefFind: null,
  search: initialSearch,
  comparing: initialComparing,
  parallels: initialParallels,
  review: initialReview,
  evidence: initialEvidence,
  matrix: initialMatrix,
  claimsAs: null,
  graph: initialGraph,
  history: initialHistory,
  links: initialLinks,
  linkFrom: null,
  edges: null,
  card: null,
  dialog: null,
  selectionBar: null,
  message: { text: '', count: 0 },
  jobs: [],
  exchange: initialExchange,
  folders: [],
  typing: false,
  notices: [],
  library: initialLibrary,
  libraryView: null,
  catalogue: null,
  clusters: new Map(),
  carryOver: initialCarryOver,
  libraryShown: true,
  leftTab: 'articles',
  briefLeftTab: 'outline',
  foldedSections: new Set(),
  codebook: initialCodebook,
  inspectorShown: true,
};
