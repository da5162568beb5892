import { canonicalBlockText } from './canonical-text.ts';

/** The title of an article whose source states none: the file's name without folder and ending (rule T9). */
export function fileTitle(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  // A dot in front hides a file on some systems; it starts no ending.
  return canonicalBlockText(dot > 0 ? name.slice(0, dot) : name) || 'Untitled';
}
