import { memo, type ReactNode } from 'react';
import type { LibraryGroup } from '../../session/library/library-groups.ts';
import { toggleGroup } from '../../session/library/library-view.ts';
import { GroupCell } from '../parts/group-cell.tsx';
import { useSession } from '../parts/session-context.ts';
import { GridRow } from './grid-parts.tsx';

/** Where a line stands in the list. */
export interface LinePlace {
  readonly index: number;
  /** Counted from 1, the heads of columns included. */
  readonly rowIndex: number;
  /** In pixels. */
  readonly top: number;
  /** Whether Tab goes to this line. */
  readonly isStop: boolean;
}

/** The head of a group; it folds the group up and opens it. */
export const GroupRow = memo(function GroupRow(
  props: LinePlace & {
    readonly group: LibraryGroup;
    readonly isOpen: boolean;
    readonly columnCount: number;
  },
): ReactNode {
  const session = useSession();
  const { group } = props;
  return (
    <GridRow
      className="article-line"
      data-index={props.index}
      aria-rowindex={props.rowIndex}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <GroupCell
        title={group.title}
        isNamed={group.isNamed}
        detail={group.detail}
        color={group.color}
        count={group.items.length}
        what={['article', 'articles']}
        isOpen={props.isOpen}
        isStop={props.isStop}
        columnCount={props.columnCount}
        onToggle={() => toggleGroup(session, group.id)}
      />
    </GridRow>
  );
});
