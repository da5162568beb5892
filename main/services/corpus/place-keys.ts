import { createHash } from 'node:crypto';
import type { Origin } from '../../../app/record/records.ts';

/** The id of the project's own watched folder. */
export const articlesFolderId = 'articles';

type Place = Pick<Origin, 'place' | 'folderId' | 'path' | 'part'> & { readonly fileName?: string };

/**
 * By what an article is found again when its file is read again: the place it was read from, its path in a watched
 * folder, and its copy in the project, which may be edited there.
 */
export function placeKeys({ place, folderId, path, fileName, part }: Place): readonly string[] {
  const end = part === undefined ? '' : `\0${part}`;
  const keys: string[] = [];
  if (place !== undefined) keys.push(`${place}${end}`);
  if (folderId !== undefined && path !== undefined) keys.push(`${folderId}/${path}${end}`);
  if (fileName !== undefined && fileName !== '') {
    const copy = `${articlesFolderId}/${fileName}${end}`;
    if (!keys.includes(copy)) keys.push(copy);
  }
  return keys;
}

/** What tells a place without naming it. */
export function placeOf(absolutePath: string): string {
  return createHash('sha256').update(absolutePath, 'utf8').digest('hex');
}

/** Some systems give a name back with its accents composed, some decomposed. */
export function copyKey(fileName: string): string {
  return fileName.normalize('NFC');
}

/** An address without what does not tell pages apart. */
export function comparableUrl(url: string): string {
  return url
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}
