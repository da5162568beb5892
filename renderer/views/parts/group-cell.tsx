import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TagColor } from '../../../app/record/records.ts';
import { GridCell } from '../library/grid-parts.tsx';

/** The head of a group in a grid, across its columns: a button that folds the group up and opens it. */
export function GroupCell(props: {
  readonly title: string;
  /** Whether the title is a name that somebody wrote: it is shown as it was written. */
  readonly isNamed: boolean;
  readonly detail?: string | undefined;
  readonly color?: TagColor | undefined;
  readonly count: number;
  /** What is counted: one, several. */
  readonly what: readonly [one: string, several: string];
  readonly isOpen: boolean;
  readonly isStop: boolean;
  readonly columnCount: number;
  readonly onToggle: () => void;
}): ReactNode {
  const { count, what } = props;
  return (
    <GridCell
      aria-colspan={props.columnCount}
      className="article-group"
      data-named={props.isNamed || undefined}
    >
      <button
        type="button"
        data-stop
        tabIndex={props.isStop ? 0 : -1}
        aria-expanded={props.isOpen}
        onClick={props.onToggle}
      >
        <ChevronRight size={12} aria-hidden="true" className="article-group-mark" />
        {props.color !== undefined && <span className="dot" data-color={props.color} />}
        <span className="article-group-title">{props.title}</span>
        {props.detail !== undefined && <span className="article-group-detail">{props.detail}</span>}
        <span className="article-group-count">
          {count.toLocaleString('en-GB')}
          <span className="visually-hidden"> {count === 1 ? what[0] : what[1]}</span>
        </span>
      </button>
    </GridCell>
  );
}
