import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { RevisionHash } from '../../base/brand.ts';
import type { StatedDate } from '../../fact/facts.ts';
import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { Citation } from '../cited-ids.ts';
import type { CheckCache } from './check-cache.ts';
import type { DirectedFigure } from './figure-support.ts';
import type { Passage } from './passage-reader.ts';

/** What citations lead to, as the figures of a sentence are held against it. */
export interface PassageFacts {
  readonly figures: readonly DirectedFigure[];
  readonly dates: readonly StatedDate[];
  /** When the cited articles were published, and when the claims that they are evidence for were made. */
  readonly published: readonly string[];
  readonly texts: readonly string[];
  /** Outlets and titles of the cited articles: a figure in one of these is none of the sentence's. */
  readonly names: readonly string[];
  /** BCP 47, of the first passage. */
  readonly language: string | null;
}

/** Words of a source that a citation leads to, and whose they are. */
export interface SourcePassage {
  /** `null`: the article as a whole. */
  readonly annotationId: AnnotationId | null;
  readonly articleId: ArticleId;
  readonly passage: Passage;
}

/**
 * The words that citations lead to: of an annotation its quote, of a claim its wording and the quotes of its evidence, of a
 * whole article its text. What a passage states is read once, and kept in the cache.
 */
export class CitedPassages {
  readonly #source: Pick<RecordSource, 'get' | 'evidenceOf' | 'evidenceFor'>;
  readonly #texts: ReadonlyMap<RevisionHash, string>;
  readonly #cache: CheckCache;

  /** @param texts canonical texts of the cited articles; one that is not there has no words */
  constructor(
    source: Pick<RecordSource, 'get' | 'evidenceOf' | 'evidenceFor'>,
    texts: ReadonlyMap<RevisionHash, string>,
    cache: CheckCache,
  ) {
    this.#source = source;
    this.#texts = texts;
    this.#cache = cache;
  }

  factsOf(citations: readonly Citation[]): PassageFacts {
    const passages = citations.flatMap((citation) => [
      ...this.#passages(citation),
      ...this.#opposed(citation),
    ]);
    const facts = passages.map((passage) => passage.facts());
    return {
      figures: facts.flatMap(({ figures }) => figures),
      dates: facts.flatMap(({ dates }) => dates),
      published: [
        ...new Set([
          ...passages.flatMap(({ published }) => published ?? []),
          ...citations.flatMap((citation) => this.#saidOn(citation)),
        ]),
      ],
      texts: passages.map(({ text }) => text),
      names: this.namesOf(citations),
      language: passages[0]?.language ?? null,
    };
  }

  /** The words of sources alone: the wording of a claim is its analyst's. */
  sourcesOf(citation: Citation): readonly SourcePassage[] {
    if (citation.kind === 'article') {
      return this.#article(citation.id).map((passage) => ({
        annotationId: null,
        articleId: citation.id,
        passage,
      }));
    }
    const ids =
      citation.kind === 'annotation'
        ? [citation.id]
        : this.#source.evidenceOf(citation.id).map(({ annotationId }) => annotationId);
    return ids.flatMap((annotationId) => {
      const annotation = this.#source.get('annotation', annotationId);
      if (annotation === null) return [];
      const { articleId } = annotation;
      return this.#quote(annotationId).map((passage) => ({ annotationId, articleId, passage }));
    });
  }

  /** The words of a whole text, as quotations are looked for in them. */
  textOf(hash: RevisionHash, text: string): Passage {
    return this.#cache.passage(`text ${hash}`, text, null, null);
  }

  /** Outlets and titles of the articles that citations lead to, each once. */
  namesOf(citations: readonly Citation[]): readonly string[] {
    const names = [...this.articlesOf(citations)].flatMap((id) => {
      const article = this.#source.get('article', id);
      if (article === null) return [];
      const { outlet, title } = effectiveMetadata(article);
      return outlet === null ? [title] : [outlet, title];
    });
    return [...new Set(names)];
  }

  /** The articles that citations lead to, each once. */
  articlesOf(citations: readonly Citation[]): ReadonlySet<ArticleId> {
    return new Set(citations.flatMap((citation) => this.#articleIds(citation)));
  }

  /** Reads the figures of a whole article that is cited, a few kilobytes at a time: asked for at once, they are a long step. */
  *readInSteps(citation: Citation): Generator<void, void> {
    if (citation.kind !== 'article') return;
    for (const passage of this.#article(citation.id)) yield* passage.factsInSteps();
  }

  /** Reads the figures of all that sentences with these citations are held against, a few kilobytes at a time. */
  *factsInSteps(citations: readonly Citation[]): Generator<void, void> {
    for (const citation of citations) {
      for (const passage of [...this.#passages(citation), ...this.#opposed(citation)]) {
        yield* passage.factsInSteps();
      }
    }
  }

  /** Folds the words of sources that a citation leads to, a few kilobytes at a time. */
  *foldInSteps(citation: Citation): Generator<void, void> {
    for (const { passage } of this.sourcesOf(citation)) yield* passage.foldInSteps();
  }

  /** "The Ledger denies that it is 4.2 billion": the figure is that of the claim which the passage speaks against. */
  #opposed(citation: Citation): readonly Passage[] {
    if (citation.kind !== 'annotation') return [];
    return this.#source.evidenceFor(citation.id).flatMap(({ claimId, stance }) => {
      const claim = this.#source.get('claim', claimId);
      if (claim === null || stance === 'asserts' || stance === 'reports') return [];
      return [this.#cache.passage(`claim ${claim.id}`, claim.wording, claim.saidOn, null)];
    });
  }

  #articleIds(citation: Citation): readonly ArticleId[] {
    if (citation.kind === 'article') return [citation.id];
    const ids =
      citation.kind === 'annotation'
        ? [citation.id]
        : this.#source.evidenceOf(citation.id).map(({ annotationId }) => annotationId);
    return ids.flatMap((id) => this.#source.get('annotation', id)?.articleId ?? []);
  }

  #saidOn(citation: Citation): readonly string[] {
    if (citation.kind !== 'annotation') return [];
    return this.#source
      .evidenceFor(citation.id)
      .flatMap(({ claimId }) => this.#source.get('claim', claimId)?.saidOn ?? []);
  }

  #passages(citation: Citation): readonly Passage[] {
    switch (citation.kind) {
      case 'annotation':
        return this.#quote(citation.id);
      case 'article':
        return this.#article(citation.id);
      case 'claim': {
        const claim = this.#source.get('claim', citation.id);
        if (claim === null) return [];
        const said = claim.saidOn;
        return [
          this.#cache.passage(`claim ${claim.id}`, claim.wording, said, null),
          ...this.#source.evidenceOf(claim.id).flatMap((one) => this.#quote(one.annotationId)),
        ];
      }
    }
  }

  #quote(id: AnnotationId): readonly Passage[] {
    const annotation = this.#source.get('annotation', id);
    if (annotation === null) return [];
    const article = this.#source.get('article', annotation.articleId);
    const metadata = article && effectiveMetadata(article);
    const { quote } = annotation.passage;
    return [
      this.#cache.passage(id, quote, metadata?.published ?? null, metadata?.language ?? null),
    ];
  }

  #article(id: ArticleId): readonly Passage[] {
    const article = this.#source.get('article', id);
    const revision = article && this.#source.get('revision', article.revisionId);
    if (!article || !revision) return [];
    const { title, published, language } = effectiveMetadata(article);
    const text = this.#texts.get(revision.hash) ?? title;
    return [this.#cache.passage(id, text, published, language)];
  }
}
