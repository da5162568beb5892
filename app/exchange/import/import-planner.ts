import { untitledMetadata } from '../../article/article-metadata.ts';
import { correctArticles } from '../../article/correct-article.ts';
import { derivedId, readUuid } from '../../base/derived-id.ts';
import type { Maker } from '../../base/maker.ts';
import type { ArticleId, RevisionId } from '../../record/ids.ts';
import { newRecord, nextRecord } from '../../record/record-factory.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type {
  ArticleRecord,
  MetadataField,
  MetadataProvenance,
  RevisionRecord,
} from '../../record/records.ts';
import type { TextSource } from '../exchange-format.ts';
import type { ArticleDraft, ImportDraft, MetadataDraft, TagDraft } from '../import-draft.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { AnnotationPlanner } from './annotation-planner.ts';
import { ArticleFinder, type FoundArticle } from './article-finder.ts';
import { ClaimPlanner } from './claim-planner.ts';
import { GivenIds } from './given-ids.ts';
import type { ImportSink, StoredDraft } from './import-sink.ts';
import { madeBy } from './made-by.ts';
import { SilencePlanner } from './silence-planner.ts';
import { soundDraft } from './sound-draft.ts';
import { soundMetadata } from './sound-metadata.ts';
import { SpeakerBook } from './speaker-book.ts';
import { TagBook } from './tag-book.ts';

export interface ImportParts {
  readonly maker: Maker;
  readonly records: RecordSource;
  /** Texts of the project, and those that the sink stored. */
  readonly texts: TextSource;
  readonly report: ReportBuilder;
  readonly sink: ImportSink;
  /** The highest number that an article of the project ever had. */
  readonly articlesNumbered: number;
}

/** What the planners of the kinds share. */
export interface PlannerParts extends ImportParts {
  readonly ids: GivenIds;
}

/**
 * Makes records of drafts (rules J2 to J4). Annotations are made as they come, so that a hundred thousand are never held;
 * what names others is made at the end. Used for one import and thrown away.
 */
export class ImportPlanner {
  readonly #parts: PlannerParts;
  readonly #articles: ArticleFinder;
  readonly #tags: TagBook;
  readonly #speakers: SpeakerBook;
  readonly #annotations: AnnotationPlanner;
  readonly #claims: ClaimPlanner;
  readonly #silences: SilencePlanner;
  /** Articles of the project that change, as they were and as they will be. */
  readonly #changed = new Map<ArticleId, readonly [ArticleRecord, ArticleRecord]>();
  readonly #made = new Map<ArticleId, ArticleRecord>();
  readonly #revisions: RevisionRecord[] = [];
  /** The numbers that articles of the file had. */
  readonly #wished = new Map<ArticleId, number>();

  constructor(given: ImportParts) {
    const parts: PlannerParts = { ...given, ids: new GivenIds(given.records) };
    this.#parts = parts;
    this.#articles = new ArticleFinder(parts.records);
    this.#tags = new TagBook(parts.records, parts.ids);
    this.#speakers = new SpeakerBook(parts);
    this.#annotations = new AnnotationPlanner(parts, this.#articles, this.#tags);
    this.#claims = new ClaimPlanner(parts, this.#tags, this.#speakers, this.#annotations);
    this.#silences = new SilencePlanner(parts, this.#articles, (key) => this.#claims.ofKey(key));
  }

