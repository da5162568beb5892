import { failure, type Result, success } from '../../base/result.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { CitationStyle } from './citation-style.ts';
import type { CslItem } from './csl-item.ts';
import { formatCitations } from './format-citations.ts';
import type { PrintedRun } from './printed-brief.ts';
import { readCitationStyle, type StyleFacts } from './read-citation-style.ts';

/** What a style makes of one article. */
export interface TriedStyle extends Omit<StyleFacts, 'tree'> {
  /** The first time it is cited. */
  readonly citation: readonly PrintedRun[];
  /** Cited again, after another. */
  readonly again: readonly PrintedRun[];
  /** Its entry; `null`: the style has no bibliography. */
  readonly entry: readonly PrintedRun[] | null;
}

/** What is cited where a brief cites nothing yet. */
const sampleItem: CslItem = {
  id: 'sample' as ArticleId,
  type: 'article-newspaper',
  title: 'Cost of tunnel rises',
  'container-title': 'The Harbour Times',
  author: [{ family: 'Reyl', given: 'Tomas' }],
  issued: { 'date-parts': [[2024, 5, 12]] },
  accessed: { 'date-parts': [[2024, 6, 1]] },
  URL: 'https://example.org/tunnel',
  language: 'en',
};

/** Stands between two citations of the same article, so that the second is not "ibid.". */
const otherItem: CslItem = {
  id: 'other' as ArticleId,
  type: 'article-newspaper',
  title: 'No comment',
  'container-title': 'Gazette',
  author: [{ family: 'Fenn', given: 'Anna' }],
  issued: { 'date-parts': [[2023]] },
  language: 'en',
};

/**
 * Reads a style and has it cite an article and list it: fails with a sentence if it can not be used. `language` is BCP 47,
 * `null`: the style's own. `remark` is what a brief says of the article in brackets (rule C11), empty: nothing. Cost: some 50 milliseconds, most of them for citeproc to take the style in.
 */
export function tryCitationStyle(
  style: CitationStyle,
  item: CslItem = sampleItem,
  language: string | null = null,
  remark = '',
): Result<TriedStyle, 'unusable-style'> {
  const read = readCitationStyle(style.xml);
  if (!read.ok) return read;
  const { tree: _, ...facts } = read.value;
  const cites = [item.id, otherItem.id, item.id].map((articleId) => ({
    articleId,
    annotationId: null,
    paragraphs: '4',
    remark: articleId === item.id ? remark : '',
  }));
  try {
    const { clusters, bibliography } = formatCitations(style, read.value, {
      clusters: cites.map((cite, index) => ({
        note: facts.inNotes ? index + 1 : 0,
        cites: [cite],
      })),
      item: (id) => (id === item.id ? item : otherItem),
      language,
      bibliography: facts.hasBibliography,
      entryRemark: (id) => (id === item.id ? remark : ''),
    });
    const entry = bibliography?.entries.find(({ articleId }) => articleId === item.id);
    return success({
      ...facts,
      citation: clusters[0] ?? [],
      again: clusters[2] ?? [],
      entry: entry?.runs ?? null,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      'unusable-style',
      `This style can not be used: ${reason.slice(0, 200)}. Choose another file, or ask its maker to put it right.`,
    );
  }
}
