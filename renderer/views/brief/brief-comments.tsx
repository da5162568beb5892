import { type ReactNode, useEffect, useState } from 'react';
import {
  type CommentPlace,
  commentsShown,
  goToComment,
  resolveComment,
} from '../../session/writing/comments.ts';
import { Section } from '../inspector/section.tsx';
import { useSession } from '../parts/session-context.ts';

/** After a pause in writing of so many milliseconds the brief is gone through anew. */
const pause = 200;

/** The writer's comments to self, in the order of the brief. Nothing where there are none. */
export function BriefComments(): ReactNode {
  const session = useSession();
  const { openBrief } = session;
  const [comments, setComments] = useState<readonly CommentPlace[]>([]);
  useEffect(() => {
    const read = (): void => setComments(commentsShown(session));
    let timer = setTimeout(read);
    const stop = openBrief.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(read, pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session, openBrief]);
  if (comments.length === 0) return null;
  const writable = session.store.project.readOnly === null;
  return (
    <Section title="Comments" aside={<span className="count">{comments.length}</span>}>
      {comments.map(({ id, text }) => (
        <div key={id} className="card">
          <p className="card-text">{text}</p>
          <div className="card-actions">
            <button
              type="button"
              className="button"
              aria-label={`Go to the comment: ${text}`}
              onClick={() => goToComment(session, id)}
            >
              Go to
            </button>
            {writable && (
              <button
                type="button"
                className="button"
                aria-label={`Resolve the comment: ${text}`}
                onClick={() => resolveComment(session, id)}
              >
                Resolve
              </button>
            )}
          </div>
        </div>
      ))}
    </Section>
  );
}
