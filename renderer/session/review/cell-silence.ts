import type { SilenceSuggestion } from '../../../app/host/suggestions.ts';
import type { ArticleId, ClaimId } from '../../../app/record/ids.ts';
import { decisionsByKey } from '../../../app/suggestion/decision-diffs.ts';
import { silenceQuestions } from '../../../app/suggestion/what-to-ask.ts';
import type { Session } from '../session.ts';

/**
 * Asks whether the articles of a cell of the matrix have nothing like the claim's evidence: what came nearest in each of
 * them, if nothing was found in any; `null` otherwise, while main is still looking, and where the claim has no evidence to
 * compare with.
 */
export async function proposeCellSilence(
  session: Session,
  claimId: ClaimId,
  articleIds: readonly ArticleId[],
): Promise<readonly SilenceSuggestion[] | null> {
  const { store } = session;
  if (session.get().parallels.told?.state !== 'ready') return null;
  const question = silenceQuestions(store.records, { claimId, articleIds })[0]?.question;
  if (question === undefined || question.articleIds.length < articleIds.length) return null;
  try {
    const found = await session.host.findSilences({ questions: [question] });
    if (!session.hasProject || session.store !== store) return null;
    // Of what was dismissed nothing is proposed again.
    const decided = decisionsByKey(store.records);
    const open = found.filter(({ key }) => !decided.has(key));
    return open.length === articleIds.length ? open : null;
  } catch {
    // A proposal is no part of the search beside it, which says by itself what is wrong.
    return null;
  }
}
