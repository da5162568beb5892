import { join } from 'node:path';
import { syncFiles } from '../files/sync-files.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import { storeOriginal } from './store-original.ts';

const longestName = 60;

// Byte order marks: without the first a text that begins with “%PDF-” or “{\\rtf” would be taken for such a file, without
// the second, which no other program writes, one that begins with “<html>” for a page.
const textMark = '\ufeff\ufeff';

/**
 * Keeps what was pasted as an original in the project's `articles` folder, named after its first words, and answers with
 * its path. `html` is preferred where it holds any text. Throws the system's error.
 *
 * @param now ISO 8601, the name of what begins with no words
 */
export async function storePasted(
  folder: string,
  { text, html }: { readonly text: string; readonly html: string | null },
  now: string,
): Promise<string> {
  const isHtml =
    html !== null && /\p{L}|\p{N}/u.test(html.replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, ''));
  const name = pastedName(text, now);
  const bytes = Buffer.from(isHtml ? page(html) : `${textMark}${text}`, 'utf8');
  const { fileName } = storeOriginal(folder, `${name}.${isHtml ? 'html' : 'txt'}`, bytes);
  const path = join(folder, fileName);
  await syncFiles([path]);
  await syncFolder(folder);
  return path;
}

/** Clipboards hold a part of a page, whose coding nothing states. */
function page(html: string): string {
  return /^\s*<!doctype/i.test(html) ? html : `<!doctype html>\n<meta charset="utf-8">\n${html}\n`;
}

function pastedName(text: string, now: string): string {
  const line = text.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  const words = line.trim().replace(/\s+/g, ' ');
  if (words === '') return `Pasted ${now.slice(0, 16).replace('T', ' ').replace(':', '.')}`;
  if (words.length <= longestName) return words.replace(/\.$/, '');
  const cut = words.slice(0, longestName);
  const end = cut.lastIndexOf(' ');
  return end > longestName / 2 ? cut.slice(0, end) : [...cut].slice(0, -1).join('');
}
