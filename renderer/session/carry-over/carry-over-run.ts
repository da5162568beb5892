import { type Carrying, carryAnnotations } from '../../../app/reanchor/carry-diffs.ts';
import type { AnnotationId, ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, ArticleRecord } from '../../../app/record/records.ts';
import { countOf, listArticle } from '../article-list.ts';
import { groupBy } from '../group-by.ts';
import { numberOf } from '../reading/revisions.ts';
import type { Session } from '../session.ts';
import { carryArticle } from './carry-over-article.ts';
import { CarryOverQueue } from './carry-over-queue.ts';
import type { CarryOverState, WaitingAnnotation } from './carry-over-state.ts';
import { startCarryThread } from './carry-over-thread.ts';

/** How long after a change it is looked at, in milliseconds: several in a row are looked at once. */
const delay = 300;
/** How many articles are looked at before the window is given a chance to do something else. */
const slice = 500;
/** So many annotations are carried over in one change. */
const largestChange = 1_000;

/** What ended a look through the articles. */
const stopped = new Error('Stopped by the analyst.');

/**
 * Carries annotations over to the present revisions of their articles, by itself, as long as a project is open: what
 * changed while it was closed a moment after the start, what changes later as it comes. Reading and looking go on beside
 * the window's work, in a thread. Those that are surely unchanged are carried over at once, as a change that is no step
 * of undo (rule K3); all others wait in the session's state. Does nothing in a project that is open for reading only.
 */
export class CarryOverRun {
  readonly #session: Session;
  readonly #store: Session['store'];
  readonly #queue: CarryOverQueue;
  readonly #stopListening: () => void;
  readonly #thread = startCarryThread();
  readonly #pending = new Set<ArticleId>();
  /** What was announced, by article: the revision that it waits to be carried to, and which annotations. */
  readonly #told = new Map<
    ArticleId,
    { readonly to: RevisionId; readonly ids: Set<AnnotationId> }
  >();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #working = false;
  #ended = false;
  #stop = false;

  constructor(session: Session) {
    this.#session = session;
    this.#store = session.store;
    this.#queue = new CarryOverQueue(this.#store.records);
    this.#stopListening = this.#store.records.subscribe(() => this.#lookSoon());
    this.#lookSoon();
  }

  /** Ends it for good. */
  end(): void {
    this.#ended = true;
    this.#stopListening();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#thread.end(stopped);
  }

