import { createStore, type StoreApi } from 'zustand/vanilla';
import { systemMaker } from '../../app/base/maker.ts';
import type { HostApi, HostInfo, ProjectInfo } from '../../app/host/host-api.ts';
import type { HostListener } from '../../app/host/host-listener.ts';
import type { AnnotationId, ArticleId, RevisionId } from '../../app/record/ids.ts';
import type { AnnotationRecord, ArticleRecord } from '../../app/record/records.ts';
import type { RichTextEditor } from '../editor/create-rich-text-editor.ts';
import { openStore } from '../store/open-store.ts';
import type { ProjectStore } from '../store/project-store.ts';
import { presentArticles } from './article-list.ts';
import { CarryOverRun } from './carry-over/carry-over-run.ts';
import { loadJobs } from './corpus/jobs.ts';
import { loadSuggestionsState } from './parallels/ask-parallels.ts';
import { showFailure } from './project.ts';
import { Panes, type ReaderKeyHandler } from './reading/panes.ts';
import { loadCatalogue } from './search/catalogue.ts';
import type { DialogState, SessionState } from './session-state.ts';
import { initialState } from './session-state.ts';
import { shownPanes, withActivePane } from './shown-panes.ts';
import { ViewTelling } from './view-telling.ts';
import type { PendingEdit } from './writing/draft.ts';
import { OpenBrief } from './writing/open-brief.ts';

/**
 * One window's session: what is shown and what is done. Views read `state`, commands call the functions beside this
 * file with the session. It alone knows both the store and the readers.
 */
export class Session {
  readonly state: StoreApi<SessionState> = createStore<SessionState>(() => initialState);
  readonly host: HostApi;
  readonly onHostEvent: HostListener;
  readonly hostInfo: HostInfo;
  readonly panes: Panes;
  /** Through which views hear of changes. */
  readonly views = new ViewTelling();
  /** Drafts that are being typed; flushed before undo, closing and leaving the project. */
  readonly drafts = new Set<PendingEdit>();
  /** The brief on the screen. */
  readonly openBrief = new OpenBrief();
  /** Carries annotations over to new revisions, once all records are in memory; not in a project that is only read. */
  carryOver: CarryOverRun | null = null;
  #store: ProjectStore | null = null;

  constructor(
    host: HostApi,
    onHostEvent: HostListener,
    hostInfo: HostInfo,
    onReaderKey: ReaderKeyHandler,
  ) {
    this.host = host;
    this.onHostEvent = onHostEvent;
    this.hostInfo = hostInfo;
    this.panes = new Panes(this, onReaderKey);
  }

  /** The editor of the brief on the screen. */
  get briefEditor(): RichTextEditor | null {
    return this.openBrief.editor;
  }

