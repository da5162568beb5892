import { Archive, Columns2, GitCompareArrows, Star } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { showClusterDifferences, similarityText } from '../../session/library/clusters.ts';
import { toggleMark } from '../../session/library/library-actions.ts';
import {
  cellText,
  marked,
  numberColumns,
  shortDate,
  stateText,
} from '../../session/library/library-columns.ts';
import type { LibraryItem } from '../../session/library/library-item.ts';
import { articlesOf } from '../../session/library/library-selection.ts';
import type { ColumnKey, GroupKey } from '../../session/library/library-view.ts';
import type { SessionState } from '../../session/session-state.ts';
import { shownPanes } from '../../session/shown-panes.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { GridCell, GridRow } from './grid-parts.tsx';
import type { LinePlace } from './group-row.tsx';

/** An article in the list: two lines in the narrow one, cells under the heads of columns in the wide one. */
export const ArticleRow = memo(function ArticleRow(
  props: LinePlace & {
    readonly item: LibraryItem;
    /** `null`: the narrow list. */
    readonly columns: readonly ColumnKey[] | null;
    readonly group: GroupKey;
    readonly measure: ((element: HTMLElement | null) => void) | null;
  },
): ReactNode {
  const { item, columns, index } = props;
  // One subscription for all of it: thirty lines come and go with each letter typed into the filter.
  const look = useSessionState((state) => lookOf(state, item.id));
  const selected = (look & isSelected) > 0;
  const titleId = `library-title-${index}`;
  const factsId = `library-facts-${index}`;
  return (
    <GridRow
      ref={props.measure}
      className="article-line article"
      data-index={index}
      data-open={(look & isOpen) > 0 || undefined}
      data-active={(look & isActive) > 0 || undefined}
      data-unread={!item.read || undefined}
      data-selected={selected || undefined}
      data-selecting={(look & isSelecting) > 0 || undefined}
      aria-rowindex={props.rowIndex}
      aria-selected={selected}
      aria-labelledby={titleId}
      aria-describedby={
        columns === null ? factsId : [factsId, ...columns.flatMap(cellIdOf(index))].join(' ')
      }
      tabIndex={props.isStop ? 0 : -1}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {columns === null ? (
        <NarrowCell
          item={item}
          group={props.group}
          selected={selected}
          titleId={titleId}
          factsId={factsId}
        />
      ) : (
        <WideCells
          item={item}
          index={index}
          columns={columns}
          group={props.group}
          selected={selected}
          titleId={titleId}
          factsId={factsId}
        />
      )}
    </GridRow>
  );
});

const isOpen = 1;
const isActive = 2;
const isSelected = 4;
const isSelecting = 8;

/** What the window's state says of a line, as flags. */
function lookOf(state: SessionState, id: ArticleId): number {
  const { activePane, library } = state;
  const pane = shownPanes(state).find(({ articleId }) => articleId === id)?.id;
  return (
    (pane === undefined ? 0 : isOpen) |
    (pane === activePane ? isActive : 0) |
    (library.selected.has(id) ? isSelected : 0) |
    (library.selected.size > 0 ? isSelecting : 0)
  );
}

interface CellProps {
  readonly item: LibraryItem;
  readonly selected: boolean;
  readonly titleId: string;
  readonly factsId: string;
}

function NarrowCell(props: CellProps & { readonly group: GroupKey }): ReactNode {
  const { item, group } = props;
  const { listed } = item;
  const annotations = useRecords((records) => records.annotationsOf(item.id).length);
  const { title, outlet } = listed.metadata;
  const when = group === 'day' ? listed.time : marked(item, 'published', shortDate(item.day));
  const from = marked(item, 'outlet', outlet ?? '') || 'Outlet not stated';
  const source = group === 'outlet' ? when : [from, when];
  const said = stateText(item);
  return (
    <GridCell className="article-cell">
      <Mark item={item} selected={props.selected} />
      <div className="article-title" id={props.titleId}>
        {title}
      </div>
      <div className="article-facts">
        <span id={props.factsId} className="article-source">
          {said !== '' && <span className="visually-hidden">{said}; </span>}
          {[source].flat().filter(Boolean).join(' · ')}
        </span>
        <RowButtons item={item} />
        {item.tagIds.length > 0 && <TagDots item={item} />}
        {group === 'cluster' && <Similarity item={item} />}
        <StateMarks item={item} />
        {annotations > 0 && (
          <span className="article-count">
            {annotations}
            <span className="visually-hidden"> annotations</span>
          </span>
        )}
      </div>
    </GridCell>
  );
}

/** Of each column that says more than the name of the row: what its cell is called. */
const cellIdOf =
  (index: number) =>
  (column: ColumnKey): readonly string[] =>
    column === 'title' || column === 'state' ? [] : [`library-${column}-${index}`];

