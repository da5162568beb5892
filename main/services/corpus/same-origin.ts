import type { ArticleRecord, Origin } from '../../../app/record/records.ts';
import { articlesFolderId } from './place-keys.ts';

/** An article's origins with one that may be among them. */
export function withOrigin(article: ArticleRecord, origin: Origin): readonly Origin[] {
  return article.origins.some((known) => isSameOrigin(known, origin))
    ? article.origins
    : [...article.origins, origin];
}

/** Whether two origins are the same bytes at the same place; a copy in the project is no other place than its own. */
export function isSameOrigin(one: Origin, other: Origin): boolean {
  return one.fileHash === other.fileHash && isSamePlace(one, other);
}

/** Whether two origins are the same place, whatever its bytes. */
export function isSamePlace(one: Origin, other: Origin): boolean {
  if (one.part !== other.part) return false;
  if (one.place !== undefined && one.place === other.place) return true;
  if (one.folderId !== undefined && one.folderId === other.folderId) return one.path === other.path;
  if (other.folderId === articlesFolderId && other.path === one.fileName) return true;
  const isPlaceless = (origin: Origin) =>
    origin.place === undefined && origin.folderId === undefined;
  return isPlaceless(one) && isPlaceless(other) && one.fileName === other.fileName;
}
