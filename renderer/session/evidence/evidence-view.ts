import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import { setEvidence } from './evidence-selection.ts';

export const evidenceColumns = [
  'number',
  'article',
  'quote',
  'tags',
  'note',
  'outlet',
  'date',
  'links',
  'claims',
  'author',
  'created',
] as const;
export type EvidenceColumn = (typeof evidenceColumns)[number];

export const evidenceGroups = [
  'none',
  'article',
  'outlet',
  'day',
  'month',
  'tag',
  'claim',
] as const;
export type EvidenceGroupKey = (typeof evidenceGroups)[number];

/** What rows are sorted by: of equals by the first the second decides, and so on. */
export interface EvidenceSort {
  readonly column: EvidenceColumn;
  readonly descending: boolean;
}

/** How the analyst wants the table of annotations: a setting of the project. */
export interface EvidenceView {
  /** In the order of `evidenceColumns`; number and quotation are always among them. */
  readonly columns: readonly EvidenceColumn[];
  /** In pixels, of columns that were made wider or narrower. */
  readonly widths: { readonly [Column in EvidenceColumn]?: number };
  /** Each column once, at most `mostSorts`; never empty. */
  readonly sorts: readonly EvidenceSort[];
  readonly group: EvidenceGroupKey;
  /** Ids of groups that are folded up. */
  readonly collapsed: readonly string[];
}

const defaultEvidenceView: EvidenceView = {
  columns: ['number', 'article', 'quote', 'tags', 'note', 'outlet', 'date', 'links', 'claims'],
  widths: {},
  sorts: [{ column: 'number', descending: false }],
  group: 'none',
  collapsed: [],
};

const mostSorts = 4;
/** Folded groups of other groupings are kept too, up to this many in all. */
const collapsedKept = 1_000;

const setting = viewSetting<EvidenceView>({
  name: 'evidence-view',
  changeName: 'Change the view of the evidence',
  initial: defaultEvidenceView,
  read: readEvidenceView,
});

/** The project's choice; the default where there is none. The same object until it changes. */
export const storedEvidenceView = setting.stored;

/** What is shown: the project's choice, or this window's where nothing may be written. */
function presentEvidenceView(session: Session): EvidenceView {
  return session.get().evidence.view ?? setting.stored(session.store.records);
}

/** Changes how the table is shown. Kept with the project. */
export function changeEvidenceView(session: Session, patch: Partial<EvidenceView>): void {
  const view = tidy({ ...presentEvidenceView(session), ...patch });
  if (session.store.project.readOnly !== null) setEvidence(session, { view });
  else setting.store(session, view);
}

/**
 * What a press on a column's head means: sorted by that column alone, or, if it was sorted so already, the other way round.
 * `also`: what it is sorted by already stays, and decides before it.
 */
export function sortedBy(
  sorts: readonly EvidenceSort[],
  column: EvidenceColumn,
  also: boolean,
): readonly EvidenceSort[] {
  const known = sorts.find((sort) => sort.column === column);
  const turned = { column, descending: known !== undefined && !known.descending };
  if (!also) return [sorts[0]?.column === column ? turned : { column, descending: false }];
  return known === undefined
    ? [...sorts, turned].slice(-mostSorts)
    : sorts.map((sort) => (sort === known ? turned : sort));
}

/** Folds a group up, or opens it. */
export function toggleEvidenceGroup(session: Session, id: string): void {
  const { collapsed } = presentEvidenceView(session);
  const others = collapsed.filter((other) => other !== id);
  const wasOpen = others.length === collapsed.length;
  changeEvidenceView(session, { collapsed: wasOpen ? [...collapsed, id] : others });
}

/** Folds these groups up, or opens them. */
export function foldEvidenceGroups(
  session: Session,
  ids: readonly string[],
  folded: boolean,
): void {
  const named = new Set(ids);
  const others = presentEvidenceView(session).collapsed.filter((id) => !named.has(id));
  changeEvidenceView(session, { collapsed: folded ? [...others, ...ids] : others });
}

function tidy(view: EvidenceView): EvidenceView {
  return {
    ...view,
    columns: evidenceColumns.filter(
      (column) => column === 'number' || column === 'quote' || view.columns.includes(column),
    ),
    sorts: view.sorts.length === 0 ? defaultEvidenceView.sorts : view.sorts,
    collapsed: view.collapsed.slice(-collapsedKept),
  };
}

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
export function readEvidenceView(value: unknown): EvidenceView {
  const stored = recordOf(value);
  const list = (name: string): readonly unknown[] | null =>
    Array.isArray(stored[name]) ? stored[name] : null;
  const widths = recordOf(stored.widths);
  const columns = list('columns') ?? defaultEvidenceView.columns;
  const sorts = (list('sorts') ?? []).flatMap((sort): readonly EvidenceSort[] => {
    const { column, descending } = recordOf(sort);
    const known = evidenceColumns.find((key) => key === column);
    return known === undefined ? [] : [{ column: known, descending: descending === true }];
  });
  return tidy({
    columns: evidenceColumns.filter((key) => columns.includes(key)),
    widths: Object.fromEntries(
      evidenceColumns.flatMap((key) => {
        const width = widths[key];
        return typeof width === 'number' && width > 0 ? [[key, width]] : [];
      }),
    ),
    sorts: sorts
      .filter(({ column }, index) => sorts.findIndex((one) => one.column === column) === index)
      .slice(0, mostSorts),
    group: evidenceGroups.find((key) => key === stored.group) ?? defaultEvidenceView.group,
    collapsed: (list('collapsed') ?? []).filter((id): id is string => typeof id === 'string'),
  });
}

function recordOf(value: unknown): Record<string, unknown> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}
