import { Check } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import {
  hideColumn,
  moveColumn,
  pinColumn,
  stepColumn,
} from '../../session/matrix/matrix-columns-view.ts';
import type { MatrixShown } from '../../session/matrix/matrix-shown.ts';
import { changeMatrixView, matrixSorts, matrixView } from '../../session/matrix/matrix-view.ts';
import { matrixSortTitles } from '../../session/matrix/matrix-words.ts';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';

/** What can be done with a column; of the claims' own, how the rows are sorted. */
export function ColumnMenu(props: {
  readonly shown: MatrixShown;
  /** -1: the claims' own column. */
  readonly index: number;
  readonly onClose: () => void;
}): ReactNode {
  const { shown, index, onClose } = props;
  const trigger = useRef<HTMLElement>(
    document.querySelector<HTMLElement>(`[data-menu-of="${index}"]`),
  );
  const column = shown.columns[index];
  if (column === undefined) {
    return (
      <ListMenu label="Sort the claims" trigger={trigger} onClose={onClose}>
        <SortItems />
      </ListMenu>
    );
  }
  return <OneColumn {...props} id={column.id} isPinned={column.isPinned} trigger={trigger} />;
}

function OneColumn(props: {
  readonly id: string;
  readonly isPinned: boolean;
  readonly trigger: React.RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}): ReactNode {
  const session = useSession();
  const { id } = props;
  return (
    <ListMenu label="Column" trigger={props.trigger} onClose={props.onClose}>
      <MenuItem className="menu-item" onAction={() => pinColumn(session, id)}>
        {props.isPinned ? 'Unpin' : 'Pin'}
      </MenuItem>
      <MenuItem className="menu-item" onAction={() => hideColumn(session, id)}>
        Hide
      </MenuItem>
      <MenuItem className="menu-item" onAction={() => stepColumn(session, id, -1)}>
        Move to the left
      </MenuItem>
      <MenuItem className="menu-item" onAction={() => stepColumn(session, id, 1)}>
        Move to the right
      </MenuItem>
      <MenuItem className="menu-item" onAction={() => moveColumn(session, id, null)}>
        Move to the beginning
      </MenuItem>
    </ListMenu>
  );
}

/** By what the claims are sorted, and which way round. */
export function SortItems(): ReactNode {
  const session = useSession();
  const { sort, descending } = matrixView(session);
  return (
    <>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[`sort ${sort}`]}
        onSelectionChange={(keys) => {
          const next = matrixSorts.find((key) => keys !== 'all' && keys.has(`sort ${key}`));
          if (next !== undefined) changeMatrixView(session, { sort: next });
        }}
      >
        <Header>Sort claims by</Header>
        {matrixSorts.map((key) => (
          <CheckItem key={key} id={`sort ${key}`} text={matrixSortTitles[key]} />
        ))}
      </MenuSection>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[descending ? 'down' : 'up']}
        onSelectionChange={(keys) =>
          changeMatrixView(session, { descending: keys !== 'all' && keys.has('down') })
        }
      >
        <Header>Order</Header>
        <CheckItem id="up" text="First to last" />
        <CheckItem id="down" text="Last to first" />
      </MenuSection>
    </>
  );
}

/** A line of a menu that may be chosen. */
export function CheckItem({ id, text }: { readonly id: string; readonly text: string }): ReactNode {
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
