import type {
  ColumnMove,
  MatrixColumnChoice,
  MatrixColumnGroup,
  MatrixColumnKind,
} from './matrix-columns.ts';
import { type MatrixSort, matrixSorts } from './matrix-rows.ts';

/** How the analyst wants the matrix: a setting of the project. */
export interface MatrixView extends MatrixColumnChoice {
  readonly sort: MatrixSort;
  readonly descending: boolean;
  /** Claims whose parts are folded away. */
  readonly folded: readonly string[];
}

/** For the choices of the screens. */
export const columnKinds = ['article', 'outlet'] as const satisfies readonly MatrixColumnKind[];
export const columnGroups = [
  'none',
  'date',
  'cluster',
  'language',
] as const satisfies readonly MatrixColumnGroup[];

/** How it is shown at first. */
export const defaultMatrixView: MatrixView = {
  columnsBy: 'article',
  group: 'none',
  hidden: [],
  pinned: [],
  moves: [],
  sort: 'order',
  descending: false,
  folded: [],
};

/** More of each are not kept: what was chosen first is forgotten. */
export const mostKept = 2_000;

/** The name of the setting that holds it. */
export const matrixViewSetting = 'matrix-view';

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
export function readMatrixView(value: unknown): MatrixView {
  const stored = recordOf(value);
  return {
    columnsBy: columnKinds.find((key) => key === stored.columnsBy) ?? defaultMatrixView.columnsBy,
    group: columnGroups.find((key) => key === stored.group) ?? defaultMatrixView.group,
    hidden: stringsOf(stored.hidden),
    pinned: stringsOf(stored.pinned),
    moves: listOf(stored.moves)
      .flatMap((move): readonly ColumnMove[] => {
        const { id, after } = recordOf(move);
        const isMove = typeof id === 'string' && (after === null || typeof after === 'string');
        return isMove ? [{ id, after }] : [];
      })
      .slice(-mostKept),
    sort: matrixSorts.find((key) => key === stored.sort) ?? defaultMatrixView.sort,
    descending: stored.descending === true,
    folded: stringsOf(stored.folded),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function stringsOf(value: unknown): readonly string[] {
  const strings = listOf(value).filter((one): one is string => typeof one === 'string');
  return [...new Set(strings)].slice(-mostKept);
}

function recordOf(value: unknown): Record<string, unknown> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}
