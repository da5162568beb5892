import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { briefContentIn } from '../../../app/brief/brief-content.ts';
import { type Citation, citationsIn } from '../../../app/brief/cited-ids.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';

/** What a brief rests on. */
export interface BriefFacts {
  /** Places that cite something, repeated ones counted again. */
  readonly citations: number;
  /** Claims that are cited, each once. */
  readonly claims: number;
  /** Outlets, each once, of what is cited and of what stands for or against cited claims, and articles without a known one. */
  readonly sources: number;
}

/** The kinds of records that change what a brief rests on. */
export const briefFactKinds = [
  ...(['brief', 'briefPart', 'annotation', 'claim', 'evidence', 'article', 'revision'] as const),
];

/** What each block cites: those nobody wrote in are not gone through again. */
const citedIn = new WeakMap<RichTextNode, readonly Citation[]>();

/** Of a brief as it is saved. Cost: the blocks that changed since the last time, and a look-up for each record that is cited. */
export function briefFacts(records: RecordSource, brief: BriefRecord): BriefFacts {
  const claims = new Set<ClaimId>();
  const annotations = new Set<AnnotationId>();
  const articles = new Set<ArticleId>();
  let citations = 0;
  for (const block of briefContentIn(records, brief).content ?? []) {
    const cited = citedIn.get(block) ?? citationsIn(block);
    citedIn.set(block, cited);
    citations += cited.length;
    for (const citation of cited) {
      if (citation.kind === 'claim') claims.add(citation.id);
      else if (citation.kind === 'article') articles.add(citation.id);
      else annotations.add(citation.id);
    }
  }
  for (const id of annotations) addArticleOf(records, id, articles);
  for (const id of claims) {
    for (const { annotationId } of records.evidenceOf(id)) {
      addArticleOf(records, annotationId, articles);
    }
  }
  const outlets = new Set([...articles].map((id) => outletOf(records, id) ?? id));
  return { citations, claims: claims.size, sources: outlets.size };
}

function addArticleOf(records: RecordSource, id: AnnotationId, articles: Set<ArticleId>): void {
  const annotation = records.get('annotation', id);
  if (annotation !== null) articles.add(annotation.articleId);
}

function outletOf(records: RecordSource, id: ArticleId): string | null {
  const article = records.get('article', id);
  return article === null ? null : effectiveMetadata(article).outlet;
}
