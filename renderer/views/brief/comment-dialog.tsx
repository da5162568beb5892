import { type ReactNode, useState } from 'react';
import {
  commentDraft,
  forgetCommentDraft,
  keepCommentDraft,
} from '../../session/writing/comment-drafts.ts';
import { type NewComment, saveComment } from '../../session/writing/comments.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/**
 * Asks for a comment to self on the selected words; of one that is there, for what it says. Escape keeps what was typed for
 * the next time, Cancel gives it up.
 */
export function CommentDialog({ comment }: { readonly comment: NewComment | null }): ReactNode {
  const session = useSession();
  const [draft] = useState(() => commentDraft(session, comment));
  const [text, setText] = useState(draft ?? comment?.text ?? '');
  const write = (written: string): void => {
    setText(written);
    keepCommentDraft(session, comment, written);
  };
  const leave = (): void => {
    session.closeDialog();
    if (commentDraft(session, comment) !== null) {
      session.say('The comment is not saved. What you wrote is there when you open it again.');
    }
  };
  const giveUp = (): void => {
    forgetCommentDraft(session, comment);
    session.closeDialog();
  };
  const save = (written: string): void => {
    session.closeDialog();
    saveComment(session, comment, written);
  };
  return (
    <Dialog title={comment === null ? 'Comment to self' : 'Change the comment'} onClose={leave}>
      <form
        className="comment-form"
        onSubmit={(event) => {
          event.preventDefault();
          save(text);
        }}
      >
        <textarea
          aria-label="Comment"
          autoFocus
          rows={4}
          maxLength={10_000}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            save(text);
          }}
        />
        {draft !== null && (
          <p className="hint">You wrote this before and did not save it. Cancel gives it up.</p>
        )}
        <p className="hint">Only you see it. An export leaves it out unless you ask for it.</p>
        <div className="dialog-buttons">
          {comment !== null && (
            <button type="button" className="button" onClick={() => save('')}>
              Remove comment
            </button>
          )}
          <button type="button" className="button" onClick={giveUp}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={text.trim() === ''}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}
