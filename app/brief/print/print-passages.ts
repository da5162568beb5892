import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { RevisionHash, TextOffset } from '../../base/brand.ts';
import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { ArticleRecord, RevisionRecord } from '../../record/records.ts';
import { quotationProblem } from '../check-citations.ts';
import type { CitedRecords } from '../cited-records.ts';
import { resolveQuotation } from '../resolve-quotation.ts';
import { type GuessableField, sourceGuesses } from '../source-guesses.ts';
import type { Cite } from './cite-cluster.ts';
import type { NamedSource } from './name-source.ts';
import { passageParagraphs } from './passage-paragraphs.ts';
import type { PrintedPassage } from './printed-brief.ts';
import { retrievedAt } from './retrieved-at.ts';

/** The passages of one brief, each once, in the order in which they are asked for first. */
export class PrintedPassages {
  readonly list: PrintedPassage[] = [];
  readonly #records: CitedRecords;
  readonly #texts: ReadonlyMap<RevisionHash, string>;
  readonly #indexes = new Map<string, number>();
  readonly #cites: Cite[] = [];

  /** `texts` holds the text of each revision that is quoted. */
  constructor(records: CitedRecords, texts: ReadonlyMap<RevisionHash, string>) {
    this.#records = records;
    this.#texts = texts;
  }

  /** The index of the passage of an annotation. Throws RangeError if it can not be resolved: `checkCitations` is asked first. */
  ofAnnotation(id: AnnotationId): number {
    return this.#indexes.get(id) ?? this.#addAnnotation(id);
  }

  /** The index of the passage that is a whole article. */
  ofArticle(id: ArticleId): number {
    return this.#indexes.get(id) ?? this.#addArticle(id);
  }

  /** The index of the passage of an annotation that is mentioned; `null`: its words may not be printed (rule C2). */
  ofMentioned(id: AnnotationId): number | null {
    return quotationProblem(this.#records, id, this.#texts) === null ? this.ofAnnotation(id) : null;
  }

  /** Where an annotation stands, whatever became of its passage; `null`: it or its article is gone. */
  placeOf(id: AnnotationId): (NamedSource & { readonly label: string }) | null {
    const annotation = this.#records.annotation(id);
    const article = annotation && this.#records.article(annotation.articleId);
    if (annotation === undefined || article === undefined) return null;
    return { ...placeOf(article, undefined), label: annotationLabel(article, annotation) };
  }

  /** The passage at an index that this gave. */
  at(index: number): PrintedPassage {
    const passage = this.list[index];
    if (passage === undefined) throw new RangeError(`There is no passage ${index}.`);
    return passage;
  }

  /** What to cite for the passage at an index. */
  cite(index: number): Cite {
    const cite = this.#cites[index];
    if (cite === undefined) throw new RangeError(`There is no passage ${index}.`);
    return cite;
  }

  #addAnnotation(id: AnnotationId): number {
    const resolved = resolveQuotation(this.#records, id);
    if (!resolved.ok) throw new RangeError(resolved.error.message);
    const quotation = resolved.value;
    const text = this.#texts.get(quotation.revisionHash) ?? '';
    const { start, end } = quotation;
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = text.indexOf('\n', end);
    const article = this.#article(this.#records.annotation(id)?.articleId);
    const revision = this.#records.revision(
      this.#records.annotation(id)?.passage.revisionId ?? article.revisionId,
    );
    return this.#add(
      id,
      {
        ...placeOf(article, revision),
        annotationId: id,
        label: quotation.label,
        quote: quotation.quote,
        before: start === 0 ? '' : text.slice(from, start),
        after: text.slice(end, lineEnd < 0 ? text.length : lineEnd),
        revisionHash: quotation.revisionHash,
        earlierRevision: quotation.earlierRevision,
        start,
        end,
      },
      passageParagraphs(text, start, end, article.detected.title),
    );
  }

  #addArticle(id: ArticleId): number {
    const article = this.#article(id);
    const revision = this.#records.revision(article.revisionId);
    return this.#add(
      id,
      {
        ...placeOf(article, revision),
        annotationId: null,
        label: String(article.number),
        quote: '',
        before: '',
        after: '',
        revisionHash: revision?.hash ?? ('' as RevisionHash),
        earlierRevision: null,
        start: 0 as TextOffset,
        end: (revision?.length ?? 0) as TextOffset,
      },
      null,
    );
  }

  #add(key: string, passage: PrintedPassage, paragraphs: string | null): number {
    const index = this.list.length;
    this.list.push(passage);
    this.#cites.push({
      articleId: passage.articleId,
      annotationId: passage.annotationId,
      paragraphs,
      remark: remarkOn(passage),
    });
    this.#indexes.set(key, index);
    return index;
  }

  #article(id: ArticleId | undefined): ArticleRecord {
    const article = id && this.#records.article(id);
    if (!article) throw new RangeError(`Article ${id} is not in the bundle.`);
    return article;
  }
}

/** What is known of the article, as every passage of it says. */
function placeOf(article: ArticleRecord, revision: RevisionRecord | undefined) {
  const metadata = effectiveMetadata(article);
  return {
    articleId: article.id,
    title: metadata.title,
    outlet: metadata.outlet,
    byline: metadata.byline,
    published: metadata.published,
    retrieved: retrievedAt(article, revision),
    url: metadata.url,
    language: metadata.language,
    guesses: sourceGuesses(article),
  };
}

const fieldWords: Readonly<Record<GuessableField, string>> = {
  title: 'title',
  outlet: 'outlet',
  byline: 'author',
  published: 'date',
};

/** "outlet and date guessed"; empty where nothing is. */
export function guessesIn({ guesses }: Pick<PrintedPassage, 'guesses'>): string {
  const guessed = guesses.map((field) => fieldWords[field]);
  return guessed.length === 0 ? '' : `${joined(guessed)} guessed`;
}

/** "date guessed; revision 1, changed by its source since": what rule C4 asks for whatever a style prints; else empty. */
export function remarkOn(passage: Pick<PrintedPassage, 'guesses' | 'earlierRevision'>): string {
  const { earlierRevision } = passage;
  const changed = `revision ${earlierRevision}, changed by its source since`;
  return [guessesIn(passage), earlierRevision === null ? '' : changed]
    .filter((remark) => remark !== '')
    .join('; ');
}

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
