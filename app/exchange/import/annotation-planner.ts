import { makePassage } from '../../anchor/passage.ts';
import { derivedId, readUuid } from '../../base/derived-id.ts';
import type { AnnotationId, ArticleId, TagId } from '../../record/ids.ts';
import { newRecord } from '../../record/record-factory.ts';
import type { AnnotationRecord } from '../../record/records.ts';
import type { AnnotationDraft } from '../import-draft.ts';
import { anchorDraft } from './anchor-draft.ts';
import type { ArticleFinder, FoundArticle } from './article-finder.ts';
import { articleTitle } from './article-title.ts';
import { DraftTexts } from './draft-texts.ts';
import type { PlannerParts } from './import-planner.ts';
import { KnownIds } from './known-ids.ts';
import { instantOf, madeBy } from './made-by.ts';
import type { TagBook } from './tag-book.ts';

/** More highlights than this without an article are not looked for in all texts. */
const mostByQuote = 10_000;
/** Shorter words stand in many articles. */
const shortestByQuote = 12;

/** Makes annotations of drafts, numbers them, and knows which key is which. */
export class AnnotationPlanner {
  readonly #parts: PlannerParts;
  readonly #articles: ArticleFinder;
  readonly #tags: TagBook;
  readonly #texts: DraftTexts;
  readonly #byKey = new Map<string, AnnotationId>();
  readonly #made = new Set<AnnotationId>();
  readonly #known: KnownIds;
  readonly #numbers = new Map<ArticleId, { made: number; readonly used: Set<number> }>();
  readonly #articleTags = new Map<ArticleId, TagId[]>();
  readonly #withoutArticle: AnnotationDraft[] = [];
  #moved = 0;
  #similar = 0;

  constructor(parts: PlannerParts, articles: ArticleFinder, tags: TagBook) {
    this.#parts = parts;
    this.#known = new KnownIds(parts.records, 'annotation');
    this.#articles = articles;
    this.#tags = tags;
    this.#texts = new DraftTexts(parts.texts);
  }