  /** Stops the look through the articles; what was not looked at is looked at by `goOn`. */
  stop(): void {
    if (!this.#working) return;
    this.#stop = true;
    this.#thread.end(stopped);
  }

  goOn(): void {
    this.#patch({ stopped: 0 });
    void this.#work();
  }

  #lookSoon(): void {
    if (this.#timer !== null || this.#ended) return;
    this.#timer = setTimeout(() => void this.#look(), delay);
  }

  /** Finds the articles whose annotations have to be looked for. */
  async #look(): Promise<void> {
    this.#timer = null;
    let looked = 0;
    for (const article of this.#store.records.list('article')) {
      looked += 1;
      if (looked % slice === 0) await idle();
      if (this.#ended) return;
      if (this.#queue.mayHaveChanged(article)) this.#note(article);
    }
    this.#dropGone();
    const { stopped } = this.#state();
    if (stopped > 0 && this.#pending.size !== stopped) {
      // What came since waits with the rest.
      this.#patch({ stopped: this.#pending.size });
    } else if (this.#pending.size > 0 && stopped === 0) void this.#work();
  }

  #note(article: ArticleRecord): void {
    if (this.#told.get(article.id)?.to !== article.revisionId) this.#told.delete(article.id);
    const waiting = this.#queue.look(article);
    const known = this.#state().waiting;
    const isKnown = ({ id, passage }: AnnotationRecord): boolean =>
      isSame(known.get(id), article, passage);
    if (waiting.some((annotation) => !isKnown(annotation))) this.#pending.add(article.id);
    const wanted = new Set(waiting.filter(isKnown).map(({ id }) => id));
    this.#forget((one) => one.articleId === article.id && !wanted.has(one.id));
  }

  #dropGone(): void {
    const { all } = this.#store.records;
    this.#forget(({ id, articleId }) => !all.has(id) || !all.has(articleId));
  }

  #forget(isOver: (waiting: WaitingAnnotation) => boolean): void {
    const { waiting, at } = this.#state();
    const over = [...waiting.values()].filter(isOver);
    if (over.length === 0) return;
    const left = new Map(waiting);
    for (const { id } of over) left.delete(id);
    this.#patch({ waiting: left, at: at !== null && left.has(at) ? at : null });
  }

  async #work(): Promise<void> {
    if (this.#working || this.#ended) return;
    this.#working = true;
    this.#stop = false;
    let carried: Carrying[] = [];
    let done = 0;
    for (const id of this.#pending) {
      if (this.#stop || this.#ended) break;
      this.#patch({ running: { done, total: done + this.#pending.size } });
      // Before it is looked at: what changes meanwhile puts it in again.
      this.#pending.delete(id);
      try {
        carried.push(...(await this.#one(id)));
      } catch (error) {
        if (error === stopped) {
          this.#pending.add(id);
          break;
        }
        this.#fail(error);
      }
      done += 1;
      if (carried.length < largestChange) continue;
      this.#carry(carried);
      carried = [];
    }
    this.#working = false;
    if (this.#ended) return;
    this.#carry(carried);
    this.#patch({ running: null, stopped: this.#pending.size });
    this.#tell();
  }

  /** Looks for the annotations of one article; gives those that are unchanged. */
  async #one(id: ArticleId): Promise<readonly Carrying[]> {
    const article = this.#store.records.get('article', id);
    if (article === null) return [];
    const known = this.#state().waiting;
    const wanted = this.#queue
      .look(article)
      .filter((annotation) => !isSame(known.get(annotation.id), article, annotation.passage));
    if (wanted.length === 0) return [];
    const found = await carryArticle(this.#store, this.#thread, article, wanted);
    if (found === null || this.#ended) return [];
    // Another revision came meanwhile: that one is looked through next.
    if (this.#store.records.get('article', id)?.revisionId !== article.revisionId) return [];
    if (found.unchanged.length > 0) void this.#store.texts.keep(found.text);
    const waiting = new Map(this.#state().waiting);
    for (const one of found.waiting) waiting.set(one.id, one);
    this.#patch({ waiting });
    return found.unchanged;
  }

  /** Makes the change, of what is still as it was when it was looked for. */
  #carry(carryings: readonly Carrying[]): void {
    const { records, maker } = this.#store;
    const present = carryings.flatMap((carrying): Carrying[] => {
      const annotation = records.get('annotation', carrying.annotation.id);
      const to = records.get('article', carrying.annotation.articleId)?.revisionId;
      const isStill =
        annotation?.passage === carrying.annotation.passage && to === carrying.passage.revisionId;
      return isStill && annotation !== null ? [{ ...carrying, annotation }] : [];
    });
    const [first] = present;
    if (first === undefined) return;
    const byArticle = groupBy(present, ({ annotation }) => annotation.articleId);
    const name = `Carry ${countOf(present.length, 'annotation')} over to ${this.#where([...byArticle.keys()])}`;
    this.#store.commit(name, carryAnnotations(maker, present), { undoable: false });
    const added = [...byArticle].map(([articleId, list]) => ({
      articleId,
      to: list[0]?.passage.revisionId ?? first.passage.revisionId,
      ids: list.map(({ annotation }): AnnotationId => annotation.id),
    }));
    this.#patch({ atOnce: [...this.#state().atOnce, ...added] });
  }

  #where(articleIds: readonly ArticleId[]): string {
    const [only] = articleIds;
    const { records } = this.#store;
    if (articleIds.length > 1 || only === undefined) {
      return `the present revisions of ${articleIds.length} articles`;
    }
    const article = records.get('article', only);
    const revision = article === null ? null : records.get('revision', article.revisionId);
    const number = revision === null ? 'the present revision' : `revision ${numberOf(revision)}`;
    return article === null ? number : `${number} of “${listArticle(article).metadata.title}”`;
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#session.say(`Annotations could not be carried over to a new revision: ${reason}`);
  }

  /**
   * Says that there is something to review; what needs nobody is seen in the history. What was announced before is not
   * said again when undo brings it back: it would be said over what undo says.
   */
  #tell(): void {
    const { waiting } = this.#state();
    const news = [...waiting.values()].filter((one) => this.#isNews(one));
    if (news.length === 0) return;
    const what = countOf(waiting.size, 'annotation');
    const verb = waiting.size === 1 ? 'waits' : 'wait';
    this.#session.say(`${what} ${verb} to be carried over to a new revision.`);
  }

  /** Whether an annotation that waits was not announced yet; it counts as announced from now on. */
  #isNews({ id, articleId, to }: WaitingAnnotation): boolean {
    const told = this.#told.get(articleId);
    if (told?.to !== to) this.#told.set(articleId, { to, ids: new Set([id]) });
    else if (told.ids.has(id)) return false;
    else told.ids.add(id);
    return true;
  }

  #state(): CarryOverState {
    return this.#session.get().carryOver;
  }

  #patch(patch: Partial<CarryOverState>): void {
    if (!this.#ended) this.#session.set({ carryOver: { ...this.#state(), ...patch } });
  }
}

function isSame(
  known: WaitingAnnotation | undefined,
  article: ArticleRecord,
  passage: AnnotationRecord['passage'],
): boolean {
  return known !== undefined && known.to === article.revisionId && known.passage === passage;
}

/** Resolves when the window has nothing better to do, after a fifth of a second at the latest. */
function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 200 }));
}
