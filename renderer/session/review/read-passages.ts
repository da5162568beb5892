import { makePassage } from '../../../app/anchor/passage.ts';
import type { ArticlePassage } from '../../../app/annotation/annotate-passages.ts';
import type { SuggestedPassage } from '../../../app/host/suggestions.ts';
import type { Session } from '../session.ts';

/**
 * Suggested passages as records hold them, proved against their texts, which are kept from now on; each range once.
 * `null`, which is said: a text cannot be read, or does not have these words.
 */
export async function readPassages(
  session: Session,
  suggested: readonly SuggestedPassage[],
): Promise<readonly ArticlePassage[] | null> {
  const { store } = session;
  const passages = new Map<string, ArticlePassage>();
  for (const { articleId, revisionId, hash, start, end, quote } of suggested) {
    const text = await store.texts.read(hash).catch(() => null);
    if (!session.hasProject || session.store !== store) return null;
    if (text === null || text.text.slice(start, end) !== quote) {
      session.say('A text has changed or cannot be read, so nothing was made of this suggestion.');
      return null;
    }
    void store.texts.keep(text);
    const passage = makePassage(text.text, revisionId, start, end);
    passages.set(`${revisionId} ${start} ${end}`, { articleId, passage });
  }
  return [...passages.values()];
}
