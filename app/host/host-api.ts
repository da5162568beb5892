import type { RevisionHash } from '../base/brand.ts';
import type { StyleFiles } from '../brief/print/citation-style.ts';
import type { Change, JournalEntry } from '../record/change.ts';
import type { Diff } from '../record/diff.ts';
import type { ArticleId, ChangeId, ProjectId } from '../record/ids.ts';
import type { ColumnMap, ProjectRecord } from '../record/records.ts';
import type { RevisionText } from '../record/text.ts';
import type { BriefExport, ExportOutcome } from './brief-export.ts';
import type { ChosenFile, ChosenKind, TemplateFile } from './chosen-file.ts';
import type { TablePreview, WatchedFolder } from './corpus.ts';
import type { ExchangeOutcome, ExchangeState, ExportRequest, ImportRequest } from './exchange.ts';
import type { ExportedFile } from './exported-file.ts';
import type { EarlierStatePage, EntryPage, HistoryPage, HistoryRequest } from './history.ts';
import type { JobReportPage, JobState } from './job.ts';
import type {
  ArticleCluster,
  CatalogueState,
  ConcordancePage,
  ConcordanceRequest,
  SearchPage,
  SearchRequest,
} from './search.ts';
import type {
  ClusterSuggestion,
  ConflictSuggestion,
  FiledTogether,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceQuestion,
  SilenceSuggestion,
  SuggestionsPage,
  SuggestionsRequest,
  SuggestionsState,
} from './suggestions.ts';

/** What a window needs to know of its project before it reads anything else. */
export interface ProjectInfo {
  readonly id: ProjectId;
  /** The folder's name, which is the project's. */
  readonly name: string;
  /** Whether this very opening made the project: then no window can have held its records before. */
  readonly created: boolean;
  /** Sequence number of the journal's last entry; 0 for an empty journal. */
  readonly lastSequence: number;
  /** The change in that entry; `null` for an empty journal. Tells a replaced journal from the known one. */
  readonly lastChangeId: string | null;
  /** `null`: may be written. Otherwise why not, in a sentence (a newer schema, a folder without write permission). */
  readonly readOnly: string | null;
  /** What the analyst has to know about the opening itself, in sentences: a torn journal line cut off, a stale lock. */
  readonly notices: readonly string[];
}

export interface RecentProject {
  readonly id: ProjectId;
  readonly name: string;
  /** For people, to tell two of one name apart; never sent back. */
  readonly folder: string;
  readonly openedAt: string;
}

/** What this host can do and who uses it. Differences between hosts are said here, never by a platform's name. */
export interface HostInfo {
  readonly userName: string;
  readonly appVersion: string;
  /** `Meta` where Command is the command key, else `Control`. */
  readonly commandKey: 'Meta' | 'Control';
}

export interface WindowState {
  readonly host: HostInfo;
  readonly project: ProjectInfo | null;
}

/** A part of the newest snapshot. */
export interface SnapshotPage {
  /** The sequence number whose state the snapshot holds; 0 with no records when there is none. */
  readonly sequence: number;
  readonly records: readonly ProjectRecord[];
  /** Where the next page starts, or `null` after the last. */
  readonly nextOffset: number | null;
}

export interface ChangePage {
  readonly entries: readonly JournalEntry[];
  /** Whether the journal holds entries after these. */
  readonly more: boolean;
}

