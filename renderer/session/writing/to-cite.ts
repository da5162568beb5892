import { annotationLabel } from '../../../app/annotation/annotation-label.ts';
import { speakerName } from '../../../app/claim/speakers.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, ClaimRecord } from '../../../app/record/records.ts';
import { listArticle, presentArticles } from '../article-list.ts';

/** What can be cited, narrowed by words. */
export interface ToCite<Kind> {
  /** What has the words, in the order of the records. */
  readonly matching: readonly Kind[];
  /** How many there are without the words. */
  readonly all: number;
}

/** The claims with `wanted` (lower case) in what their card says. Cost: one pass over them. */
export function claimsToCite(
  records: Pick<RecordSource, 'get'>,
  claims: readonly ClaimRecord[],
  wanted: string,
): ToCite<ClaimRecord> {
  const matching = claims.filter((claim) => {
    const words = `C${claim.number} ${claim.status} ${speakerName(records, claim) ?? ''} ${claim.wording}`;
    return words.toLocaleLowerCase().includes(wanted);
  });
  return { matching, all: claims.length };
}

/**
 * The passages with `wanted` (lower case) in what their card says: words, number, outlet or title, date. Those of articles
 * in the trash are left out. Cost: one pass over them, and over the articles.
 */
export function passagesToCite(
  records: RecordSource,
  annotations: readonly AnnotationRecord[],
  wanted: string,
): ToCite<AnnotationRecord> {
  const articles = new Map(presentArticles(records).map((article) => [article.id, article]));
  const sources = new Map<ArticleId, string>();
  const sourceOf = (id: ArticleId): string => {
    const known = sources.get(id);
    const article = articles.get(id);
    if (known !== undefined || article === undefined) return known ?? '';
    const { metadata, outlet, date } = listArticle(article);
    const made = `${outlet ?? metadata.title} ${date ?? ''}`.toLocaleLowerCase();
    sources.set(id, made);
    return made;
  };
  let all = 0;
  const matching = annotations.filter((annotation) => {
    const article = articles.get(annotation.articleId);
    if (article === undefined) return false;
    all += 1;
    return (
      wanted === '' ||
      annotation.passage.quote.toLocaleLowerCase().includes(wanted) ||
      sourceOf(article.id).includes(wanted) ||
      annotationLabel(article, annotation) === wanted
    );
  });
  return { matching, all };
}

/** "12"; "3 of 12" where words narrow it. */
export function countToCite({ matching, all }: ToCite<unknown>): string {
  const [some, every] = [matching.length, all].map((count) => count.toLocaleString('en'));
  return matching.length === all ? `${every}` : `${some} of ${every}`;
}