  /** The open project's store. Throws without a project: only project commands ask. */
  get store(): ProjectStore {
    if (this.#store === null) throw new Error('No project is open.');
    return this.#store;
  }

  get hasProject(): boolean {
    return this.#store !== null;
  }

  set(patch: Partial<SessionState>): void {
    this.state.setState({ ...patch, ...withActivePane(this.get(), patch) });
  }

  get(): SessionState {
    return this.state.getState();
  }

  /** Says something to the analyst, in the status line and to a screen reader; the same text twice is said twice. */
  say(text: string): void {
    this.set({ message: { text, count: this.get().message.count + 1 } });
  }

  /** Takes away what was said last: it is old, or about something that is no longer on the screen. */
  hush(): void {
    const { text, count } = this.get().message;
    if (text !== '') this.set({ message: { text: '', count } });
  }

  openDialog(dialog: DialogState): void {
    this.set({ dialog });
  }

  closeDialog(): void {
    this.set({ dialog: null });
  }

  /** Shows a project that main has opened for this window. */
  async enter(project: ProjectInfo): Promise<void> {
    this.#letGo();
    const opened = await openStore(
      this.host,
      this.onHostEvent,
      project,
      systemMaker(this.hostInfo.userName),
      (progress) => this.set({ screen: { kind: 'opening', progress } }),
    );
    const first = articlesInOrder(presentArticles(opened.store.records))[0];
    // With its highlights from the first picture on.
    if (first !== undefined) await opened.store.loadArticle(first.id);
    this.#store = opened.store;
    this.set({
      screen: { kind: 'project', project },
      notices: opened.notices,
      briefId: opened.store.records.list('brief')[0]?.id ?? null,
    });
    if (first !== undefined) this.panes.open(first.id, { focus: true, byItself: true });
    void loadCatalogue(this);
    void loadJobs(this);
    void loadSuggestionsState(this);
    void this.#readRest(opened.store);
  }

  /** Reads the rest of a large project once the first picture is drawn. */
  async #readRest(store: ProjectStore): Promise<void> {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (this.#store !== store) return;
    try {
      await store.whenComplete();
      if (this.#store === store && store.project.readOnly === null) {
        this.carryOver = new CarryOverRun(this);
      }
    } catch (error) {
      if (this.#store === store) showFailure(this, 'The project could not be read whole', error);
    }
  }

  /** Leaves the project once everything is saved. */
  async leave(): Promise<void> {
    await this.saveAll();
    this.#letGo();
    await this.host.closeProject();
    const recent = await this.host.listRecentProjects();
    this.set({ screen: { kind: 'start' }, recent });
  }

  /** Takes the project off the screen first: nothing that is drawn may ask for a store that is gone. */
  #letGo(): void {
    // Jobs told of before the first project is on the screen are its own; those of a project left are not the next one's.
    const jobs = this.#store === null ? this.get().jobs : [];
    this.set({ ...initialState, screen: { kind: 'opening', progress: null }, jobs });
    this.carryOver?.end();
    this.carryOver = null;
    this.#store?.close();
    this.#store = null;
  }

  /** Takes up whether something typed is not handed to the store yet: it is not saved either. */
  noteDrafts(): void {
    const typing = [...this.drafts].some(({ pending }) => pending);
    if (typing !== this.get().typing) this.set({ typing });
  }

  /** Resolves when everything is on disk, what was typed while it was being written included. */
  async saveAll(): Promise<void> {
    do {
      this.flushDrafts();
      await this.#store?.whenSaved();
      // Fields that refuse what is in them (a date that is none) say so when they are drawn next; wait for that.
      await new Promise((resolve) => setTimeout(resolve));
    } while (this.get().typing);
  }

  flushDrafts(): void {
    for (const draft of this.drafts) draft.flush();
  }

  /** The annotation that the Inspector shows and single-key commands act on. */
  annotation(): AnnotationRecord | null {
    const id = this.get().annotationId;
    return id === null ? null : this.store.records.get('annotation', id);
  }

  /** Puts an annotation before the analyst: Inspector, reader outline, announcement. */
  focusAnnotation(id: AnnotationId | null): void {
    if (this.get().annotationId === id) return;
    this.flushDrafts();
    this.set({ annotationId: id, claimId: null });
  }

  articleOfRevision(revisionId: RevisionId): ArticleRecord | null {
    const revision = this.store.records.get('revision', revisionId);
    return revision === null ? null : this.store.records.get('article', revision.articleId);
  }

  /** The article of the active pane. */
  activeArticle(): ArticleRecord | null {
    const { activePane } = this.get();
    const pane = shownPanes(this.get()).find(({ id }) => id === activePane);
    return pane === undefined ? null : this.store.records.get('article', pane.articleId);
  }

  articleIds(): readonly ArticleId[] {
    return articlesInOrder(presentArticles(this.store.records)).map(({ id }) => id);
  }
}

/** Articles in the order in which they were numbered. */
export function articlesInOrder(articles: readonly ArticleRecord[]): readonly ArticleRecord[] {
  return [...articles].sort((one, other) => one.number - other.number);
}
