import { join, normalize, sep } from 'node:path';

/** The scheme of our own pages. */
export const pageScheme = 'app';

const host = 'variorum';

/** Where all pages live. It never changes: to the engine another origin is another, empty, database. */
export const pageOrigin = `${pageScheme}://${host}`;

/** The one page there is. */
export const pageAddress = `${pageOrigin}/index.html`;

/** The file that an address of ours means, or `null` if it means none inside the folder. */
export function pagePath(folder: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${pageScheme}:` || url.host !== host) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  return path.startsWith(folder + sep) ? path : null;
}
