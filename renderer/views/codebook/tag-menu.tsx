import type { ReactNode, RefObject } from 'react';
import { MenuItem } from 'react-aria-components';
import { meantTags } from '../../session/codebook/codebook-selection.ts';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';
import { useTagFilter } from '../parts/use-tag-filter.ts';
import { tagActions } from './tag-actions.ts';

/** What can be done with the tags that are meant, at the line that it was asked for. */
export function TagMenu(props: {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}): ReactNode {
  const session = useSession();
  const filter = useTagFilter();
  const meant = meantTags(session);
  const [first] = meant;
  if (first === undefined) return null;
  const isFilter =
    filter?.expression?.kind === 'tag' && filter.expression.tagIds.includes(first.id);
  return (
    <ListMenu
      label={meant.length === 1 ? `Tag “${first.name}”` : `${meant.length} tags`}
      trigger={props.trigger}
      placement="bottom start"
      onClose={props.onClose}
    >
      {tagActions(session, meant, isFilter).map(({ id, label, keyName, run }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={label}
          className="menu-item"
          // Behind the menu's own end, which gives the keyboard back to the tree: what is begun takes it from there.
          onAction={() => setTimeout(run)}
        >
          {label}
          <kbd className="menu-key">{keyName}</kbd>
        </MenuItem>
      ))}
    </ListMenu>
  );
}
