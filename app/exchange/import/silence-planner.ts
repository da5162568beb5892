import { derivedId, readUuid } from '../../base/derived-id.ts';
import type { ClaimId, SilenceId } from '../../record/ids.ts';
import { newRecord } from '../../record/record-factory.ts';
import type { SilenceRecord } from '../../record/records.ts';
import type { SilenceDraft } from '../import-draft.ts';
import type { ArticleFinder } from './article-finder.ts';
import type { PlannerParts } from './import-planner.ts';
import { madeBy } from './made-by.ts';

/** Makes silences at the end, when all claims are there. */
export class SilencePlanner {
  readonly #parts: PlannerParts;
  readonly #articles: ArticleFinder;
  readonly #claimOf: (key: string) => ClaimId | null;
  readonly #waiting: SilenceDraft[] = [];

  /** @param claimOf the claim of a key; `null`: there is none */
  constructor(
    parts: PlannerParts,
    articles: ArticleFinder,
    claimOf: (key: string) => ClaimId | null,
  ) {
    this.#parts = parts;
    this.#articles = articles;
    this.#claimOf = claimOf;
  }

  take(draft: SilenceDraft): void {
    this.#waiting.push(draft);
  }

  finish(): void {
    const made = new Set<string>();
    for (const draft of this.#waiting) this.#make(draft, made);
  }

  #make(draft: SilenceDraft, made: Set<string>): void {
    const { maker, records, report, sink, ids } = this.#parts;
    const claimId = this.#claimOf(draft.claimKey);
    const found = this.#articles.withText(draft.target.hash);
    if (claimId === null || found === null) {
      const what = claimId === null ? 'claim' : 'article';
      report.refuse(draft.where, `A silence: its ${what} is not in the project.`);
      return;
    }
    const { article, revision } = found;
    const pair = `${claimId} ${article.id}`;
    const isThere = records.silencesOf(claimId).some(({ articleId }) => articleId === article.id);
    if (isThere || made.has(pair)) {
      report.know('silence');
      return;
    }
    made.add(pair);
    const { search, mode } = draft;
    const wished = readUuid(draft.key);
    const isFree = wished !== null && !made.has(wished) && ids.give(wished, 'silence');
    const id = isFree ? (wished as SilenceId) : derivedId<SilenceId>(['silence', pair], null);
    made.add(id);
    const content = { claimId, articleId: article.id, search, mode, revisionId: revision.id };
    const record: SilenceRecord = {
      ...newRecord(maker, 'silence', content),
      ...madeBy(this.#parts, draft, draft.where),
      id,
    };
    const fault = sink.faultOf(record);
    if (fault !== null) {
      report.refuse(draft.where, fault);
      return;
    }
    sink.add(record);
    report.carry('silence');
  }
}
