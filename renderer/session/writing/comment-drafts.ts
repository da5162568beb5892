import type { NewComment } from '../../editor/comment-marks.ts';
import type { Session } from '../session.ts';

/** What was typed into the dialog of a comment and neither saved nor given up, by the comment's id, for as long as a project is open. */
const drafts = new WeakMap<Session['store'], Map<string, string>>();

/** A comment that is not there yet has no id; there is one draft of such. */
function keyOf(comment: NewComment | null): string {
  return comment?.id ?? 'new';
}

/** What was typed and not saved; `null`: nothing else than what the comment says. */
export function commentDraft({ store }: Session, comment: NewComment | null): string | null {
  return drafts.get(store)?.get(keyOf(comment)) ?? null;
}

/** Keeps what is being typed, so that closing the dialog loses nothing. No words, or the comment's own, need no keeping. */
export function keepCommentDraft(
  { store }: Session,
  comment: NewComment | null,
  text: string,
): void {
  const kept = drafts.get(store) ?? new Map<string, string>();
  drafts.set(store, kept);
  if (text.trim() === '' || text === comment?.text) kept.delete(keyOf(comment));
  else kept.set(keyOf(comment), text);
}

/** The words were saved or given up. */
export function forgetCommentDraft({ store }: Session, comment: NewComment | null): void {
  drafts.get(store)?.delete(keyOf(comment));
}
