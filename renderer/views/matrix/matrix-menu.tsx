import type { ReactNode, RefObject } from 'react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { showColumn } from '../../session/matrix/matrix-columns-view.ts';
import type { MatrixShown } from '../../session/matrix/matrix-shown.ts';
import {
  changeMatrixView,
  columnGroups,
  columnKinds,
  matrixView,
} from '../../session/matrix/matrix-view.ts';
import { columnGroupTitles } from '../../session/matrix/matrix-words.ts';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';
import { CheckItem, SortItems } from './column-menu.tsx';

/** More hidden columns than these are shown again all at once. */
const mostNamed = 30;

/** What the columns are, how they are put together, how the claims are sorted, and which columns are hidden. */
export function MatrixMenu(props: {
  readonly shown: MatrixShown;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}): ReactNode {
  const session = useSession();
  const view = matrixView(session);
  const gone = new Set(view.hidden);
  const hidden = props.shown.everyColumn.filter(({ id }) => gone.has(id));
  return (
    <ListMenu
      label="View of the matrix"
      trigger={props.trigger}
      className="view-menu"
      onClose={props.onClose}
    >
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[`by ${view.columnsBy}`]}
        onSelectionChange={(keys) => {
          const columnsBy = columnKinds.find((key) => keys !== 'all' && keys.has(`by ${key}`));
          if (columnsBy !== undefined) changeMatrixView(session, { columnsBy });
        }}
      >
        <Header>Columns</Header>
        <CheckItem id="by article" text="Articles" />
        <CheckItem id="by outlet" text="Outlets" />
      </MenuSection>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[`group ${view.group}`]}
        onSelectionChange={(keys) => {
          const group = columnGroups.find((key) => keys !== 'all' && keys.has(`group ${key}`));
          if (group !== undefined) changeMatrixView(session, { group });
        }}
      >
        <Header>Group columns by</Header>
        {columnGroups.map((key) => (
          <CheckItem key={key} id={`group ${key}`} text={columnGroupTitles[key]} />
        ))}
      </MenuSection>
      {hidden.length > 0 && (
        <MenuSection selectionMode="none">
          <Header>Hidden columns</Header>
          <MenuItem
            id="show all"
            className="menu-item"
            onAction={() => changeMatrixView(session, { hidden: [] })}
          >
            Show all {hidden.length}
          </MenuItem>
          {hidden.slice(0, mostNamed).map((column) => (
            <MenuItem
              key={column.id}
              id={`show ${column.id}`}
              textValue={`Show ${column.title}`}
              className="menu-item"
              onAction={() => showColumn(session, column.id)}
            >
              Show {column.title}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {view.moves.length > 0 && (
        <MenuSection selectionMode="none" aria-label="Order of the columns">
          <MenuItem
            id="by date"
            className="menu-item"
            onAction={() => changeMatrixView(session, { moves: [] })}
          >
            Columns by date again
          </MenuItem>
        </MenuSection>
      )}
      <SortItems />
    </ListMenu>
  );
}
