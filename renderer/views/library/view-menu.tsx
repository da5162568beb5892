import { Check } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Header, MenuItem, MenuSection, type Selection } from 'react-aria-components';
import { columnTitles, groupTitles, sortTitles } from '../../session/library/library-columns.ts';
import type { LibraryGroup } from '../../session/library/library-groups.ts';
import {
  changeView,
  columnKeys,
  foldGroups,
  groupKeys,
  type LibraryView,
  sortKeys,
} from '../../session/library/library-view.ts';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';

// A menu wants each id once, and "outlet" is something to sort by, to group by and a column.
const sortId = (key: string): string => `sort ${key}`;
const groupId = (key: string): string => `group ${key}`;
const columnId = (key: string): string => `column ${key}`;

/** How the list is sorted and grouped, which columns it has. */
export function ViewMenu(props: {
  readonly view: LibraryView;
  readonly groups: readonly LibraryGroup[];
  readonly isWide: boolean;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}): ReactNode {
  const session = useSession();
  const { view } = props;
  const choose = <Key extends string>(
    keys: readonly Key[],
    idOf: (key: Key) => string,
    selection: Selection,
    take: (key: Key) => void,
  ): void => {
    const key = selection === 'all' ? undefined : keys.find((one) => selection.has(idOf(one)));
    if (key !== undefined) take(key);
  };
  const fold = (folded: boolean): void =>
    foldGroups(
      session,
      props.groups.map(({ id }) => id),
      folded,
    );
  return (
    <ListMenu
      label="Sort, group and columns"
      trigger={props.trigger}
      className="view-menu"
      onClose={props.onClose}
    >
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[sortId(view.sort)]}
        onSelectionChange={(keys) =>
          choose(sortKeys, sortId, keys, (sort) => changeView(session, { sort }))
        }
      >
        <Header>Sort by</Header>
        {sortKeys.map((key) => (
          <Item key={key} id={sortId(key)} text={sortTitles[key]} />
        ))}
      </MenuSection>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.descending ? 'down' : 'up']}
        onSelectionChange={(keys) =>
          choose(['up', 'down'], String, keys, (key) =>
            changeView(session, { descending: key === 'down' }),
          )
        }
      >
        <Header>Order</Header>
        <Item id="up" text="First to last" />
        <Item id="down" text="Last to first" />
      </MenuSection>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[groupId(view.group)]}
        onSelectionChange={(keys) =>
          choose(groupKeys, groupId, keys, (group) => changeView(session, { group }))
        }
      >
        <Header>Group by</Header>
        {groupKeys.map((key) => (
          <Item key={key} id={groupId(key)} text={groupTitles[key]} />
        ))}
      </MenuSection>
      {view.group !== 'none' && (
        <MenuSection selectionMode="none" aria-label="Groups">
          <MenuItem id="fold" className="menu-item" onAction={() => fold(true)}>
            <span className="menu-check" />
            Fold all groups
          </MenuItem>
          <MenuItem id="open" className="menu-item" onAction={() => fold(false)}>
            <span className="menu-check" />
            Open all groups
          </MenuItem>
        </MenuSection>
      )}
      {props.isWide && (
        <MenuSection
          selectionMode="multiple"
          selectedKeys={view.columns.map(columnId)}
          onSelectionChange={(keys) =>
            changeView(session, {
              columns: columnKeys.filter((key) => keys === 'all' || keys.has(columnId(key))),
            })
          }
        >
          <Header>Columns</Header>
          {columnKeys
            .filter((key) => key !== 'title')
            .map((key) => (
              <Item key={key} id={columnId(key)} text={columnTitles[key]} />
            ))}
        </MenuSection>
      )}
    </ListMenu>
  );
}

function Item({ id, text }: { readonly id: string; readonly text: string }): ReactNode {
  return (
    <MenuItem id={id} textValue={text} className="menu-item">
      {({ isSelected }) => (
        <>
          <span className="menu-check">{isSelected && <Check size={13} aria-hidden="true" />}</span>
          {text}
        </>
      )}
    </MenuItem>
  );
}
