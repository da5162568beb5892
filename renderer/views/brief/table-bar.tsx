import {
  BetweenHorizontalStart,
  BetweenVerticalStart,
  Columns3,
  Grid2x2X,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  Rows3,
} from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { FormatCommand, FormatState } from '../../session/writing/rich-text.ts';

const tools: readonly (readonly [FormatCommand, string, LucideIcon])[] = [
  ['row-after', 'Add row below', BetweenHorizontalStart],
  ['column-after', 'Add column after', BetweenVerticalStart],
  ['header-row', 'Heads above', PanelTop],
  ['header-column', 'Heads at the side', PanelLeft],
  ['remove-row', 'Remove row', Rows3],
  ['remove-column', 'Remove column', Columns3],
  ['remove-table', 'Remove table', Grid2x2X],
];

interface TableBarProps {
  readonly state: FormatState | null;
  readonly onCommand: (name: FormatCommand) => void;
}

/** What is done with the table that holds the caret: a line of its own below the formats, which stay where they are. */
export function TableBar(props: TableBarProps): ReactNode {
  const { state } = props;
  return state?.possible.has('remove-table') === true ? (
    <OpenTableBar state={state} onCommand={props.onCommand} />
  ) : null;
}

function OpenTableBar(props: TableBarProps & { readonly state: FormatState }): ReactNode {
  const { state } = props;
  const bar = useRef<HTMLDivElement>(null);
  // The text below stays where it is when the bar comes and goes: the caret is in it.
  useLayoutEffect(() => {
    const scroller = bar.current?.parentElement?.querySelector('.brief-scroll') ?? null;
    const height = bar.current?.offsetHeight ?? 0;
    if (scroller !== null) scroller.scrollTop += height;
    return () => {
      if (scroller !== null) scroller.scrollTop -= height;
    };
  }, []);
  return (
    <div ref={bar} className="table-bar" role="toolbar" aria-label="Table">
      <span className="table-bar-name" aria-hidden="true">
        Table
      </span>
      {tools.map(([name, title, Icon]) => (
        <button
          key={name}
          type="button"
          className="button quiet icon"
          aria-label={title}
          title={title}
          disabled={!state.possible.has(name)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onCommand(name)}
        >
          <Icon size={14} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
