import type { Instant } from '../../../app/base/brand.ts';
import type { ArticleRecord, Origin } from '../../../app/record/records.ts';
import { articlesFolderId, placeKeys } from './place-keys.ts';

/** What stands at a place: the article that was read from there last, and the origin that says so. */
export interface Standing {
  readonly article: ArticleRecord;
  readonly origin: Origin;
}

/** What stands at the place of an origin, whatever its bytes; `null` when nothing was read there. */
export function standingAt(
  origin: Origin,
  articlesAt: (placeKey: string) => readonly ArticleRecord[],
): Standing | null {
  let last: Standing | null = null;
  for (const article of new Set(placeKeysOf(origin).flatMap(articlesAt))) {
    for (const known of article.origins) {
      if (!isSamePlace(known, origin)) continue;
      // Of two of one moment, which only records of other machines have, the later in the list.
      if (last === null || known.importedAt >= last.origin.importedAt) {
        last = { article, origin: known };
      }
    }
  }
  return last;
}

/** Whether an origin is of the same place as one that was just read; the copy in the project is no other place. */
export function isSamePlace(known: Origin, read: Origin): boolean {
  const keys = placeKeys(known);
  return placeKeysOf(read).some((key) => keys.includes(key));
}

/**
 * An article's origins with one that was just read as the last. The same bytes at the same place are one origin; but for
 * the copy of an origin, which may be changed while the file itself is not.
 */
export function withOrigin(origins: readonly Origin[], origin: Origin): readonly Origin[] {
  const isTaken = (known: Origin) =>
    known.fileHash === origin.fileHash && isSamePlace(known, origin) && isSamePlace(origin, known);
  return [...origins.filter((known) => !isTaken(known)), origin];
}

/** An origin that no place is known of any more: what stands there is another state or another article. */
export function withoutPlace({ place: _, folderId: __, path: ___, ...origin }: Origin): Origin {
  return origin;
}

/** Whether an origin is an original in the project's folder that the analyst changed there, of an article read elsewhere. */
export function isEditedCopy({ folderId, path }: Origin, { origins }: ArticleRecord): boolean {
  return (
    folderId === articlesFolderId &&
    origins.some((other) => other.folderId !== articlesFolderId && other.fileName === path)
  );
}

/** A moment that is after another one, also where the clock was put back. */
export function momentAfter(now: Instant, other: Instant | null): Instant {
  if (other === null || now > other) return now;
  return new Date(Date.parse(other) + 1).toISOString() as Instant;
}

function placeKeysOf(origin: Origin): readonly string[] {
  return placeKeys({ ...origin, fileName: '' });
}