function WideCells(
  props: CellProps & {
    readonly index: number;
    readonly columns: readonly ColumnKey[];
    readonly group: GroupKey;
  },
): ReactNode {
  const { item } = props;
  // Without a column of its own, as in the narrow list.
  const likeness = props.group === 'cluster' && !props.columns.includes('cluster');
  const said = stateText(item);
  return (
    <>
      <GridCell className="article-cell article-mark-cell" aria-colindex={1}>
        <Mark item={item} selected={props.selected} />
        <span id={props.factsId} className="visually-hidden">
          {said}
        </span>
      </GridCell>
      {props.columns.map((column, index) => (
        <GridCell
          key={column}
          id={cellIdOf(props.index)(column)[0]}
          className="article-cell"
          data-column={column}
          data-number={numberColumns.has(column) || undefined}
          aria-colindex={index + 2}
        >
          {column === 'title' ? (
            <>
              <span className="article-title" id={props.titleId}>
                {item.listed.metadata.title}
              </span>
              <RowButtons item={item} />
              {likeness && <Similarity item={item} />}
            </>
          ) : (
            <Cell item={item} column={column} />
          )}
        </GridCell>
      ))}
    </>
  );
}

function Cell({
  item,
  column,
}: {
  readonly item: LibraryItem;
  readonly column: ColumnKey;
}): ReactNode {
  const clusters = useSessionState((state) => state.clusters);
  const text = useRecords((records) => cellText(item, column, records, clusters));
  if (column === 'cluster') return text === '' ? null : <Similarity item={item} text={text} />;
  if (column === 'state') return <StateMarks item={item} />;
  return (
    <span title={text}>
      {column === 'tags' && item.tagIds.length > 0 && <TagDots item={item} />}
      {text}
    </span>
  );
}

/** Whether it was read, and on the way to a selection whether it is chosen. */
function Mark({
  item,
  selected,
}: {
  readonly item: LibraryItem;
  readonly selected: boolean;
}): ReactNode {
  return (
    <span className="article-mark">
      {!item.read && <span className="article-unread" aria-hidden="true" />}
      <input
        type="checkbox"
        tabIndex={-1}
        checked={selected}
        readOnly
        aria-label={`Select: ${item.listed.metadata.title}`}
      />
    </span>
  );
}

function TagDots({ item }: { readonly item: LibraryItem }): ReactNode {
  const tags = useRecords((records) => records.list('tag'));
  const names = tags.filter(({ id }) => item.tagIds.includes(id));
  return (
    <span className="article-tags">
      {names.map((tag) => (
        <span key={tag.id} className="dot" data-color={tag.color} title={tag.name}>
          <span className="visually-hidden">tag {tag.name} </span>
        </span>
      ))}
    </span>
  );
}

function StateMarks({ item }: { readonly item: LibraryItem }): ReactNode {
  if (!item.starred && !item.archived) return null;
  return (
    <span className="article-state">
      {item.starred && <Star size={12} aria-hidden="true" className="article-star" />}
      {item.archived && <Archive size={12} aria-hidden="true" />}
    </span>
  );
}

/** How like the first of its cluster it is; a press shows where they differ. */
function Similarity(props: { readonly item: LibraryItem; readonly text?: string }): ReactNode {
  const session = useSession();
  const { item } = props;
  const place = useSessionState((state) => state.clusters.get(item.id));
  if (place === undefined) return null;
  const figure = place.isFirst ? 'first' : similarityText(place.similarity);
  const about = place.isFirst
    ? 'Differences from the second of the cluster'
    : `${figure}: differences from the first of the cluster`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="article-similarity"
      aria-label={`${about}: ${item.listed.metadata.title}`}
      title={about}
      onClick={() => showClusterDifferences(session, item.id)}
    >
      {props.text ?? figure}
      <GitCompareArrows size={12} aria-hidden="true" />
    </button>
  );
}

/** What a line offers when the pointer or the keyboard is on it. */
function RowButtons({ item }: { readonly item: LibraryItem }): ReactNode {
  const session = useSession();
  const { title } = item.listed.metadata;
  if (item.trashedAt !== null) return null;
  const readOnly = session.store.project.readOnly !== null;
  return (
    <span className="article-buttons">
      <span>
        {!readOnly && (
          <button
            type="button"
            tabIndex={-1}
            className="button quiet icon"
            aria-label={`${item.starred ? 'Unstar' : 'Star'}: ${title}`}
            title={item.starred ? 'Unstar' : 'Star'}
            onClick={() => toggleMark(session, articlesOf(session, [item.id]), 'starred')}
          >
            <Star
              size={14}
              aria-hidden="true"
              className={item.starred ? 'article-star' : undefined}
            />
          </button>
        )}
        <button
          type="button"
          tabIndex={-1}
          className="button quiet icon"
          aria-label={`Open beside: ${title}`}
          title="Open beside"
          onClick={() => session.panes.open(item.id, { beside: true, focus: true })}
        >
          <Columns2 size={14} aria-hidden="true" />
        </button>
      </span>
    </span>
  );
}
