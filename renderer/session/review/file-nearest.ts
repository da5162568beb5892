import type { SilenceSuggestion } from '../../../app/host/suggestions.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import type { ClaimId, TagId } from '../../../app/record/ids.ts';
import type { Stance } from '../../../app/record/records.ts';
import { filePassages } from '../../../app/suggestion/accept-diffs.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import { readPassages } from './read-passages.ts';
import { shortSource } from './review-words.ts';

/**
 * Files the sentence that came nearest as evidence for a claim: the article says it in words of its own, and is not silent.
 * One step of undo. `false`, which is said: nothing may be written, the text or the claim is another by now, or it is
 * evidence already.
 */
export async function fileNearest(
  session: Session,
  { nearest, articleId }: SilenceSuggestion,
  claimId: ClaimId,
  stance: Stance,
  tagIds: readonly TagId[] = [],
): Promise<boolean> {
  if (nearest === null || !writable(session)) return false;
  const passages = await readPassages(session, [nearest]);
  if (passages === null) return false;
  const { store } = session;
  const claim = store.records.get('claim', claimId);
  const isPresent = store.records.get('article', articleId)?.revisionId === nearest.revisionId;
  if (claim === null || !isPresent) {
    session.say('The article or the claim has changed since it was searched. Look again first.');
    return false;
  }
  const stated = passages.map((passage) => ({ ...passage, stance }));
  const diff = filePassages(store.maker, store.records, claimId, stated, tagIds);
  if (isEmptyDiff(diff)) {
    session.say(`This sentence is evidence for C${claim.number} already.`);
    return false;
  }
  const source = shortSource(session, articleId);
  store.commit(`File a sentence as evidence for C${claim.number}`, diff);
  session.say(
    `Filed a sentence of ${source} as evidence for C${claim.number}. Undo takes it back.`,
  );
  return true;
}
