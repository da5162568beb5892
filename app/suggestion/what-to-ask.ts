import { isTrashed } from '../article/article-state.ts';
import { presentEvidence } from '../claim/present-evidence.ts';
import type { FiledPassage, FiledTogether, SilenceQuestion } from '../host/suggestions.ts';
import type { ArticleId, ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ArticleRecord, ClaimRecord } from '../record/records.ts';

/** A question to main, and what it is known by: the same text as long as nothing that it rests on changes. */
export interface Asked<Question> {
  readonly identity: string;
  readonly question: Question;
}

/** Passages of one claim or link that are asked for; more are the same statement many times over. */
const mostPassages = 200;

/** In a corpus of more articles, silences are proposed for those only that have evidence of some claim (rule Z6). */
export const wholeCorpus = 200;

/** The claims and links whose passages may contradict each other. Cost: evidence and links. */
export function filedTogether(source: RecordSource): readonly Asked<FiledTogether>[] {
  const claims = source.list('claim').map((claim) => {
    const passages = evidencePassages(source, claim);
    return { recordId: claim.id as string, joined: 'claim' as const, passages };
  });
  const links = source.list('link').map(({ id, from, to }) => {
    const ends = [source.get('annotation', from), source.get('annotation', to.id)];
    const passages = ends.flatMap((end) => (end === null ? [] : filedPassage(source, end)));
    return { recordId: id as string, joined: 'link' as const, passages };
  });
  return [...claims, ...links].flatMap((group) => {
    const articles = new Set(group.passages.map(({ articleId }) => articleId));
    if (articles.size < 2) return [];
    return [{ identity: `${group.recordId} ${namesOf(group.passages)}`, question: group }];
  });
}

/**
 * The claims with evidence, each with the articles that have neither evidence nor a confirmed silence; `only`: one claim in
 * some articles.
 */
export function silenceQuestions(
  source: RecordSource,
  only?: { readonly claimId: ClaimId; readonly articleIds: readonly ArticleId[] },
): readonly Asked<SilenceQuestion>[] {
  const candidates = only === undefined ? usualCandidates(source) : articlesOfIds(source, only);
  const claims = source.list('claim').filter(({ id }) => only === undefined || id === only.claimId);
  return claims.flatMap((claim) => {
    const passages = evidencePassages(source, claim);
    if (passages.length === 0) return [];
    const known = new Set<ArticleId>([
      ...presentEvidence(source, claim.id).flatMap(
        ({ annotationId }) => source.get('annotation', annotationId)?.articleId ?? [],
      ),
      ...source.silencesOf(claim.id).map(({ articleId }) => articleId),
    ]);
    const asked = candidates.filter(({ id }) => !known.has(id));
    if (asked.length === 0) return [];
    const { id: claimId, wording } = claim;
    const revisions = asked.map(({ revisionId }) => revisionId).join(' ');
    return [
      {
        identity: `${claimId} ${wording} ${namesOf(passages)} ${revisions}`,
        question: { claimId, wording, passages, articleIds: asked.map(({ id }) => id) },
      },
    ];
  });
}

function usualCandidates(source: RecordSource): readonly ArticleRecord[] {
  const present = source.list('article').filter((article) => !isTrashed(article));
  return present.length > wholeCorpus ? withEvidence(source, present) : present;
}

function articlesOfIds(
  source: RecordSource,
  { articleIds }: { readonly articleIds: readonly ArticleId[] },
): readonly ArticleRecord[] {
  return articleIds.flatMap((id) => {
    const article = source.get('article', id);
    return article === null || isTrashed(article) ? [] : [article];
  });
}

function withEvidence(
  source: RecordSource,
  articles: readonly ArticleRecord[],
): readonly ArticleRecord[] {
  const ids = new Set(
    source
      .list('evidence')
      .map(({ annotationId }) => source.get('annotation', annotationId)?.articleId),
  );
  return articles.filter(({ id }) => ids.has(id));
}

function evidencePassages(source: RecordSource, claim: ClaimRecord): readonly FiledPassage[] {
  return presentEvidence(source, claim.id)
    .flatMap(({ annotationId }) => {
      const annotation = source.get('annotation', annotationId);
      return annotation === null ? [] : filedPassage(source, annotation);
    })
    .slice(0, mostPassages);
}

function filedPassage(
  source: RecordSource,
  { articleId, passage }: AnnotationRecord,
): readonly FiledPassage[] {
  const article = source.get('article', articleId);
  const revision = source.get('revision', passage.revisionId);
  if (article === null || isTrashed(article) || revision === null) return [];
  return [{ articleId, hash: revision.hash, start: passage.start, end: passage.end }];
}

function namesOf(passages: readonly FiledPassage[]): string {
  return passages.map(({ hash, start, end }) => `${hash.slice(0, 16)} ${start} ${end}`).join(' ');
}
