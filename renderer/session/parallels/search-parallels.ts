import type { TextOffset } from '../../../app/base/brand.ts';
import { alignWords, type WordAlignment } from '../../../app/compare/align-words.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { presentArticles } from '../article-list.ts';
import type { Session } from '../session.ts';

/** A passage of another article that was found to say what was asked for in words alike. */
export interface FoundPassage {
  readonly articleId: ArticleId;
  readonly start: TextOffset;
  readonly end: TextOffset;
  readonly quote: string;
  /** 0 to 1, see `alignWords`. */
  readonly score: number;
}

/** Below this, shared words are chance. */
const floor = 0.4;

/**
 * The other articles' passages most like a quote, best first, one an article. A quote of several sentences is looked for
 * sentence by sentence as well, for what other texts took of it. Reads one text after the other and lets the window
 * breathe in between; ends early when `signal` is aborted. A text that can't be read is passed over and counted.
 */
export async function searchParallels(
  session: Session,
  quote: string,
  articleId: ArticleId,
  signal: AbortSignal,
): Promise<{ readonly passages: readonly FoundPassage[]; readonly unread: number }> {
  const { records, texts } = session.store;
  const pieces = piecesOf(quote);
  const passages: FoundPassage[] = [];
  let unread = 0;
  for (const article of presentArticles(records)) {
    if (signal.aborted) break;
    if (article.id === articleId) continue;
    const revision = records.get('revision', article.revisionId);
    if (revision === null) continue;
    const text = await texts.read(revision.hash).then(
      (read) => read.text,
      () => null,
    );
    if (text === null) {
      unread += 1;
      continue;
    }
    const best = bestPlace(pieces, text);
    if (best === null || best.score < floor) continue;
    const { start, end, score } = best;
    passages.push({ articleId: article.id, start, end, quote: text.slice(start, end), score });
  }
  passages.sort((one, other) => other.score - one.score);
  return { passages, unread };
}

/** The quote itself, and its sentences of four words and more if it has several. */
function piecesOf(quote: string): readonly string[] {
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(quote)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence.split(/\s+/).length >= 4);
  return sentences.length > 1 ? [quote, ...sentences] : [quote];
}

function bestPlace(pieces: readonly string[], text: string): WordAlignment | null {
  let best: WordAlignment | null = null;
  for (const piece of pieces) {
    const place = alignWords(piece, text);
    if (place !== null && place.score > (best?.score ?? 0)) best = place;
  }
  return best;
}