  /** The highest number given in each article that got annotations. */
  get numbered(): ReadonlyMap<ArticleId, number> {
    return new Map([...this.#numbers].map(([id, { made }]) => [id, made]));
  }

  /** Tags of whole articles. */
  get articleTags(): ReadonlyMap<ArticleId, readonly TagId[]> {
    return this.#articleTags;
  }

  /** The annotation of a key: of this file, or of the project by its id. */
  ofKey(key: string): AnnotationId | null {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const id = readUuid(key);
    return id !== null && this.#known.has(id) ? (id as AnnotationId) : null;
  }

  /** The text that positions of an article's annotations count in. */
  noteSourceText({ revision }: FoundArticle, positionsIn: string | undefined): void {
    if (positionsIn !== undefined) this.#texts.noteSource(revision.hash, positionsIn);
  }

  tagArticle(id: ArticleId, tagIds: readonly TagId[]): void {
    if (tagIds.length > 0)
      this.#articleTags.set(id, [...(this.#articleTags.get(id) ?? []), ...tagIds]);
  }

  async take(draft: AnnotationDraft): Promise<void> {
    const { report } = this.#parts;
    const id = readUuid(draft.key);
    if (id !== null && this.#known.has(id)) {
      this.#byKey.set(draft.key, id as AnnotationId);
      report.know('annotation');
      return;
    }
    const search = this.#articles.find(draft.target);
    if (search.kind === 'found') await this.#place(draft, [search.one]);
    else if (search.kind === 'several') await this.#place(draft, search.candidates);
    else {
      const reason = this.#whyNotByQuote(draft);
      if (reason === null) this.#withoutArticle.push(draft);
      else report.refuse(draft.where, reason);
    }
  }

  /** Looks for those without an article in every text, once. Cost: all texts. */
  async findByQuote(): Promise<void> {
    const waiting = this.#withoutArticle;
    if (waiting.length > 0) {
      const found = new Map<AnnotationDraft, FoundArticle[]>();
      const { records, texts, report } = this.#parts;
      for (const article of records.list('article')) {
        if ((article.trashedAt ?? null) !== null) continue;
        const revision = records.get('revision', article.revisionId);
        const text = revision === null ? null : await texts.read(revision.hash);
        if (revision === null || text === null) continue;
        for (const draft of waiting) {
          if (!text.text.includes(draft.selector?.quote ?? '')) continue;
          found.set(draft, [...(found.get(draft) ?? []), { article, revision }]);
        }
      }
      for (const draft of waiting) {
        const articles = found.get(draft) ?? [];
        if (articles.length === 1) await this.#place(draft, articles);
        else {
          const why =
            articles.length === 0
              ? 'Its article is not in the project, and no other holds its words.'
              : `Its article is not in the project, and ${articles.length} others hold its words.`;
          report.refuse(draft.where, why);
        }
      }
    }
    this.#remark(this.#moved, 'not where the file says, but elsewhere in the text');
    this.#remark(this.#similar, 'by words like theirs: look at them');
  }

  /** Why the words of one without an article are not looked for in all texts; `null`: they are. */
  #whyNotByQuote({ target, selector }: AnnotationDraft): string | null {
    const length = selector?.quote?.length ?? 0;
    if (target.byQuote !== true || selector === null || length === 0) {
      return 'Its article is not in the project. Import that first.';
    }
    if (length < shortestByQuote) {
      return `Its article is not in the project, and its words are too few to tell which other holds them: under ${shortestByQuote} signs.`;
    }
    if (this.#withoutArticle.length < mostByQuote) return null;
    return `Its article is not in the project, and its words were not looked for: at most ${mostByQuote.toLocaleString('en-GB')} annotations of one file are. Import its article first, or divide the file.`;
  }

  #remark(count: number, how: string): void {
    if (count === 0) return;
    const what = count === 1 ? '1 annotation was found' : `${count} annotations were found`;
    this.#parts.report.remark(`${what} ${how}.`);
  }

  async #place(draft: AnnotationDraft, candidates: readonly FoundArticle[]): Promise<void> {
    const { report } = this.#parts;
    const tagIds = [...new Set(draft.tags.flatMap((ref) => this.#tags.resolve(ref) ?? []))];
    const [first] = candidates;
    if (draft.selector === null) {
      if (candidates.length === 1 && first !== undefined) this.#takeWhole(draft, first, tagIds);
      else report.refuse(draft.where, `${candidates.length} articles answer to it.`);
      return;
    }
    const selector = draft.selector;
    const anchored = [];
    let reason = '';
    for (const one of candidates) {
      const text = await this.#texts.read(one.revision.hash);
      if (text === null) {
        reason = `The text of “${articleTitle(one.article)}” could not be read.`;
        continue;
      }
      const result = anchorDraft(text.text, text.offsets, text.mapped(selector));
      if (result.ok) anchored.push({ one, text, place: result.value });
      else reason = result.error.message;
    }
    const [found, other] = anchored;
    if (found === undefined) report.refuse(draft.where, reason);
    else if (other !== undefined) {
      report.refuse(draft.where, `${anchored.length} articles of the project answer to it.`);
    } else {
      if (found.place.how === 'moved' && selector.position !== undefined) this.#moved += 1;
      if (found.place.how === 'similar') this.#similar += 1;
      const { article } = found.one;
      if ((article.trashedAt ?? null) !== null) {
        report.remark(`Article ${articleTitle(article)} is in the trash, with what came for it.`);
      }
      const { start, end } = found.place;
      const passage = makePassage(found.text.text, found.one.revision.id, start, end);
      this.#make(draft, found.one, passage, tagIds);
    }
  }

  #make(
    draft: AnnotationDraft,
    { article }: FoundArticle,
    passage: AnnotationRecord['passage'],
    tagIds: readonly TagId[],
  ): void {
    const { maker, report, sink, records, ids } = this.#parts;
    const made = madeBy(this.#parts, draft, draft.where);
    const wished = readUuid(draft.key);
    const isFree =
      wished !== null && ids.give(wished, 'annotation') && !this.#made.has(wished as AnnotationId);
    const words = draft.key.includes(':')
      ? [draft.key, article.id]
      : [draft.key, article.id, String(passage.start), String(passage.end)];
    const id = isFree
      ? (wished as AnnotationId)
      : derivedId<AnnotationId>(['annotation', ...words], instantOf(draft.createdAt));
    this.#byKey.set(draft.key, id);
    if (records.all.has(id) || this.#made.has(id)) {
      report.know('annotation');
      return;
    }
    const fields = { articleId: article.id, number: 1, passage, tagIds, note: draft.note };
    const record: AnnotationRecord = { ...newRecord(maker, 'annotation', fields), ...made, id };
    const fault = sink.faultOf(record);
    if (fault !== null) {
      this.#byKey.delete(draft.key);
      report.refuse(draft.where, fault);
      return;
    }
    this.#made.add(id);
    sink.add({ ...record, number: this.#numberIn(article.id, draft.number) });
    report.carry('annotation');
  }

  #takeWhole(draft: AnnotationDraft, { article }: FoundArticle, tagIds: readonly TagId[]): void {
    const { report } = this.#parts;
    this.tagArticle(article.id, tagIds);
    if (draft.note !== null) {
      report.lose(
        'Notes on whole articles',
        'Notes stand at passages here. Tags were put on the article.',
        articleTitle(article),
      );
    } else if (tagIds.length === 0) {
      report.lose(
        'Marks on whole articles without words or tags',
        'There is nothing in them to keep.',
        articleTitle(article),
      );
    }
  }

  /** The number that is wished for, if nobody had it; else the next one. */
  #numberIn(id: ArticleId, wished: number | undefined): number {
    const { records } = this.#parts;
    const before = records.get('article', id)?.annotationsMade ?? 0;
    const numbers = this.#numbers.get(id) ?? { made: before, used: new Set<number>() };
    this.#numbers.set(id, numbers);
    const mayHave =
      wished !== undefined &&
      Number.isSafeInteger(wished) &&
      wished > before &&
      wished < 1_000_000 &&
      !numbers.used.has(wished);
    const number = mayHave ? wished : numbers.made + 1;
    numbers.used.add(number);
    numbers.made = Math.max(numbers.made, number);
    return number;
  }
}
