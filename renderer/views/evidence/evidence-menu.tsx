import { Check } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { evidenceGroupTitles, evidenceTitles } from '../../session/evidence/evidence-columns.ts';
import type { EvidenceGroup } from '../../session/evidence/evidence-groups.ts';
import {
  changeEvidenceView,
  type EvidenceView,
  evidenceColumns,
  evidenceGroups,
  foldEvidenceGroups,
  sortedBy,
} from '../../session/evidence/evidence-view.ts';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';

// A menu wants each id once, and "outlet" is something to sort by, to group by and a column.
const sortId = (key: string): string => `sort ${key}`;
const groupId = (key: string): string => `group ${key}`;
const columnId = (key: string): string => `column ${key}`;

/** How the table is sorted and grouped, which columns it has. */
export function EvidenceMenu(props: {
  readonly view: EvidenceView;
  readonly groups: readonly EvidenceGroup[];
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}): ReactNode {
  const session = useSession();
  const { view } = props;
  const [first] = view.sorts;
  const fold = (folded: boolean): void =>
    foldEvidenceGroups(
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
        selectionMode="multiple"
        disallowEmptySelection
        selectedKeys={view.columns.map(columnId)}
        onSelectionChange={(keys) =>
          changeEvidenceView(session, {
            columns: evidenceColumns.filter((key) => keys === 'all' || keys.has(columnId(key))),
          })
        }
      >
        <Header>Columns</Header>
        {evidenceColumns
          .filter((key) => key !== 'number' && key !== 'quote')
          .map((key) => (
            <Item key={key} id={columnId(key)} text={evidenceTitles[key]} />
          ))}
      </MenuSection>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[groupId(view.group)]}
        onSelectionChange={(keys) => {
          const group = evidenceGroups.find((key) => keys !== 'all' && keys.has(groupId(key)));
          if (group !== undefined) changeEvidenceView(session, { group });
        }}
      >
        <Header>Group by</Header>
        {evidenceGroups.map((key) => (
          <Item key={key} id={groupId(key)} text={evidenceGroupTitles[key]} />
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
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={first === undefined ? [] : [sortId(first.column)]}
        onSelectionChange={(keys) => {
          const column = evidenceColumns.find((key) => keys !== 'all' && keys.has(sortId(key)));
          if (column === undefined) return;
          changeEvidenceView(session, { sorts: sortedBy(view.sorts, column, false) });
        }}
      >
        <Header>Sort by (Shift and a column’s head: also by)</Header>
        {evidenceColumns.map((key) => (
          <Item key={key} id={sortId(key)} text={evidenceTitles[key]} />
        ))}
      </MenuSection>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[first?.descending === true ? 'down' : 'up']}
        onSelectionChange={(keys) => {
          if (first === undefined || keys === 'all') return;
          const sorts = [{ ...first, descending: keys.has('down') }, ...view.sorts.slice(1)];
          changeEvidenceView(session, { sorts });
        }}
      >
        <Header>Order</Header>
        <Item id="up" text="First to last" />
        <Item id="down" text="Last to first" />
      </MenuSection>
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