/** Calls that change nothing. */
export interface HostReads {
  getWindow(): Promise<WindowState>;
  listRecentProjects(): Promise<readonly RecentProject[]>;
  /** A page of at most 1,000 records of the newest snapshot that could be read. */
  readSnapshot(request: { readonly offset: number }): Promise<SnapshotPage>;
  /** A page of at most 200 entries with a sequence greater than `after`. */
  readChanges(request: { readonly after: number }): Promise<ChangePage>;
  /** Fails with `missing` or `damaged` when the stored text is not there or does not hash to its name. */
  readText(request: { readonly hash: RevisionHash }): Promise<RevisionText>;
  /**
   * A citation style that comes with the program (`null`: its own), with the locales of American English, of `languages`
   * (BCP 47) and of the language that the style insists on. Fails with `missing`.
   */
  readCitationStyle(request: {
    readonly id: string | null;
    readonly languages: readonly string[];
  }): Promise<StyleFiles>;
  /** The templates of briefs in the project folder, by name; a file that can't be one says why. */
  listTemplates(): Promise<readonly TemplateFile[]>;
  /** Ranked articles. A query that can't be understood is answered with its problem, not with an error. */
  search(request: SearchRequest): Promise<SearchPage>;
  /** Every hit in its context. Of two requests under way the later one counts: the earlier fails with `superseded`. */
  readConcordance(request: ConcordanceRequest): Promise<ConcordancePage>;
  /** Clusters of near duplicates with two members and more. */
  listClusters(): Promise<readonly ArticleCluster[]>;
  getCatalogue(): Promise<CatalogueState>;
  getSuggestions(): Promise<SuggestionsState>;
  /** Best first, without what is decided. While the state is `looking`, what was found until now. */
  listSuggestions(request: SuggestionsRequest): Promise<SuggestionsPage>;
  /** A cluster with all its passages; `null`: there is none of this key any more. */
  readCluster(request: { readonly key: string }): Promise<ClusterSuggestion | null>;
  /** Best first, at most 2,000 of the present revision, also those that are decided. */
  readParallels(request: { readonly articleId: ArticleId }): Promise<readonly ParallelSuggestion[]>;
  /** In the order of the text, at most 2,000 of the present revision, also those that are decided. */
  readQuotations(request: {
    readonly articleId: ArticleId;
  }): Promise<readonly QuotationSuggestion[]>;
  /** Conflicts between passages that the analyst filed together, of at most 100 claims and links. */
  findConflicts(request: {
    readonly groups: readonly FiledTogether[];
  }): Promise<readonly ConflictSuggestion[]>;
  /** Articles in which nothing like a claim's evidence was found, for at most 20 claims; most likely first, 2,000 at most. */
  findSilences(request: {
    readonly questions: readonly SilenceQuestion[];
  }): Promise<readonly SilenceSuggestion[]>;
  /** Jobs that run, wait, or ended lately: also those that an earlier run of the program left. */
  listJobs(): Promise<readonly JobState[]>;
  /** A page of at most 1,000 lines of a job's report. Fails with `missing` when the report is gone. */
  readJobReport(request: { readonly id: string; readonly offset: number }): Promise<JobReportPage>;
  listWatchedFolders(): Promise<readonly WatchedFolder[]>;
  /** The head of a table that an import asked about. Fails with `missing`, `unreadable`. */
  readTable(request: { readonly id: string }): Promise<TablePreview>;
  /** Entries of the journal without their records, newest first. The first call begins to read the journal, in a thread. */
  readHistory(request: HistoryRequest): Promise<HistoryPage>;
  /** At most 100 of the records that an entry changed. Fails with `missing` when there is no such entry. */
  readEntry(request: { readonly sequence: number; readonly offset: number }): Promise<EntryPage>;
  /** The last states of records, at most 200, that the journal knows, also of those that are gone; others are left out. */
  readLastStates(request: { readonly ids: readonly string[] }): Promise<readonly ProjectRecord[]>;
  /**
   * At most 500 of the records that were changed after an entry and up to another, as they were at the first one. A reader
   * takes offsets from the page before. Fails with `missing` when the journal does not reach back so far.
   */
  readEarlierStates(request: {
    readonly sequence: number;
    readonly upTo: number;
    readonly offset: number;
  }): Promise<EarlierStatePage>;
}

