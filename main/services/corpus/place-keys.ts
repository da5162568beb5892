import { createHash } from 'node:crypto';
import type { Origin } from '../../../app/record/records.ts';

/** The id of the project's own watched folder. */
export const articlesFolderId = 'articles';

/** A file, wherever it is: nowhere, for one whose place was forgotten. */
export type FilePlace = Pick<Origin, 'place' | 'folderId' | 'path'> & {
  readonly fileName?: string;
};

/** A file below a watched folder. */
export interface FolderPlace {
  readonly folderId: string;
  readonly path: string;
}

/**
 * By what an article is found again when its file is read again: the place it was read from, its path in a watched
 * folder, and its copy in the project, which may be edited there; each with what tells its part from others, if it is
 * one. A part with a key is known by that, wherever in the file it stands.
 */
export function placeKeys(origin: FilePlace & Pick<Origin, 'part' | 'key'>): readonly string[] {
  const { part, key } = origin;
  const end = key !== undefined ? `\0#${key}` : part !== undefined ? `\0${part}` : '';
  return fileKeys(origin).map((file) => `${file}${end}`);
}

/** The keys of the file as a whole. */
export function fileKeys({ place, folderId, path, fileName }: FilePlace): readonly string[] {
  const keys: string[] = [];
  if (place !== undefined) keys.push(place);
  if (folderId !== undefined && path !== undefined) keys.push(`${folderId}/${path}`);
  if (fileName !== undefined && fileName !== '') {
    const copy = `${articlesFolderId}/${fileName}`;
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
