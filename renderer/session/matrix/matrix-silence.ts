import { confirmSilence, withdrawSilences } from '../../../app/claim/silence-diffs.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import type { ArticleId, ClaimId } from '../../../app/record/ids.ts';
import type { ArticleRecord, SilenceRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import { matrixShown } from './matrix-shown.ts';
import { cellHere } from './matrix-side.ts';

/**
 * Confirms that the articles of a cell without a passage are silent: only after the search beside the matrix showed what
 * it found in them, as they are now (rule X5).
 */
export function confirmCellSilence(session: Session): void {
  const here = cellHere(session);
  if (here === null || !writable(session)) return;
  const { matrix } = session.get();
  const { side } = matrix;
  const { records, maker } = session.store;
  const claim = records.get('claim', here.claimId);
  if (here.cell.kind === 'evidence') {
    session.say('This is not silent: there are passages under the claim.');
    return;
  }
  const isHere = side?.claimId === here.claimId && side.columnId === here.columnId;
  const searched = isHere ? side.searched : null;
  if (claim === null || searched === null) {
    session.say(
      'Search the article first: press E. What the search shows is what silence rests on.',
    );
    return;
  }
  if (searched.unread > 0) {
    session.say('A text could not be read, so nobody knows whether it is silent.');
    return;
  }
  const articles = articlesSearched(session, here.columnId, searched.revisions);
  if (articles === null) {
    session.say('The article has changed since it was searched. Press E to search it again.');
    return;
  }
  const diff = confirmSilence(maker, records, claim, articles, {
    search: searched.query,
    mode: searched.mode,
  });
  if (isEmptyDiff(diff)) return;
  session.store.commit(`Confirm silence on C${claim.number}`, diff);
  session.say(`Confirmed: ${nameOfColumn(session, here.columnId)} is silent on C${claim.number}.`);
}

/** `null`: one of them has another revision by now. */
function articlesSearched(
  session: Session,
  columnId: string,
  revisions: ReadonlyMap<ArticleId, string>,
): readonly ArticleRecord[] | null {
  const articles: ArticleRecord[] = [];
  for (const id of matrixShown(session).columnOf(columnId)?.articleIds ?? []) {
    const article = session.store.records.get('article', id);
    if (article === null || revisions.get(id) !== article.revisionId) return null;
    articles.push(article);
  }
  return articles;
}

/** Takes the silences of the cell before the analyst back, or says that nothing may be written. `false`: there are none. */
export function withdrawCellSilence(session: Session): boolean {
  const here = cellHere(session);
  if (here === null) return false;
  const { cell } = here;
  const silences = cell.kind === 'silent' || cell.kind === 'unchecked' ? cell.silences : [];
  return withdraw(session, here.claimId, silences);
}

function withdraw(session: Session, claimId: ClaimId, silences: readonly SilenceRecord[]): boolean {
  const claim = session.store.records.get('claim', claimId);
  if (claim === null || silences.length === 0) return false;
  if (!writable(session)) return true;
  session.store.commit(`Take back silence on C${claim.number}`, withdrawSilences(silences));
  session.say('It counts as not yet checked again. Undo brings the silence back.');
  return true;
}

function nameOfColumn(session: Session, columnId: string): string {
  return matrixShown(session).columnOf(columnId)?.title ?? 'The article';
}