/** Calls that change something on disk or on the screen. */
export interface HostWrites {
  /** Asks where, makes the folder and opens it in this window. `null`: the analyst cancelled. */
  createProject(): Promise<ProjectInfo | null>;
  /** Asks which folder. `null`: cancelled. Fails with `locked`, `not-a-project`, `damaged`. */
  openProject(): Promise<ProjectInfo | null>;
  openRecentProject(request: { readonly id: ProjectId }): Promise<ProjectInfo>;
  /** Opens the sample, made on first use. */
  openSampleProject(): Promise<ProjectInfo>;
  /** Lets go of the window's project; the window shows the start screen again. */
  closeProject(): Promise<void>;
  /** Asks which files or which folder to import, then imports as a job. `false`: cancelled. */
  chooseImport(request: { readonly what: 'files' | 'folder' }): Promise<boolean>;
  cancelJob(request: { readonly id: string }): Promise<void>;
  pauseJob(request: { readonly id: string }): Promise<void>;
  resumeJob(request: { readonly id: string }): Promise<void>;
  /** Asks where, then writes the report as CSV. `null`: cancelled. Fails with `missing`, `disk`. */
  exportJobReport(request: { readonly id: string }): Promise<{ readonly fileName: string } | null>;
  /** Makes an article of what was pasted, as a job. `html` is preferred where there is some. */
  importPasted(request: { readonly text: string; readonly html: string | null }): Promise<void>;
  /** Imports the rows of a table that an import asked about, as a job. */
  importTable(request: { readonly id: string; readonly columns: ColumnMap }): Promise<void>;
  /**
   * Reads an article's original again with another character encoding, as a job: a new revision. Fails with `missing`
   * when the original is gone, `encoding` for a name that is not in `encodings`.
   */
  rereadArticle(request: {
    readonly articleId: ArticleId;
    readonly encoding: string;
  }): Promise<void>;
  /** Asks which folder, and watches it from now on; what is in it is imported. `null`: cancelled. */
  watchFolder(): Promise<WatchedFolder | null>;
  /** Watches a folder no longer. Its articles stay. */
  unwatchFolder(request: { readonly id: string }): Promise<void>;
  /** Looks through all watched folders now, as a job. */
  rescanFolders(): Promise<void>;
  /**
   * Journals a change. Answers when it is on disk. A change whose id is journalled already is not written again and
   * gets its old number, so an unanswered call may be repeated. The project is named so that a change never enters
   * another project's journal while the window goes from one to the next. Fails with `read-only`, `disk`, `no-project`.
   *
   * `slices`: what it changes came by `holdSlice`, so many of them; `invalid` if they are not all there. Absent: none.
   */
  appendChange(request: {
    readonly projectId: ProjectId;
    readonly change: Change;
    readonly slices?: number;
  }): Promise<{ readonly sequence: number }>;
  /**
   * Takes a slice of what a change of many records changes, ahead of `appendChange`, in order: `index` counts from 0,
   * and 0 begins anew. Nothing is written yet; what no `appendChange` follows is forgotten. Fails with `no-project`,
   * `invalid` if the slice before it is not there.
   */
  holdSlice(request: {
    readonly projectId: ProjectId;
    readonly changeId: ChangeId;
    readonly index: number;
    readonly diff: Diff;
  }): Promise<void>;
  /** Keeps records that the journal does not know in a file of the project folder, named in the answer. */
  keepAside(request: {
    readonly reason: string;
    readonly records: readonly ProjectRecord[];
  }): Promise<{ readonly fileName: string }>;
  /** Checks every quotation against its revision's text, asks where, writes. Nothing is written if one is not verbatim. */
  exportBrief(request: BriefExport): Promise<ExportOutcome>;
  /** Asks which file to read, and reads it as text. `null`: cancelled. Fails with `unreadable`. */
  chooseFile(request: { readonly kind: ChosenKind }): Promise<ChosenFile | null>;
  /** Writes a template to begin with into the project folder, under a name that is free. Fails with `read-only`, `disk`. */
  writeTemplate(request: ChosenFile): Promise<{ readonly fileName: string }>;
  /** Asks where, then writes what the page made. `null`: cancelled. Fails with `disk`. */
  exportFile(request: ExportedFile): Promise<{ readonly fileName: string } | null>;
  /**
   * Asks where, then writes the project as the journal has it in a format that other programs read. `null`: no place was
   * chosen. Answers when it has ended. Fails with `nothing` to export, `format`, `disk`, `busy`.
   */
  exportTo(request: ExportRequest): Promise<ExchangeOutcome | null>;
  /**
   * Asks what, then takes up what another program wrote, as one step of undo. `null`: nothing was chosen. Fails with
   * `unreadable`, `format`, `busy`, after which nothing has changed; `disk`.
   */
  importFrom(request: ImportRequest): Promise<ExchangeOutcome | null>;
  /** Ends an export or an import that is under way and not being saved yet. */
  cancelExchange(request: { readonly id: string }): Promise<void>;
  /** The window has nothing unsaved left, so it may close; or the analyst chose to stay. */
  answerClose(request: { readonly close: boolean }): Promise<void>;
  /** Names in the native menu what undo and redo would do; `null`: nothing. */
  showUndo(request: { readonly undo: string | null; readonly redo: string | null }): Promise<void>;
  /** Opens an http or https address in the analyst's own browser, after asking. */
  openExternal(request: { readonly url: string }): Promise<void>;
}

/** What main tells a window unasked. */
export interface HostEvents {
  /** An entry that main itself made: an import. In order of sequence. */
  entry: JournalEntry;
  /** A job began, went on or ended. */
  job: JobState;
  /** An export or an import began, went on or ended. At most five times a second. */
  exchange: ExchangeState;
  /** The catalogue went on, or answers otherwise than before. At most five times a second. */
  catalogue: CatalogueState;
  /** Looking for suggestions went on, or lists answer otherwise than before. At most five times a second. */
  suggestions: SuggestionsState;
  /** Folders are watched, found missing or no longer watched. */
  folders: readonly WatchedFolder[];
  /** Something the analyst has to know about the project that was found after it was opened. */
  notice: { readonly sentence: string };
  /** The analyst chose a command in the native menu. */
  command: { readonly id: string };
  /** The window is asked to close: save, then `answerClose`. */
  closeRequested: Record<string, never>;
}

/** Everything that crosses between a window and main. The client, the preload's allowlist and the dispatch derive from it. */
export interface HostApi extends HostReads, HostWrites {}

export type HostMethod = keyof HostApi;
export type HostEventName = keyof HostEvents;
