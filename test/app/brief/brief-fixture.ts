import type { Instant, RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import type { BriefBundle, ComposedBrief } from '../../../app/record/brief-bundle.ts';
import type {
  AnnotationId,
  ArticleId,
  BriefId,
  ClaimId,
  EvidenceId,
  RevisionId,
} from '../../../app/record/ids.ts';
import type {
  AnnotationRecord,
  ArticleMetadata,
  ArticleRecord,
  ClaimRecord,
  EvidenceRecord,
  RevisionRecord,
  Stance,
} from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';

const base = {
  createdAt: '2024-05-15T08:00:00.000Z' as Instant,
  modifiedAt: '2024-05-15T08:00:00.000Z' as Instant,
  author: 'Lena Okafor',
  rev: 1,
};

/** A bundle under construction: articles with texts, annotations by their words, claims with evidence. */
export class BriefFixture {
  readonly texts = new Map<RevisionHash, string>();
  readonly articles: ArticleRecord[] = [];
  readonly revisions: RevisionRecord[] = [];
  readonly annotations: AnnotationRecord[] = [];
  readonly claims: ClaimRecord[] = [];
  readonly evidence: EvidenceRecord[] = [];

  article(text: string, metadata: Partial<ArticleMetadata> = {}): ArticleRecord {
    const number = this.articles.length + 1;
    const hash = number.toString(16).padStart(64, 'a') as RevisionHash;
    const revision: RevisionRecord = {
      ...base,
      kind: 'revision',
      id: `revision-${number}` as RevisionId,
      articleId: `article-${number}` as ArticleId,
      hash,
      length: text.length,
      blockCount: text.split('\n').length,
      wordCount: text.split(/\s+/).length,
    };
    const article: ArticleRecord = {
      ...base,
      kind: 'article',
      id: revision.articleId,
      number,
      revisionId: revision.id,
      detected: {
        title: `Title ${number}`,
        outlet: `Outlet ${number}`,
        byline: null,
        published: '2024-05-12',
        url: `https://example.org/${number}`,
        language: 'en',
        ...metadata,
      },
      corrected: {},
      origins: [],
      annotationsMade: 0,
    };
    this.texts.set(hash, text);
    this.revisions.push(revision);
    this.articles.push(article);
    return article;
  }

  /** Annotates [start, end) of an article's text. */
  annotate(article: ArticleRecord, start: number, end: number): AnnotationRecord {
    const revision = this.revisions.find((item) => item.id === article.revisionId);
    const text = revision && this.texts.get(revision.hash);
    if (text === undefined) throw new RangeError('An article of another fixture.');
    const annotation: AnnotationRecord = {
      ...base,
      kind: 'annotation',
      id: `annotation-${this.annotations.length + 1}` as AnnotationId,
      articleId: article.id,
      number: this.annotations.filter((item) => item.articleId === article.id).length + 1,
      passage: {
        revisionId: article.revisionId,
        start: start as TextOffset,
        end: end as TextOffset,
        quote: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      tagIds: [],
      note: null,
    };
    this.annotations.push(annotation);
    return annotation;
  }

  claim(wording: string, evidence: readonly [AnnotationRecord, Stance][] = []): ClaimRecord {
    const number = this.claims.length + 1;
    const claim: ClaimRecord = {
      ...base,
      kind: 'claim',
      id: `claim-${number}` as ClaimId,
      number,
      wording,
      speaker: 'Premier Ansel',
      saidOn: '2024-05-10',
      status: 'disputed',
      confidence: null,
      tagIds: [],
      note: null,
    };
    this.claims.push(claim);
    for (const [annotation, stance] of evidence) {
      this.evidence.push({
        ...base,
        kind: 'evidence',
        id: `evidence-${this.evidence.length + 1}` as EvidenceId,
        claimId: claim.id,
        annotationId: annotation.id,
        stance,
      });
    }
    return claim;
  }

  bundle(content: readonly RichTextNode[], title = 'What the premiers said'): BriefBundle {
    const brief: ComposedBrief = {
      ...base,
      kind: 'brief',
      id: 'brief-1' as BriefId,
      title,
      content: { type: 'doc', content },
    };
    const { annotations, articles, revisions, claims, evidence } = this;
    return {
      ...{ brief, annotations, articles, revisions, claims, evidence },
      ...{ pictures: [], styles: [] },
    };
  }
}

/** Annotates the first place of `words` in an article's text. */
export function annotateWords(
  fixture: BriefFixture,
  article: ArticleRecord,
  words: string,
): AnnotationRecord {
  const revision = fixture.revisions.find((item) => item.id === article.revisionId);
  const start = (revision && fixture.texts.get(revision.hash)?.indexOf(words)) ?? -1;
  if (start < 0) throw new RangeError(`“${words}” is not in the text.`);
  return fixture.annotate(article, start, start + words.length);
}

export function paragraph(...content: readonly (string | RichTextNode)[]): RichTextNode {
  return {
    type: 'paragraph',
    content: content.map((item) =>
      typeof item === 'string' ? { type: 'text', text: item } : item,
    ),
  };
}

export function inlineCitation(annotation: AnnotationRecord): RichTextNode {
  return { type: 'inline_citation', attrs: { annotationId: annotation.id } };
}

export function quotationCitation(annotation: AnnotationRecord): RichTextNode {
  return { type: 'quotation_citation', attrs: { annotationId: annotation.id } };
}

export function claimCitation(claim: ClaimRecord): RichTextNode {
  return { type: 'claim_citation', attrs: { claimId: claim.id } };
}
