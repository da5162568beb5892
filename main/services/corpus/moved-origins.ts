import type { ArticleRecord, Origin } from '../../../app/record/records.ts';
import { articlesFolderId, type FolderPlace } from './place-keys.ts';

/** An article's origins when the file that it was read from is elsewhere in its folder now. */
export function movedOrigins(
  { origins }: ArticleRecord,
  from: FolderPlace,
  to: Origin,
): readonly Origin[] {
  const isThere = ({ folderId, path }: Origin) => folderId === from.folderId && path === from.path;
  const isCopy = ({ fileName }: Origin) =>
    from.folderId === articlesFolderId && fileName === from.path;
  // Each state of a file that changed left an origin there; it is one file that goes.
  const first = origins.find(isThere);
  return origins
    .filter((known) => known === first || !isThere(known))
    .map((known) => {
      if (known === first) return to;
      return isCopy(known) ? { ...known, fileName: to.fileName } : known;
    });
}

/** An article's origins when a place is in a watched folder now, which was none; `null`: nothing changed. */
export function watchedOrigins(
  { origins }: ArticleRecord,
  { place, folderId, path }: Origin,
): readonly Origin[] | null {
  const isElsewhere = (known: Origin) =>
    place !== undefined &&
    known.place === place &&
    folderId !== undefined &&
    path !== undefined &&
    (known.folderId !== folderId || known.path !== path);
  if (folderId === undefined || path === undefined || !origins.some(isElsewhere)) return null;
  return origins.map((known) => (isElsewhere(known) ? { ...known, folderId, path } : known));
}
