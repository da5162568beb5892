import { type ReactNode, useMemo } from 'react';
import {
  columnTitles,
  numberColumns,
  sortOfColumn,
} from '../../session/library/library-columns.ts';
import {
  type ColumnKey,
  changeView,
  type LibraryView,
} from '../../session/library/library-view.ts';
import { type GridColumn, GridColumnHeads } from '../parts/grid-column-heads.tsx';
import { useSession } from '../parts/session-context.ts';

/** The heads of the wide list. */
export function ColumnHeads(props: {
  readonly view: LibraryView;
  readonly columns: readonly ColumnKey[];
}): ReactNode {
  const session = useSession();
  const { view } = props;
  const columns = useMemo(
    () =>
      props.columns.map((key): GridColumn<ColumnKey> => {
        const sort = sortOfColumn(key);
        const { descending } = view;
        return {
          key,
          title: columnTitles[key],
          isNumber: numberColumns.has(key),
          canSort: sort !== null,
          sorted: sort !== null && sort === view.sort ? { descending, rank: 0 } : null,
        };
      }),
    [props.columns, view],
  );
  return (
    <GridColumnHeads
      columns={columns}
      actions={{
        sort: (key) => {
          const sort = sortOfColumn(key);
          const isSame = sort === view.sort;
          if (sort !== null) changeView(session, { sort, descending: isSame && !view.descending });
        },
        resize: (key, width) => changeView(session, { widths: { ...view.widths, [key]: width } }),
      }}
    />
  );
}
