import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { PrintedBibliography, PrintedRun } from './printed-brief.ts';

/** One source in a citation. */
export interface Cite {
  readonly articleId: ArticleId;
  /** `null`: the whole article. */
  readonly annotationId: AnnotationId | null;
  /** The paragraph or paragraphs of the article: `4`, `4-5`. `null`: none is told. */
  readonly paragraphs: string | null;
  /** What has to be said of it whatever the style says: a guess, an earlier revision (rule C4). Empty: nothing. */
  readonly remark: string;
}

/** The sources that are cited at one place of a brief. */
export interface CiteCluster {
  /** The note that it stands in; 0: in the text. */
  readonly note: number;
  readonly cites: readonly Cite[];
}

/** What a style makes of all clusters of a brief. */
export interface FormattedCitations {
  /** One for each cluster, in their order. */
  readonly clusters: readonly (readonly PrintedRun[])[];
  readonly bibliography: PrintedBibliography | null;
}
