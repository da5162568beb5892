import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { AnnotationId, ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  RevisionRecord,
} from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { createReader, type Reader } from '../../reader/create-reader.ts';
import { tagFilterOf } from '../codebook/tag-filter.ts';
import { removeFromComparison } from '../comparing/compare-panes.ts';
import { noteRead } from '../library/library-actions.ts';
import { followMarks } from '../parallels/mark-parallels.ts';
import { showFound } from '../search/find.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import { paneById } from '../shown-panes.ts';
import { closeCard, followCaret, showCard } from './annotation-card.ts';
import { describeAnnotation } from './describe-annotation.ts';
import { giveUpEdges, takeSelection } from './edges.ts';
import { keepPlace } from './keep-place.ts';
import { readerSideOf } from './reader-side.ts';
import { readerSpans } from './reader-spans.ts';
import { keepShown, shownRevision } from './revisions.ts';
import { nextOfStack, sayOfStack } from './stack.ts';

/** A reader that is mounted in a pane, with what it shows. */
export interface MountedReader {
  readonly reader: Reader;
  readonly article: ArticleRecord;
  /** The revision that the text is of; not always the article's present one. */
  readonly revision: RevisionRecord;
  readonly text: RevisionText;
}

/** A passage to be shown as soon as its reader is there. */
interface Destination {
  readonly annotationId: AnnotationId | null;
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** How an article is opened. */
export interface OpenOptions {
  /** In the other pane than the active one. */
  readonly beside?: boolean;
  /** With the keyboard in its text. */
  readonly focus?: boolean;
  /** Absent: the present one. */
  readonly revisionId?: RevisionId;
  /** By the program, not by the analyst: that does not make it read. */
  readonly byItself?: boolean;
  /** Beside what the Desk shows, which stays: the view that asks for it draws the pane. */
  readonly stay?: boolean;
}

/** Takes a key pressed in a reader; `true`: handled. */
export type ReaderKeyHandler = (session: Session, event: KeyboardEvent) => boolean;

/** The reading panes: which article stands where, and the readers in them. */
export class Panes {
  readonly #session: Session;
  readonly #onKey: ReaderKeyHandler;
  readonly #mounted = new Map<Pane['id'], MountedReader>();
  readonly #destinations = new Map<Pane['id'], Destination>();
  /** Panes whose text was not there when the keyboard was meant for it. */
  readonly #wantsFocus = new Set<Pane['id']>();
  readonly #followed = new Set<ArticleId>();
  /** The stack that was clicked last. */
  #clickedLast = '';

  constructor(session: Session, onKey: ReaderKeyHandler) {
    this.#session = session;
    this.#onKey = onKey;
  }

  /** The reader of the active pane, once its text is there. */
  active(): MountedReader | null {
    return this.#mounted.get(this.#session.get().activePane) ?? null;
  }

  /** The reader of a pane, once its text is there. */
  mountedIn(id: Pane['id']): MountedReader | null {
    return this.#mounted.get(id) ?? null;
  }

