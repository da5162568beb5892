import { wordsKey } from '../../../../app/article/headline.ts';
import { statedName } from '../stated-metadata.ts';
import type { HtmlDocument } from './html-node.ts';

// What stands between a headline and the outlet's name in a title.
const separated = /^(.*\S)\s*(?:\s[-–—|:·•/\\»]|[|_])\s*(\S[^|_]*)$/su;

/** The main headings of a page as it prints them, at most twenty. */
export function mainHeadings(document: HtmlDocument): string[] {
  return [...document.querySelectorAll('h1, [itemprop~="headline"]')]
    .slice(0, 20)
    .map((heading) => statedName(heading.getAttribute('content') ?? heading.textContent))
    .filter((heading): heading is string => heading !== null && wordsKey(heading) !== '');
}

/**
 * The headline as the page prints it, given what its metadata call it: titles come with the outlet's name behind
 * them, and with other quotation marks than the headline that readers see. The page's own wording is taken if a main
 * heading says the same words, or the same but for what follows a separator; nothing else is made up.
 */
export function printedHeadline(
  headings: readonly string[],
  title: string,
  outlet: string | null,
): string {
  const shortened = withoutOutlet(title, outlet);
  const wanted = wordsKey(title);
  const printed = headings.find((heading) => {
    const key = wordsKey(heading);
    if (key === wanted || key === wordsKey(shortened)) return true;
    const long = key.length * 2 > wanted.length;
    return long && wanted.startsWith(key) && endsAtSeparator(title, key);
  });
  return printed ?? shortened;
}

function withoutOutlet(title: string, outlet: string | null): string {
  const [, headline, last] = separated.exec(title) ?? [];
  const isOutlet = outlet !== null && last !== undefined && wordsKey(last) === wordsKey(outlet);
  return isOutlet && headline !== undefined && wordsKey(headline) !== '' ? headline : title;
}

/** Whether the title goes on after the heading's words with a separator: ` | `, ` - `, `_`. */
function endsAtSeparator(title: string, key: string): boolean {
  for (
    let rest = separated.exec(title)?.[1];
    rest !== undefined;
    rest = separated.exec(rest)?.[1]
  ) {
    if (wordsKey(rest) === key) return true;
  }
  return false;
}
