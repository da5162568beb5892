import { CornerDownRight, ListFilter, Merge, Pencil, Split, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { meantTags } from '../../session/codebook/codebook-selection.ts';
import { pathAbove } from '../../session/codebook/tag-places.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useTagFilter } from '../parts/use-tag-filter.ts';
import { type TagAction, type TagActionId, tagActions } from './tag-actions.ts';

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
        {tagActions(session, meant, isFilter).map((action) => {
          const icon = icons[action.id];
          return icon === undefined ? null : (
            <Action
              key={action.id}
              action={action}
              {...(action.id === 'filter' ? { isOn: isFilter } : {})}
            >
              {icon}
            </Action>
          );
        })}
      </Toolbar>
    </div>
  );
}

/** What has a button; the rest is in the menu of a tag. */
const icons: Readonly<Partial<Record<TagActionId, ReactNode>>> = {
  filter: <ListFilter size={14} />,
  edit: <Pencil size={14} />,
  'new-below': <CornerDownRight size={14} />,
  merge: <Merge size={14} />,
  split: <Split size={14} />,
  remove: <Trash2 size={14} />,
};

function Action(props: {
  readonly action: TagAction;
  readonly isOn?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { label, keyName, run } = props.action;
  return (
    // The title stands on the wrapper: the button of the library has none.
    <span title={`${label} (${keyName})`}>
      <Button
        className="button quiet icon"
        aria-label={label}
        {...(props.isOn === true ? { 'aria-pressed': true } : {})}
        onPress={run}
      >
        {props.children}
      </Button>
    </span>
  );
}
