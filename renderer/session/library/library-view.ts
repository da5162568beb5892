import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { SettingRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';

export const sortKeys = [
  'published',
  'title',
  'outlet',
  'updated',
  'added',
  'words',
  'annotations',
  'state',
] as const;
export type SortKey = (typeof sortKeys)[number];

export const groupKeys = [
  'none',
  'day',
  'month',
  'year',
  'outlet',
  'language',
  'tag',
  'folder',
  'cluster',
  'state',
] as const;
export type GroupKey = (typeof groupKeys)[number];

export const columnKeys = [
  'title',
  'outlet',
  'published',
  'updated',
  'byline',
  'language',
  'section',
  'words',
  'annotations',
  'tags',
  'added',
  'folder',
  'cluster',
  'state',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** How the analyst wants the Library: a setting of the project. */
export interface LibraryView {
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly group: GroupKey;
  /** Of the wide list, in the order of `columnKeys`; the title is always among them. */
  readonly columns: readonly ColumnKey[];
  /** In pixels, of columns that were made wider or narrower. */
  readonly widths: { readonly [Column in ColumnKey]?: number };
  /** A list as wide as a table in place of the narrow one. */
  readonly wide: boolean;
  /** Ids of groups that are folded up. */
  readonly collapsed: readonly string[];
}

export const defaultView: LibraryView = {
  sort: 'published',
  descending: false,
  group: 'day',
  columns: ['title', 'outlet', 'published', 'words', 'annotations', 'tags', 'state'],
  widths: {},
  wide: false,
  collapsed: [],
};

const settingName = 'library-view';
const read = new WeakMap<SettingRecord, LibraryView>();
/** Folded groups of other groupings are kept too, up to this many in all. */
const collapsedKept = 1_000;

/** The project's choice; the default where there is none. The same object until it changes. */
export function storedView(records: RecordSource): LibraryView {
  const setting = findSetting(records);
  if (setting === null) return defaultView;
  const known = read.get(setting);
  if (known !== undefined) return known;
  const view = readView(setting.value);
  read.set(setting, view);
  return view;
}

/** What is shown: the project's choice, or this window's where nothing may be written. */
export function presentView(session: Session): LibraryView {
  return session.get().libraryView ?? storedView(session.store.records);
}

/** Changes how the Library is shown. Kept with the project; no step of undo, as nothing of the work changes. */
export function changeView(session: Session, patch: Partial<LibraryView>): void {
  const { store } = session;
  const view = tidy({ ...presentView(session), ...patch });
  if (store.project.readOnly !== null) {
    session.set({ libraryView: view });
    return;
  }
  const setting = findSetting(store.records);
  const name = 'Change the view of the Library';
  if (setting === null) {
    const made = newRecord(store.maker, 'setting', { name: settingName, value: view });
    store.commit(name, { added: [made], updated: [], removed: [] }, { undoable: false });
  } else {
    const changed = nextRecord(store.maker, setting, { value: view });
    store.commit(
      name,
      { added: [], updated: [[setting, changed]], removed: [] },
      { undoable: false },
    );
  }
}

function findSetting(records: RecordSource): SettingRecord | null {
  return records.list('setting').find(({ name }) => name === settingName) ?? null;
}

function tidy(view: LibraryView): LibraryView {
  return {
    ...view,
    columns: columnKeys.filter((column) => column === 'title' || view.columns.includes(column)),
    collapsed: view.collapsed.slice(-collapsedKept),
  };
}

/** Reads what a setting holds, whatever it is: what a newer or older version wrote and this one does not know is left out. */
export function readView(value: unknown): LibraryView {
  const stored = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const oneOf = <Key extends string>(keys: readonly Key[], name: string, other: Key): Key =>
    keys.find((key) => key === stored[name]) ?? other;
  const list = (name: string): readonly unknown[] | null =>
    Array.isArray(stored[name]) ? stored[name] : null;
  const widths = (stored.widths ?? {}) as Record<string, unknown>;
  return tidy({
    sort: oneOf(sortKeys, 'sort', defaultView.sort),
    descending: stored.descending === true,
    group: oneOf(groupKeys, 'group', defaultView.group),
    columns: columnKeys.filter((key) =>
      (list('columns') ?? (defaultView.columns as readonly unknown[])).includes(key),
    ),
    widths: Object.fromEntries(
      columnKeys.flatMap((key) => (typeof widths[key] === 'number' ? [[key, widths[key]]] : [])),
    ),
    wide: stored.wide === true,
    collapsed: (list('collapsed') ?? []).filter((id): id is string => typeof id === 'string'),
  });
}

/** Folds a group of the list up, or opens it. Kept with the project. */
export function toggleGroup(session: Session, id: string): void {
  const { collapsed } = presentView(session);
  const others = collapsed.filter((other) => other !== id);
  const wasOpen = others.length === collapsed.length;
  changeView(session, { collapsed: wasOpen ? [...collapsed, id] : others });
}

/** Folds these groups up, or opens them. */
export function foldGroups(session: Session, ids: readonly string[], folded: boolean): void {
  const { collapsed } = presentView(session);
  const named = new Set(ids);
  const others = collapsed.filter((id) => !named.has(id));
  changeView(session, { collapsed: folded ? [...others, ...ids] : others });
}
