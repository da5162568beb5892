import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import { setLinks } from './links-selection.ts';

export const linkColumns = ['from', 'relation', 'to', 'note', 'created'] as const;
export type LinkColumn = (typeof linkColumns)[number];

/** What rows are sorted by: of equals by the first the second decides, and so on. */
export interface LinkSort {
  readonly column: LinkColumn;
  readonly descending: boolean;
}

/** How the analyst wants the links: a setting of the project. */
export interface LinksView {
  /** As what they are shown. */
  readonly as: 'table' | 'graph' | 'clusters';
  /** In pixels, of columns that were made wider or narrower. */
  readonly widths: { readonly [Column in LinkColumn]?: number };
  /** Each column once, at most `mostSorts`; never empty. */
  readonly sorts: readonly LinkSort[];
}

const mostSorts = 3;

const initial: LinksView = {
  as: 'table',
  widths: {},
  sorts: [{ column: 'from', descending: false }],
};

const setting = viewSetting<LinksView>({
  name: 'links-view',
  changeName: 'Change the view of the links',
  initial,
  read: readLinksView,
});

/** The project's choice; the default where there is none. The same object until it changes. */
export const storedLinksView = setting.stored;

/** Changes how the links are shown. Kept with the project. */
export function changeLinksView(session: Session, patch: Partial<LinksView>): void {
  const present = session.get().links.view ?? setting.stored(session.store.records);
  const view = { ...present, ...patch };
  if (session.store.project.readOnly !== null) setLinks(session, { view });
  else setting.store(session, view);
}

/** What a press on a column's head means, as in the table of annotations. */
export function sortedLinksBy(
  sorts: readonly LinkSort[],
  column: LinkColumn,
  also: boolean,
): readonly LinkSort[] {
  const known = sorts.find((sort) => sort.column === column);
  const turned = { column, descending: known !== undefined && !known.descending };
  if (!also) return [sorts[0]?.column === column ? turned : { column, descending: false }];
  return known === undefined
    ? [...sorts, turned].slice(-mostSorts)
    : sorts.map((sort) => (sort === known ? turned : sort));
}

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
export function readLinksView(value: unknown): LinksView {
  const stored = recordOf(value);
  const widths = recordOf(stored.widths);
  const sorts = (Array.isArray(stored.sorts) ? stored.sorts : []).flatMap(
    (sort: unknown): readonly LinkSort[] => {
      const { column, descending } = recordOf(sort);
      const known = linkColumns.find((key) => key === column);
      return known === undefined ? [] : [{ column: known, descending: descending === true }];
    },
  );
  const distinct = sorts
    .filter(({ column }, index) => sorts.findIndex((one) => one.column === column) === index)
    .slice(0, mostSorts);
  return {
    as: stored.as === 'graph' || stored.as === 'clusters' ? stored.as : 'table',
    widths: Object.fromEntries(
      linkColumns.flatMap((key) => {
        const width = widths[key];
        return typeof width === 'number' && width > 0 ? [[key, width]] : [];
      }),
    ),
    sorts: distinct.length === 0 ? initial.sorts : distinct,
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}
