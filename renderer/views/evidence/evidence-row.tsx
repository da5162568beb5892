import { memo, type ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { evidenceText } from '../../session/evidence/evidence-columns.ts';
import type { EvidenceGroup } from '../../session/evidence/evidence-groups.ts';
import type { EvidenceItem } from '../../session/evidence/evidence-item.ts';
import { type EvidenceColumn, toggleEvidenceGroup } from '../../session/evidence/evidence-view.ts';
import type { SessionState } from '../../session/session-state.ts';
import { GridCell, GridRow } from '../library/grid-parts.tsx';
import { GroupCell } from '../parts/group-cell.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** Where a line stands in the table. */
interface LinePlace {
  readonly index: number;
  /** In pixels. */
  readonly top: number;
  /** Whether Tab goes to this line. */
  readonly isStop: boolean;
}

/** An annotation: a cell under each head. */
export const EvidenceRow = memo(function EvidenceRow(
  props: LinePlace & {
    readonly item: EvidenceItem;
    readonly columns: readonly EvidenceColumn[];
  },
): ReactNode {
  const session = useSession();
  const { item, columns, index } = props;
  const { id } = item.annotation;
  const look = useSessionState((state) => lookOf(state, id));
  // What hangs on a row shows in it: drawn anew when one of its own lists is another one.
  useRecords((records) => records.linksAt(id));
  useRecords((records) => records.evidenceFor(id));
  useRecords((records) => records.list('tag'));
  const { records } = session.store;
  const selected = (look & isSelected) > 0;
  const cellId = (column: EvidenceColumn): string => `evidence-${column}-${index}`;
  const others = columns.filter((column) => !naming.includes(column));
  return (
    <GridRow
      className="article-line evidence-row"
      data-index={index}
      data-selected={selected || undefined}
      data-selecting={(look & isSelecting) > 0 || undefined}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-labelledby={naming.map(cellId).join(' ')}
      aria-describedby={others.map(cellId).join(' ')}
      tabIndex={props.isStop ? 0 : -1}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <GridCell aria-colindex={1} className="evidence-mark">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label="Selected"
          onChange={() => undefined}
        />
      </GridCell>
      {columns.map((column, place) => (
        <GridCell
          key={column}
          id={cellId(column)}
          aria-colindex={place + 2}
          className="evidence-cell"
          data-column={column}
        >
          {column === 'tags' ? (
            <Tags item={item} />
          ) : (
            <Words text={evidenceText(item, column, records)} />
          )}
        </GridCell>
      ))}
    </GridRow>
  );
});

/** What a row is called by; the other columns describe it. */
const naming: readonly EvidenceColumn[] = ['number', 'quote'];

/** Longer texts are cut in the table; the preview, the Inspector and the exported table have them whole. */
const mostShown = 400;

function Words({ text }: { readonly text: string }): ReactNode {
  return text.length <= mostShown ? text : `${text.slice(0, mostShown).toWellFormed()}…`;
}

function Tags({ item }: { readonly item: EvidenceItem }): ReactNode {
  const { records } = useSession().store;
  return item.annotation.tagIds.map((id, index) => {
    const tag = records.get('tag', id);
    return (
      <span key={id} className="evidence-tag">
        <span className="dot" data-color={tag?.color} />
        {tag?.name ?? 'a removed tag'}
        {index < item.annotation.tagIds.length - 1 && <span className="visually-hidden">, </span>}
      </span>
    );
  });
}

const isSelected = 1;
const isSelecting = 2;

function lookOf({ evidence: { selected } }: SessionState, id: AnnotationId): number {
  return (selected.has(id) ? isSelected : 0) | (selected.size > 0 ? isSelecting : 0);
}

/** The head of a group; it folds the group up and opens it. */
export const EvidenceGroupRow = memo(function EvidenceGroupRow(
  props: LinePlace & {
    readonly group: EvidenceGroup;
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
      aria-rowindex={props.index + 2}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <GroupCell
        title={group.title}
        isNamed
        color={group.color}
        count={group.items.length}
        what={['annotation', 'annotations']}
        isOpen={props.isOpen}
        isStop={props.isStop}
        columnCount={props.columnCount}
        onToggle={() => toggleEvidenceGroup(session, group.id)}
      />
    </GridRow>
  );
});
