import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { AnnotationRecord } from '../../record/records.ts';
import type { ImportContext } from '../exchange-format.ts';
import { KnownIds } from '../import/known-ids.ts';
import type { AnnotationDraft, ArticleTarget, DraftSelector } from '../import-draft.ts';
import { firstWords } from './named-rows.ts';
import {
  idIn,
  keyOfPlace,
  numberIn,
  type PassageCells,
  placeKey,
  selectorIn,
  targetIn,
} from './row-passage.ts';

/** A passage that a row of claims or links names, beside its place: its id and its number (`3:10`), where the row says them. */
export interface NamedPassage extends PassageCells {
  readonly id: string;
  readonly number: string;
}

/** The annotation of a row: by its key, with the draft of one that nobody has yet. */
export interface FoundPassage {
  readonly key: string;
  readonly draft: AnnotationDraft | null;
}

/**
 * The annotations that tables of claims and links name: those of the project, those that came with the same file, and those that
 * have to be made of their words. Kept for one import.
 */
export class PassageBook {
  readonly #records: RecordSource;
  readonly #report: ImportContext['report'];
  readonly #known: KnownIds;
  /** Keys that came. */
  readonly #come = new Set<string>();
  readonly #byPlace = new Map<string, string>();
  /** Ids of highlights by number and by place, of articles that were asked for: most rows name some of a few articles. */
  readonly #byArticle = new Map<ArticleId, Map<string, AnnotationId[]>>();
  #articleIds: ReadonlyMap<string, ArticleId> | null = null;

  constructor({ records, report }: Pick<ImportContext, 'records' | 'report'>) {
    this.#records = records;
    this.#known = new KnownIds(records, 'annotation');
    this.#report = report;
  }

  /** An annotation came. `place`: its place, if its row has no id by which others could name it. */
  note(key: string, place: string | null): void {
    this.#come.add(key);
    if (place !== null && !this.#byPlace.has(place)) this.#byPlace.set(place, key);
  }

  /** The annotation that a row names; `null`: the row has neither an id that is known nor words. */
  find(named: NamedPassage, where: string): FoundPassage | null {
    const id = idIn(named.id);
    if (id !== null && (this.#come.has(id) || this.#known.has(id))) return { key: id, draft: null };
    const selector = selectorIn(named);
    if (selector === null) return null;
    const target = targetIn(named);
    if (id === null) {
      const same = this.#inProject(named, target, selector);
      if (same !== null) return { key: same.id, draft: null };
    }
    const place = placeKey(target, selector, '');
    const key = id ?? this.#byPlace.get(place) ?? keyOfPlace(place);
    if (this.#come.has(key)) return { key, draft: null };
    this.note(key, id === null ? place : null);
    return { key, draft: this.#draft(key, named, target, selector, where) };
  }

  /** The highlight of the project with a row's number and words, else at its very place. */
  #inProject(
    { number }: NamedPassage,
    { hash }: ArticleTarget,
    { quote, position }: DraftSelector,
  ): AnnotationRecord | null {
    const wanted = numberIn(number);
    if (wanted !== null) {
      const article = this.#articles.get(`number ${number.trim().split(':')[0]}`);
      for (const one of this.#highlights(article, `number ${wanted}`)) {
        if (one.passage.quote === quote) return one;
      }
    }
    if (hash === undefined || position === undefined) return null;
    const article = this.#articles.get(`hash ${hash}`);
    for (const one of this.#highlights(article, `place ${position.start} ${position.end}`)) {
      const { quote: words, revisionId } = one.passage;
      if (words === quote && this.#records.get('revision', revisionId)?.hash === hash) return one;
    }
    return null;
  }

  /** The highlights of an article with a number, or at a place. Cost: once all of the article. */
  #highlights(article: ArticleId | undefined, name: string): readonly AnnotationRecord[] {
    if (article === undefined) return [];
    let byName = this.#byArticle.get(article);
    if (byName === undefined) {
      byName = new Map();
      for (const { id, number, passage } of this.#records.annotationsOf(article)) {
        for (const one of [`number ${number}`, `place ${passage.start} ${passage.end}`]) {
          const known = byName.get(one);
          if (known === undefined) byName.set(one, [id]);
          else known.push(id);
        }
      }
      this.#byArticle.set(article, byName);
    }
    const ids = byName.get(name) ?? [];
    return ids.flatMap((id) => this.#records.get('annotation', id) ?? []);
  }

  /** Ids of the project's articles by number and by the hashes of their revisions. */
  get #articles(): ReadonlyMap<string, ArticleId> {
    this.#articleIds ??= new Map([
      ...this.#records.list('article').map(({ id, number }) => [`number ${number}`, id] as const),
      ...this.#records
        .list('revision')
        .map(({ hash, articleId }) => [`hash ${hash}`, articleId] as const),
    ]);
    return this.#articleIds;
  }

  #draft(
    key: string,
    named: NamedPassage,
    target: ArticleTarget,
    selector: DraftSelector,
    where: string,
  ): AnnotationDraft {
    const number = numberIn(named.number);
    const words = `${where}: “${firstWords(named.quote)}”`;
    this.#report.lose(
      'Tags, notes and authors of passages',
      'Tables of claims and links have the words of a passage and its place. Import the table of annotations before them.',
      words,
    );
    return {
      kind: 'annotation',
      key,
      where: words,
      target,
      selector,
      tags: [],
      note: null,
      ...(number === null ? {} : { number }),
    };
  }
}
