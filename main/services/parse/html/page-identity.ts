import { wordsKey } from '../../../../app/article/headline.ts';
import { isSameHeadline } from '../../../../app/article/same-headline.ts';
import type { PrintedHeading } from './printed-headline.ts';
import { titleCuts } from './title-cuts.ts';

/** By what a page is known, to tell data about its article from data about what it links to. */
export interface PageIdentity {
  /** Whether readers see a title: as a main heading, or in the window's title. */
  isPrinted(title: string): boolean;
  /** Whether a title is the page's: 2 in the same words, 1 in about the same, 0 it is not. */
  likeness(title: string): 0 | 1 | 2;
  /** Whether the page prints any headline, so that another one is another story's. */
  readonly hasHeadline: boolean;
  /** Whether an address is the page's own; `null` if the page does not say which that is. */
  isAddress(url: string): boolean | null;
}

/** What the page itself says, without its linked data and microdata. */
export interface OwnFacts {
  readonly headings: readonly PrintedHeading[];
  readonly windowTitle: string | null;
  readonly titles: readonly string[];
  readonly urls: readonly string[];
}

/** Makes the identity of a page. */
export function pageIdentity({ headings, windowTitle, titles, urls }: OwnFacts): PageIdentity {
  const main = headings.filter(({ isMain }) => isMain).map(({ text }) => text);
  const headingKeys = new Set(main.map(wordsKey));
  const windowKey = wordsKey(windowTitle ?? '');
  const isPrinted = (title: string) => {
    const key = wordsKey(title);
    return key !== '' && (headingKeys.has(key) || windowKey.includes(key));
  };
  const known = [windowTitle ?? '', ...titles].flatMap((title) => titleCuts(title, null));
  const knownKeys = new Set(known.map(wordsKey));
  const all = [...main, ...known];
  const addresses = new Set(urls.map(plainAddress));
  return {
    isPrinted,
    likeness: (title) => {
      if (isPrinted(title) || knownKeys.has(wordsKey(title))) return 2;
      return titleCuts(title, null).some((cut) => all.some((one) => isSameHeadline(one, cut)))
        ? 1
        : 0;
    },
    hasHeadline: windowTitle !== null || main.length > 0,
    isAddress: (url) => (addresses.size === 0 ? null : addresses.has(plainAddress(url))),
  };
}

/** An address without what may differ between two ways to one page. */
function plainAddress(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url);
  const query = [...searchParams].filter(([name]) => !name.startsWith('utm_'));
  const host = hostname.replace(/^(?:www|m|amp)\./, '');
  return `${host}${pathname.replace(/\/+$/, '')}?${new URLSearchParams(query)}`;
}
