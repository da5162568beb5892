import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import { setClaims } from './claims-state.ts';

/** What the claims can be sorted by; `order` is their own, as a tree. */
export const claimsSorts = [
  'order',
  'number',
  'wording',
  'speaker',
  'said on',
  'status',
  'importance',
  'passages',
] as const;
export type ClaimsSort = (typeof claimsSorts)[number];

/** How the analyst wants the list of claims: a setting of the project. */
export interface ClaimsListView {
  readonly sort: ClaimsSort;
  readonly descending: boolean;
  /** Ids of claims that are folded up. */
  readonly collapsed: readonly string[];
}

const initial: ClaimsListView = { sort: 'order', descending: false, collapsed: [] };

/** Folded claims are kept up to this many. */
const collapsedKept = 2_000;

const setting = viewSetting<ClaimsListView>({
  name: 'claims-list',
  changeName: 'Change the view of the claims',
  initial,
  read: readClaimsListView,
});

/** The project's choice; the default where there is none. The same object until it changes. */
export const storedClaimsListView = setting.stored;

/** What is shown: the project's choice, or this window's where nothing may be written. The same object until it changes. */
export function claimsListView(session: Session): ClaimsListView {
  return session.get().claims.view ?? setting.stored(session.store.records);
}

/** Changes how the list is shown. Kept with the project; where nothing may be written, with the window. */
export function changeClaimsListView(session: Session, patch: Partial<ClaimsListView>): void {
  const changed = { ...claimsListView(session), ...patch };
  const view = { ...changed, collapsed: changed.collapsed.slice(-collapsedKept) };
  if (session.store.project.readOnly !== null) setClaims(session, { view });
  else setting.store(session, view);
}

/** Folds a claim up, or opens it. */
export function foldClaim(session: Session, id: string, folded: boolean): void {
  const { collapsed } = claimsListView(session);
  if (collapsed.includes(id) === folded) return;
  const others = collapsed.filter((other) => other !== id);
  changeClaimsListView(session, { collapsed: folded ? [...others, id] : others });
}

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
export function readClaimsListView(value: unknown): ClaimsListView {
  const stored = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const collapsed = Array.isArray(stored.collapsed) ? stored.collapsed : [];
  return {
    sort: claimsSorts.find((sort) => sort === stored.sort) ?? initial.sort,
    descending: stored.descending === true,
    collapsed: collapsed.filter((id): id is string => typeof id === 'string'),
  };
}
