import type { ReactNode } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { pairActions } from '../../session/parallels/pair-actions.ts';
import type { SeenPair } from '../../session/parallels/seen-pair.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';

/** What can be done with the pair that the list is at, with the keys that do it in the list. */
export function PairActions(props: {
  readonly articleId: ArticleId;
  readonly seen: SeenPair | null;
}): ReactNode {
  const session = useSession();
  const { seen, articleId } = props;
  const readOnly = session.store.project.readOnly !== null;
  if (seen === null) {
    return <p className="hint">Choose a passage with the arrow keys; Enter opens it beside.</p>;
  }
  return (
    <fieldset className="parallels-actions" aria-label="The chosen parallel passage">
      {pairActions
        .filter(({ changes, enabled }) => enabled(seen) && !(changes && readOnly))
        .map((action) => (
          <button
            key={action.title}
            type="button"
            className="button quiet"
            onClick={() => action.run(session, articleId, seen)}
          >
            {action.title}
            <KeyLabel value={action.key === 'L' ? 'Shift+L' : action.key} />
          </button>
        ))}
    </fieldset>
  );
}
