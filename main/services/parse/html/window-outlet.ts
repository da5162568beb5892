import { wordsKey } from '../../../../app/article/headline.ts';
import { statedName } from '../stated-metadata.ts';

const longestOutlet = 40;

/**
 * The outlet's name that stands behind the headline in the window's title, "A date - The Observer", if it goes with the
 * page's address: the letters of `observer.example` are in it, in order. Another part of a title would seldom pass.
 */
export function windowOutlet(
  windowTitle: string | null,
  title: string | null,
  url: string | null,
): string | null {
  if (windowTitle === null || title === null || url === null) return null;
  const last = /(?:\s[-–—|:·•/\\»]|[|_])\s*([^|_–—·•»]+)$/su.exec(windowTitle)?.[1];
  const name = statedName(last?.replace(/^.*\s-\s/su, ''));
  if (name === null || name.length > longestOutlet) return null;
  if (!wordsKey(windowTitle).startsWith(wordsKey(title)) || wordsKey(name) === wordsKey(title)) {
    return null;
  }
  return isNameOf(name, url) ? name : null;
}

/** Whether a host's own label, "observer" of `www.observer.example`, is the name or a shorter form of it. */
function isNameOf(name: string, url: string): boolean {
  const labels = new URL(url).hostname.replace(/^www\d*\./, '').split('.');
  const label = labels
    .slice(0, -1)
    .reduce((one, next) => (next.length > one.length ? next : one), '');
  const letters = withoutArticle(label.replaceAll('-', ''));
  const words = withoutArticle(wordsKey(name));
  if (letters.length < 3 || words[0] !== letters[0]) return false;
  let found = 0;
  for (const letter of words) if (letter === letters[found]) found += 1;
  return found === letters.length;
}

function withoutArticle(letters: string): string {
  return letters.replace(/^the(?=...)/, '');
}