  /**
   * Shows an article: where the comparison on the screen shows it already, else in the reader, in the pane that shows it,
   * in the active one, or in the other one (`beside`). Beside itself it is shown a second time.
   */
  open(articleId: ArticleId, options: OpenOptions = {}): Pane['id'] {
    const state = this.#session.get();
    const present = this.#session.store.records.get('article', articleId)?.revisionId;
    const { revisionId } = options;
    const compared = this.#compared(articleId, revisionId ?? present ?? null);
    if (compared !== null) {
      this.activate(compared);
      if (options.focus === true) this.focus(compared);
      return compared;
    }
    const wanted = this.#target(options.beside ?? false);
    const shows = (id: Pane['id']): boolean =>
      state.panes.some((pane) => pane.id === id && pane.articleId === articleId);
    const isBesideItself = options.beside === true && shows(this.#target(false));
    const target = isBesideItself
      ? wanted
      : (state.panes.find((pane) => pane.articleId === articleId)?.id ?? wanted);
    const pane: Pane =
      revisionId === undefined || revisionId === present
        ? { id: target, articleId }
        : { id: target, articleId, revisionId };
    const before = state.panes.find(({ id }) => id === target);
    if (before?.articleId !== articleId || before.revisionId !== pane.revisionId) {
      const rest = state.panes.filter(({ id }) => id !== target);
      this.#session.set({ panes: [...rest, pane].sort((a, b) => (a.id < b.id ? -1 : 1)) });
    }
    // The article that is read beside the matrix: going about in it leaves the matrix where it is. Only a reader that is
    // on the screen counts: a cell may still be open beside a matrix that is not shown.
    const isBesideMatrix =
      state.view === 'claims' &&
      target === state.activePane &&
      this.#mounted.get(target)?.article.id === articleId;
    const stays = options.stay ?? isBesideMatrix;
    this.#session.set(
      stays ? { activePane: target } : { view: 'read', activePane: target, claimId: null },
    );
    void this.#session.store.loadArticle(articleId);
    // What stood here before may never have come: the keyboard was not meant for this one.
    this.#wantsFocus.delete(target);
    const annotation = this.#session.annotation();
    const there =
      annotation?.articleId === articleId &&
      annotation.passage.revisionId === (pane.revisionId ?? present);
    if (annotation !== null && !there) this.#session.focusAnnotation(null);
    if (options.focus === true) this.focus(target);
    if (options.byItself !== true) noteRead(this.#session, articleId);
    return target;
  }

  /** Shows an annotation's passage in the revision that it is on, and puts the focus on it. */
  openAnnotation(annotation: AnnotationRecord, options: { beside?: boolean } = {}): void {
    const { start, end, revisionId } = annotation.passage;
    const pane = this.open(annotation.articleId, { ...options, revisionId });
    this.#session.focusAnnotation(annotation.id);
    this.reveal(pane, { annotationId: annotation.id, start, end });
    this.focus(pane);
  }

  /** The next new revision of an article is shown where the article is: the analyst asked for it. */
  followNext(articleId: ArticleId): void {
    this.#followed.add(articleId);
  }

  /** Takes `followNext` back, for all articles: what was asked for has come, or will not. */
  followNone(): void {
    this.#followed.clear();
  }

  /** Shows a passage of an article's present revision; it need not be an annotation. */
  openPassage(articleId: ArticleId, start: TextOffset, end: TextOffset, beside: boolean): void {
    const pane = this.open(articleId, { beside });
    this.reveal(pane, { annotationId: null, start, end });
    this.focus(pane);
  }

  /** Closes a pane; the other one, if any, becomes the active one. */
  close(id: Pane['id']): void {
    if (this.#session.get().comparing.panes.some((pane) => pane.id === id)) {
      removeFromComparison(this.#session, id);
      return;
    }
    const panes = this.#session.get().panes.filter((pane) => pane.id !== id);
    const left = panes[0]?.id ?? 'first';
    this.#session.set({ panes, activePane: left });
    if (panes.length > 0) this.focus(left);
  }

  /**
   * Makes a pane the active one. The passage that keys and Inspector act on is then one of its own: the one under its
   * caret, or none.
   */
  activate(id: Pane['id']): void {
    if (this.#session.get().activePane === id) return;
    giveUpEdges(this.#session);
    this.#session.set({ activePane: id });
    const mounted = this.#mounted.get(id);
    if (mounted === undefined) return;
    if (this.#session.annotation()?.articleId === mounted.article.id) return;
    this.inspectAtCaret();
  }

  /** Keys and Inspector act on the innermost annotation under the caret of the active pane, or on none. */
  inspectAtCaret(): void {
    const reader = this.active()?.reader;
    this.#session.focusAnnotation(reader?.annotationsAt(reader.selection().head)[0] ?? null);
  }

  /** Puts the keyboard focus into a pane's reader, now or when it is there. */
  focus(id: Pane['id']): void {
    const mounted = this.#mounted.get(id);
    if (mounted === undefined || !this.#shows(id, mounted)) this.#wantsFocus.add(id);
    else mounted.reader.focus();
  }

  /** Scrolls to a passage, now or when the reader is there. */
  reveal(id: Pane['id'], destination: Destination): void {
    const mounted = this.#mounted.get(id);
    if (mounted === undefined || !this.#shows(id, mounted)) {
      this.#destinations.set(id, destination);
      return;
    }
    mounted.reader.reveal(destination.start, destination.end, {
      select: destination.annotationId === null,
    });
    if (destination.annotationId !== null)
      mounted.reader.select(destination.start, destination.start);
    mounted.reader.setFocus(destination.annotationId);
  }

  /**
   * Puts a reader into an element. Returns what takes it away again. The reader follows the records and the session
   * until then.
   */
  mount(
    element: HTMLElement,
    id: Pane['id'],
    article: ArticleRecord,
    revision: RevisionRecord,
    text: RevisionText,
  ): () => void {
    const session = this.#session;
    const { records } = session.store;
    const spans = readerSpans(records, revision, text.text);
    let drawn = spans.get(tagFilterOf(session));
    const reader = createReader(element, {
      revision: text,
      label: effectiveMetadata(article).title,
      spans: drawn,
      onSelect: () => this.#selected(id),
      onKey: (event) => this.#onKey(session, event),
      onActivate: (ids, start) => this.#clicked(id, ids, start),
      side: readerSideOf(session, id),
    });
    const mounted: MountedReader = { reader, article, revision, text };
    this.#mounted.set(id, mounted);
    const draw = (): void => {
      const next = spans.get(tagFilterOf(session));
      if (next === drawn) return;
      drawn = next;
      reader.setSpans(next);
    };
    const follow = (): void => {
      this.#keepText(id, mounted);
      reader.refreshMargin();
      draw();
    };
    const outline = (): void => {
      const { annotationId, linkFrom, edges } = session.get();
      // Set off first: what is new is drawn once, as it stays.
      reader.setFocus(edges?.id ?? annotationId);
      draw();
      reader.setPending(linkFrom);
      reader.setEdges(edges);
    };
    const { views } = session;
    const stops = [
      views.follow(records.subscribe, follow, 'in-frame'),
      views.follow(session.state.subscribe, outline, 'in-frame'),
      keepPlace(reader),
      followMarks(session, id, mounted),
    ];
    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener(
      'focusin',
      ({ relatedTarget }) => {
        if (relatedTarget !== null || !this.#awaitsOther(id)) this.activate(id);
      },
      { signal },
    );
    // The browser sets the selection of a click after this event.
    element.addEventListener('pointerup', () => setTimeout(() => this.#offerBar(id)), { signal });
    for (const name of ['pointerdown', 'keydown', 'scroll'] as const) {
      element.addEventListener(name, () => this.#withdrawBar(), { signal, capture: true });
    }
    const press = (): void => {
      closeCard(session);
      this.#wantsFocus.clear();
      this.activate(id);
    };
    element.addEventListener('pointerdown', press, { signal, capture: true });
    // A list to choose from stays: it has the keyboard, and the press that opened it may have scrolled.
    const onScroll = (): void => {
      if (session.get().card?.chooses === false) closeCard(session);
    };
    element.addEventListener('scroll', onScroll, { signal, capture: true });
    element.addEventListener('keydown', (event) => followCaret(session, id, event), {
      signal,
      capture: true,
    });
    element.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        const isElsewhere = relatedTarget instanceof Node && !element.contains(relatedTarget);
        if (isElsewhere && session.get().activePane === id) giveUpEdges(session);
      },
      { signal },
    );
    outline();
    const destination = this.#destinations.get(id);
    this.#destinations.delete(id);
    if (destination !== undefined) this.reveal(id, destination);
    if (this.#wantsFocus.delete(id)) reader.focus();
    showFound(session, id);
    session.set({ readersMounted: session.get().readersMounted + 1 });
    return () => {
      for (const stop of stops) stop();
      abort.abort();
      this.#withdrawBar();
      closeCard(session);
      if (session.get().edges !== null && this.active() === mounted) session.set({ edges: null });
      if (this.#mounted.get(id) === mounted) this.#mounted.delete(id);
      reader.destroy();
    };
  }

  /** What the keys do, for those who selected with the mouse, beside the end of the selection. */
  #offerBar(id: Pane['id']): void {
    const mounted = this.#mounted.get(id);
    if (mounted === undefined || this.#session.store.project.readOnly !== null) return;
    const selection = mounted.reader.selection();
    if (selection.empty) return;
    const { left, bottom } = mounted.reader.lineAt(selection.to);
    this.#session.set({ selectionBar: { pane: id, left, top: bottom } });
  }

  #withdrawBar(): void {
    if (this.#session.get().selectionBar !== null) this.#session.set({ selectionBar: null });
  }

  #target(beside: boolean): Pane['id'] {
    const { panes, activePane, view, comparing } = this.#session.get();
    const active = view === 'compare' ? comparing.readPane : activePane;
    if (!beside) return panes.length === 0 ? 'first' : active;
    if (panes.length === 0) return 'first';
    return active === 'first' ? 'second' : 'first';
  }

  /** The pane of the comparison on the screen that shows a revision; `null`: none does. */
  #compared(articleId: ArticleId, revisionId: RevisionId | null): Pane['id'] | null {
    const { view, comparing } = this.#session.get();
    if (view !== 'compare' || revisionId === null) return null;
    const { records } = this.#session.store;
    const found = comparing.panes.find(
      (pane) => pane.articleId === articleId && shownRevision(records, pane)?.id === revisionId,
    );
    return found?.id ?? null;
  }

  /**
   * Whether the keyboard is meant for the text of another pane that is on its way. What a dialog gives back to this one until
   * then is not the analyst's choice: a key pressed at once, to close the pane say, would act on the wrong one.
   */
  #awaitsOther(id: Pane['id']): boolean {
    const { activePane } = this.#session.get();
    return activePane !== id && this.#wantsFocus.has(activePane);
  }

  #shows(id: Pane['id'], mounted: MountedReader): boolean {
    const pane = paneById(this.#session.get(), id);
    if (pane?.articleId !== mounted.article.id) return false;
    return shownRevision(this.#session.store.records, pane)?.id === mounted.revision.id;
  }

  /** A text that is being read stays on the screen when its article gets a new revision, unless that was asked for. */
  #keepText(id: Pane['id'], { article: { id: articleId }, revision }: MountedReader): void {
    const { records } = this.#session.store;
    const article = records.get('article', articleId);
    const pane = paneById(this.#session.get(), id);
    if (article === null || pane?.articleId !== articleId || pane.revisionId !== undefined) return;
    if (article.revisionId === revision.id || records.get('revision', revision.id) === null) return;
    if (!this.#followed.delete(articleId)) keepShown(this.#session, id, article, revision.id);
  }

  /** The caret moved: the innermost annotation under it becomes the one that is inspected. */
  #selected(id: Pane['id']): void {
    const mounted = this.#mounted.get(id);
    if (mounted === undefined || this.#session.get().activePane !== id) return;
    const selection = mounted.reader.selection();
    if (this.#session.get().edges !== null) {
      if (!selection.empty) takeSelection(this.#session, selection);
      return;
    }
    if (!selection.empty) return;
    const under = mounted.reader.annotationsAt(selection.head);
    const present = this.#session.get().annotationId;
    if (present !== null && under.includes(present)) return;
    this.#session.focusAnnotation(under[0] ?? null);
    const annotation = this.#session.annotation();
    if (annotation !== null) this.#session.say(describeAnnotation(this.#session, annotation));
  }

  /** A key pressed in a reader or in its margin. `true`: handled. */
  handleKey(event: KeyboardEvent): boolean {
    return this.#onKey(this.#session, event);
  }

  /** A click on highlights means the innermost; each further one at the same place the next one outwards (rule A15). */
  #clicked(id: Pane['id'], ids: readonly AnnotationId[], start: TextOffset): void {
    const session = this.#session;
    if (session.get().edges !== null) giveUpEdges(session);
    this.activate(id);
    const place = `${id} ${start} ${ids.join(' ')}`;
    const isAgain = place === this.#clickedLast;
    this.#clickedLast = place;
    const next = isAgain ? nextOfStack(ids, session.get().annotationId) : ids[0];
    if (next === undefined) return;
    session.focusAnnotation(next);
    sayOfStack(session, ids, next);
    if (ids.length > 1) showCard(session, id, ids);
  }
}
