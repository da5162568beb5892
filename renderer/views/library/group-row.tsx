import { ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { LibraryGroup } from '../../session/library-groups.ts';
import { toggleGroup } from '../../session/library-view.ts';
import { useSession } from '../parts/session-context.ts';
import { GridCell, GridRow } from './grid-parts.tsx';

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
  const { group, isOpen, columnCount } = props;
  return (
    <GridRow
      className="article-line"
      data-index={props.index}
      aria-rowindex={props.rowIndex}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <GridCell
        aria-colspan={columnCount}
        className="article-group"
        data-named={group.isNamed || undefined}
      >
        <button
          type="button"
          data-stop
          tabIndex={props.isStop ? 0 : -1}
          aria-expanded={isOpen}
          onClick={() => toggleGroup(session, group.id)}
        >
          <ChevronRight size={12} aria-hidden="true" className="article-group-mark" />
          {group.color !== undefined && <span className="dot" data-color={group.color} />}
          <span className="article-group-title">{group.title}</span>
          {group.detail !== undefined && (
            <span className="article-group-detail">{group.detail}</span>
          )}
          <span className="article-group-count">
            {group.items.length.toLocaleString('en-GB')}
            <span className="visually-hidden">
              {group.items.length === 1 ? ' article' : ' articles'}
            </span>
          </span>
        </button>
      </GridCell>
    </GridRow>
  );
});
