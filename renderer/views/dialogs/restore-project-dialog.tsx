import { type ReactNode, useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../app/host/history.ts';
import { countOf } from '../../session/article-list.ts';
import { countOfKind, kindName, momentWords } from '../../session/history/history-words.ts';
import { planRestore, type RestorePlan, restoreTo } from '../../session/history/restore.ts';
import { showFailure } from '../../session/project.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Asks before the project is restored, with what that changes. */
export function RestoreProjectDialog({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const session = useSession();
  const [plan, setPlan] = useState<RestorePlan | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isOpen = true;
    planRestore(session, entry).then(
      (made) => {
        if (isOpen) setPlan(made);
      },
      (error: unknown) => {
        if (isOpen) setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isOpen = false;
    };
  }, [session, entry]);
  const restore = (made: RestorePlan): void => {
    session.closeDialog();
    restoreTo(session, made).catch((error: unknown) =>
      showFailure(session, 'The project could not be restored', error),
    );
  };
  const isNothing = plan?.kinds.length === 0;
  return (
    <Dialog title="Restore the project" onClose={() => session.closeDialog()}>
      <p>
        To how it was at {momentWords(entry.at)}, right after: {entry.name}
      </p>
      <div role="status">
        {problem !== null && <p>{problem}</p>}
        {plan === null && problem === null && <p className="hint">Looking what that changes…</p>}
        {isNothing && <p>Nothing of your work has changed since. There is nothing to restore.</p>}
        {plan !== null && !isNothing && <Summary plan={plan} />}
      </div>
      <div className="dialog-buttons">
        <button type="button" className="button" data-default onClick={() => session.closeDialog()}>
          {isNothing ? 'Close' : 'Cancel'}
        </button>
        {!isNothing && (
          <button
            type="button"
            className="button danger"
            disabled={plan === null}
            onClick={() => {
              if (plan !== null) restore(plan);
            }}
          >
            Restore
          </button>
        )}
      </div>
    </Dialog>
  );
}

function Summary({ plan }: { readonly plan: RestorePlan }): ReactNode {
  const { kinds, newArticles, revisedArticles, unreadable } = plan;
  return (
    <>
      <table className="restore-summary">
        <thead>
          <tr>
            <th scope="col">Records</th>
            <th scope="col">Come back</th>
            <th scope="col">Change</th>
            <th scope="col">Go</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, back, changed, removed }) => (
            <tr key={kind}>
              <th scope="row">{kindName(kind)}</th>
              <td>{figure(back)}</td>
              <td>{figure(changed)}</td>
              <td>{figure(removed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {newArticles > 0 && (
        <p>
          {countOfKind('article', newArticles)} that came since{' '}
          {newArticles === 1 ? 'stays' : 'stay'}, without what was highlighted there.
        </p>
      )}
      {revisedArticles > 0 && (
        <p>
          {countOf(revisedArticles, 'article')} that got another text since{' '}
          {revisedArticles === 1 ? 'keeps' : 'keep'} it.
        </p>
      )}
      {unreadable > 0 && (
        <p>
          {countOf(unreadable, 'entry', 'entries')} of the journal since then can’t be read. What
          only they changed stays as it is.
        </p>
      )}
      <p className="hint">
        Texts and settings stay as they are. It is one new change: the journal keeps everything, and
        undo takes it back.
      </p>
    </>
  );
}

function figure(count: number): string {
  return count === 0 ? '–' : count.toLocaleString('en-GB');
}
