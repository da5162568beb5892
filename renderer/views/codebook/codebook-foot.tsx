import { CornerDownRight, ListFilter, Merge, Pencil, Split, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { beginNewTag, meantTags } from '../../session/codebook/codebook-selection.ts';
import { filterByTag } from '../../session/codebook/tag-filter.ts';
import { pathAbove } from '../../session/codebook/tag-places.ts';
import type { DialogState } from '../../session/session-state.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useTagFilter } from '../parts/use-tag-filter.ts';

/** What is known of the tag that has the keyboard, or of those selected, and what can be done with them. */
export function CodebookFoot(): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  useSessionState((state) => state.codebook);
  const filter = useTagFilter();
  const meant = meantTags(session);
  const [first] = meant;
  if (first === undefined) return null;
  const isOne = meant.length === 1;
  const path = pathAbove(tags, first.id);
  const readOnly = session.store.project.readOnly !== null;
  const ids = meant.map(({ id }) => id);
  const open = (dialog: DialogState) => () => session.openDialog(dialog);
  const isFilter =
    filter?.expression?.kind === 'tag' && filter.expression.tagIds.includes(first.id);
  return (
    <div className="codebook-foot">
      <div className="codebook-about">
        {isOne && path !== '' && <span className="codebook-path">{path}</span>}
        <strong>{isOne ? first.name : `${meant.length} tags selected`}</strong>
        {isOne && first.description !== '' && <p>{first.description}</p>}
      </div>
      <Toolbar
        className="codebook-actions"
        aria-label={isOne ? `Tag “${first.name}”` : 'Selected tags'}
      >
        {isOne && (
          <Action
            label={isFilter ? 'Clear the tag filter' : 'Filter by this tag'}
            keyName="F"
            isOn={isFilter}
            run={() => filterByTag(session, first)}
          >
            <ListFilter size={14} />
          </Action>
        )}
        {!readOnly && (
          <>
            {isOne && (
              <>
                <Action label="Edit…" keyName="Enter" run={open({ kind: 'tag', tagId: first.id })}>
                  <Pencil size={14} />
                </Action>
                <Action
                  label="Make a tag below"
                  keyName="Shift N"
                  run={() => beginNewTag(session, 'below')}
                >
                  <CornerDownRight size={14} />
                </Action>
              </>
            )}
            <Action label="Merge…" keyName="M" run={open({ kind: 'merge-tags', tagIds: ids })}>
              <Merge size={14} />
            </Action>
            {isOne && (
              <Action label="Split…" keyName="S" run={open({ kind: 'split-tag', tagId: first.id })}>
                <Split size={14} />
              </Action>
            )}
            <Action label="Remove…" keyName="Del" run={open({ kind: 'remove-tags', tagIds: ids })}>
              <Trash2 size={14} />
            </Action>
          </>
        )}
      </Toolbar>
    </div>
  );
}

function Action(props: {
  readonly label: string;
  readonly keyName: string;
  readonly isOn?: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    // The title stands on the wrapper: the button of the library has none.
    <span title={`${props.label} (${props.keyName})`}>
      <Button
        className="button quiet icon"
        aria-label={props.label}
        {...(props.isOn === true ? { 'aria-pressed': true } : {})}
        onPress={props.run}
      >
        {props.children}
      </Button>
    </span>
  );
}