  /** Takes the next draft of the file. */
  async take(written: ImportDraft): Promise<void> {
    const draft = soundDraft(written);
    if (draft !== written) {
      this.#parts.report.lose(
        'Signs that no text can hold',
        'They are �, as elsewhere.',
        'where' in draft ? draft.where : draft.key,
      );
    }
    switch (draft.kind) {
      case 'tag':
        this.#takeTag(draft);
        return;
      case 'speaker':
        this.#speakers.take(draft);
        return;
      case 'article':
        await this.#takeArticle(draft);
        return;
      case 'metadata':
        this.#takeMetadata(draft);
        return;
      case 'annotation':
        await this.#annotations.take(draft);
        return;
      case 'claim':
        this.#claims.takeClaim(draft);
        return;
      case 'evidence':
        this.#claims.takeEvidence(draft);
        return;
      case 'silence':
        this.#silences.take(draft);
        return;
      case 'link':
        this.#claims.takeLink(draft);
        return;
    }
  }

  /** After the last draft: makes what waited for others. */
  async finish(): Promise<void> {
    await this.#annotations.findByQuote();
    this.#claims.finish();
    this.#silences.finish();
    this.#speakers.finish();
    this.#finishTags();
    for (const [id, tagIds] of this.#annotations.articleTags) {
      const article = this.#articleNow(id);
      const all = [...new Set([...(article?.tagIds ?? []), ...tagIds])];
      if (article !== null && all.length > (article.tagIds?.length ?? 0)) {
        this.#change(article, { tagIds: all });
      }
    }
    for (const [id, annotationsMade] of this.#annotations.numbered) {
      const article = this.#articleNow(id);
      if (article !== null) this.#change(article, { annotationsMade });
    }
    const { sink } = this.#parts;
    const numbers = this.#articleNumbers();
    for (const article of this.#made.values()) {
      sink.add({ ...article, number: numbers.get(article.id) ?? article.number });
    }
    for (const revision of this.#revisions) sink.add(revision);
    for (const [before, after] of this.#changed.values()) sink.update(before, after);
  }

  #finishTags(): void {
    if (this.#tags.isEmpty) return;
    const { maker, report, sink } = this.#parts;
    const { diff, added, remarks } = this.#tags.plan(maker);
    for (const tag of diff.added) sink.add(tag);
    for (const [before, after] of diff.updated) sink.update(before, after);
    report.carry('tag', added.length);
    for (const remark of remarks) report.remark(remark);
  }

  #takeTag(draft: TagDraft): void {
    const { report } = this.#parts;
    const taken = this.#tags.take(draft);
    if (taken === 'known') report.know('tag');
    if (taken === 'nameless') report.lose('Tags without a name', 'There is nothing to call them.');
  }

  async #takeArticle(draft: ArticleDraft): Promise<void> {
    const { sink, report } = this.#parts;
    const stored = await sink.storeArticle(draft);
    const where = draft.metadata.title ?? draft.key;
    if (!stored.ok) {
      report.refuse(where, stored.error.message);
      return;
    }
    for (const remark of stored.value.remarks) report.remark(`${where}: ${remark}`);
    const known = this.#articles.withText(stored.value.hash);
    const one = known ?? this.#makeArticle(draft, stored.value);
    if (typeof one === 'string') {
      report.refuse(where, one);
      return;
    }
    if (known === null) report.carry('article');
    else report.know('article');
    this.#articles.name(draft.key, one);
    this.#annotations.noteSourceText(one, draft.positionsIn);
    const tagIds = draft.tags?.flatMap((ref) => this.#tags.resolve(ref) ?? []) ?? [];
    this.#annotations.tagArticle(one.article.id, tagIds);
  }

  /** An article with its revision; or what is wrong with it, in a sentence. */
  #makeArticle(draft: ArticleDraft, stored: StoredDraft): FoundArticle | string {
    const { maker, ids, sink } = this.#parts;
    const wished = readUuid(draft.key);
    const isFree =
      wished !== null && ids.give(wished, 'article') && !this.#made.has(wished as ArticleId);
    const id = isFree
      ? (wished as ArticleId)
      : derivedId<ArticleId>(['article', draft.key, stored.hash], draft.createdAt ?? null);
    const { hash, length, blockCount, wordCount, format, encoding, fileName, fileHash } = stored;
    const made = madeBy(this.#parts, draft, draft.metadata.title ?? draft.key);
    const revision: RevisionRecord = {
      ...newRecord(maker, 'revision', {
        articleId: id,
        hash,
        length,
        blockCount,
        wordCount,
        number: 1,
        source: { format, fileName, fileHash, encoding, remarks: stored.remarks },
      }),
      ...made,
      id: derivedId<RevisionId>(['revision', id, hash], made.createdAt),
    };
    const article: ArticleRecord = {
      ...newRecord(maker, 'article', {
        number: 1,
        revisionId: revision.id,
        ...this.#metadataOf(draft, stored),
        corrected: {},
        origins: [{ fileName, fileHash, importedAt: maker.now() }],
        annotationsMade: 0,
      }),
      ...made,
      id,
    };
    const fault = sink.faultOf(article) ?? sink.faultOf(revision);
    if (fault !== null) return fault;
    this.#made.set(id, article);
    if (draft.number !== undefined) this.#wished.set(id, draft.number);
    this.#revisions.push(revision);
    this.#parts.sink.made(id, fileHash);
    const one = { article, revision };
    this.#articles.add(one);
    return one;
  }

  /** Articles keep the numbers that they had where nobody had these; the others get the next ones. */
  #articleNumbers(): ReadonlyMap<ArticleId, number> {
    const { articlesNumbered } = this.#parts;
    const numbers = new Map<ArticleId, number>();
    const used = new Set<number>();
    for (const [id, wished] of this.#wished) {
      const mayHave =
        Number.isSafeInteger(wished) &&
        wished > articlesNumbered &&
        wished < 1_000_000 &&
        !used.has(wished);
      if (!mayHave) continue;
      numbers.set(id, wished);
      used.add(wished);
    }
    let next = articlesNumbered;
    for (const id of this.#made.keys()) {
      if (numbers.has(id)) continue;
      do next += 1;
      while (used.has(next));
      numbers.set(id, next);
    }
    return numbers;
  }

  #takeMetadata({ where, target, metadata }: MetadataDraft): void {
    const { maker, report } = this.#parts;
    const search = this.#articles.find(target);
    if (search.kind === 'none') {
      report.refuse(where, 'The project has no article of this address or title.');
      return;
    }
    if (search.kind === 'several') {
      report.refuse(where, `${search.candidates.length} articles of the project answer to it.`);
      return;
    }
    const article = this.#articleNow(search.one.article.id) ?? search.one.article;
    const patch = soundMetadata(metadata, (field) => this.#loseFact(`${where}: ${field}`));
    const { updated } = correctArticles(maker, [article], patch);
    const after = updated[0]?.[1];
    if (after?.kind !== 'article') {
      report.know('correction');
      return;
    }
    this.#change(article, { corrected: after.corrected, ...correctedBy(after) });
    report.carry('correction');
  }

  /** What the file says of the article goes before what its text says. */
  #metadataOf(
    { metadata, key }: ArticleDraft,
    stored: StoredDraft,
  ): Pick<ArticleRecord, 'detected'> & { readonly provenance: MetadataProvenance } {
    const name = (metadata.title ?? key).slice(0, 80);
    const said = soundMetadata(metadata, (field) => this.#loseFact(`${name}: ${field}`));
    const read = soundMetadata(stored.metadata, () => undefined);
    const provenance: MetadataProvenance = {
      ...stored.provenance,
      ...Object.fromEntries(
        Object.keys(said).map((field) => [
          field as MetadataField,
          { source: 'document-properties', confidence: 'stated' } as const,
        ]),
      ),
    };
    return { detected: { ...untitledMetadata(''), ...read, ...said }, provenance };
  }

  #loseFact(where: string): void {
    this.#parts.report.lose(
      'Facts of articles that are too long, or no dates',
      'Long names are cut; the others were left out.',
      where,
    );
  }

  #articleNow(id: ArticleId): ArticleRecord | null {
    return (
      this.#made.get(id) ?? this.#changed.get(id)?.[1] ?? this.#parts.records.get('article', id)
    );
  }

  #change(article: ArticleRecord, patch: Partial<ArticleRecord>): void {
    const { id } = article;
    const made = this.#made.get(id);
    if (made !== undefined) {
      this.#made.set(id, { ...made, ...patch });
      return;
    }
    const [before, after] = this.#changed.get(id) ?? [article, article];
    const next = nextRecord(this.#parts.maker, before, { ...after, ...patch });
    this.#changed.set(id, [before, next]);
  }
}

function correctedBy({ correctedBy }: ArticleRecord): Partial<ArticleRecord> {
  return correctedBy === undefined ? {} : { correctedBy };
}
