import type { CommentPlace, NewComment } from '../../editor/comment-marks.ts';
import type { Session } from '../session.ts';
import { forgetCommentDraft, keepCommentDraft } from './comment-drafts.ts';

/** The writer's comments to self in the brief that is shown, in its order. Cost: one walk over the brief. */
export function commentsShown(session: Session): readonly CommentPlace[] {
  return session.briefEditor?.comments.all() ?? [];
}

/** Asks for a comment on the selected words or the word at the caret, or for what the one there says. */
export function askComment(session: Session): void {
  const comments = session.briefEditor?.comments;
  if (comments === undefined) {
    session.say('Open a brief first.');
    return;
  }
  const comment = comments.here();
  if (comment !== null) session.openDialog({ kind: 'comment', comment });
  else if (comments.select()) session.openDialog({ kind: 'comment', comment: null });
  else session.say('Put the caret into the words that the comment is about first.');
}

/**
 * Puts a comment on the selected words, or writes `comment` anew; no words take it off. Words that find no place, since what
 * they are about was changed meanwhile, are kept for the next comment.
 */
export function saveComment(session: Session, comment: NewComment | null, written: string): void {
  const comments = session.briefEditor?.comments;
  const text = written.trim();
  forgetCommentDraft(session, comment);
  if (comment !== null && (text === '' || text === comment.text)) {
    if (text === '') resolveComment(session, comment.id);
    return;
  }
  if (text === '') return;
  const { maker } = session.store;
  const isSaved =
    comment === null
      ? comments?.put({ id: maker.id(), text, at: maker.now() })
      : comments?.change(comment.id, text);
  if (isSaved === true) {
    session.say(comment === null ? 'Commented.' : 'The comment was changed.');
    return;
  }
  keepCommentDraft(session, null, text);
  session.say(
    'The words of this comment are gone. What you wrote is there when you comment on others.',
  );
}

/** Takes a comment off its words. */
export function resolveComment(session: Session, id: string): void {
  if (session.briefEditor?.comments.change(id, null)) {
    session.say('The comment was removed. Undo brings it back.');
  }
}

/** Goes to the words of a comment. */
export function goToComment(session: Session, id: string): void {
  session.briefEditor?.comments.goTo(id);
}

/** A comment as views show it. */
export type { CommentPlace, NewComment };
