import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ArticleRecord, ClaimRecord, SilenceRecord } from '../record/records.ts';

/** The search after which an article is said to be silent. */
export interface SilenceSearch {
  readonly search: string;
  readonly mode: 'words' | 'pattern';
}

/**
 * Says of articles that they do not mention a claim, with the search that showed it and the revision that was searched
 * (rule X5). One that was said to be silent already gets this search; one with a passage under the claim is left out.
 */
export function confirmSilence(
  maker: Maker,
  source: RecordSource,
  claim: ClaimRecord,
  articles: readonly ArticleRecord[],
  { search, mode }: SilenceSearch,
): Diff {
  const known = new Map(source.silencesOf(claim.id).map((one) => [one.articleId, one]));
  const speaking = new Set(
    source
      .evidenceOf(claim.id)
      .map((item) => source.get('annotation', item.annotationId)?.articleId),
  );
  const added: SilenceRecord[] = [];
  const updated: [SilenceRecord, SilenceRecord][] = [];
  for (const { id: articleId, revisionId } of articles) {
    if (speaking.has(articleId)) continue;
    const before = known.get(articleId);
    const content = { claimId: claim.id, articleId, search, mode, revisionId };
    if (before === undefined) added.push(newRecord(maker, 'silence', content));
    else updated.push([before, nextRecord(maker, before, content)]);
  }
  return { added, updated, removed: [] };
}

/** Takes silences back. */
export function withdrawSilences(silences: readonly SilenceRecord[]): Diff {
  return { added: [], updated: [], removed: [...silences] };
}
