import { type ReactNode, useEffect, useState } from 'react';
import type { CodebookDraft } from '../../../app/exchange/codebook-draft.ts';
import type { CodebookPlan } from '../../../app/exchange/plan-codebook.ts';
import { countOf } from '../../session/article-list.ts';
import { applyCodebook, planImport } from '../../session/codebook/codebook-exchange.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** What the import of a codebook would do, before it does it. */
export function CodebookImportDialog(props: {
  readonly name: string;
  readonly draft: CodebookDraft;
}): ReactNode {
  const session = useSession();
  const { name, draft } = props;
  const tags = useRecords((records) => records.list('tag'));
  const [plan, setPlan] = useState<CodebookPlan | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another codebook by now makes it another plan
  useEffect(() => {
    let isOver = false;
    void planImport(session, draft).then((made) => {
      if (!isOver) setPlan(made);
    });
    return () => {
      isOver = true;
    };
  }, [session, draft, tags]);
  const remarks = [...draft.remarks, ...(plan?.remarks ?? [])];
  const isNothing = plan !== null && plan.added.length + plan.changed.length === 0;
  return (
    <Dialog wide title={`Import “${name}”`} onClose={() => session.closeDialog()}>
      {plan !== null && (
        <div className="codebook-plan">
          {isNothing && <p>All {countOf(plan.same, 'tag')} of it are here already, just so.</p>}
          <Lines title={`${countOf(plan.added.length, 'tag')} will be made`} lines={plan.added} />
          <Lines
            title={`${countOf(plan.changed.length, 'tag')} of the project will be changed`}
            lines={plan.changed}
          />
          {!isNothing && plan.same > 0 && (
            <p className="hint">{countOf(plan.same, 'tag')} are here already, just so.</p>
          )}
          <Lines title="What can’t be carried over" lines={remarks} />
        </div>
      )}
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={() => session.closeDialog()}>
          {isNothing ? 'Close' : 'Cancel'}
        </button>
        {!isNothing && (
          <button
            type="button"
            className="button primary"
            disabled={plan === null}
            onClick={() => {
              if (plan === null) return;
              session.closeDialog();
              applyCodebook(session, name, plan);
            }}
          >
            Import
          </button>
        )}
      </div>
    </Dialog>
  );
}

/** How many lines are drawn: more are nothing that anybody reads here. */
const most = 200;

function Lines(props: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  const { title, lines } = props;
  if (lines.length === 0) return null;
  const left = lines.length - most;
  return (
    <section>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ul tabIndex={0} aria-label={title}>
        {lines.slice(0, most).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines do not change
          <li key={index}>{line}</li>
        ))}
        {left > 0 && <li>and {left.toLocaleString('en-GB')} more</li>}
      </ul>
    </section>
  );
}
