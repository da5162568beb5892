import { wordsKey } from '../../../../app/article/headline.ts';
import { headlineWords } from '../../../../app/article/same-headline.ts';

// What stands between a headline and the outlet's name in a title.
const separated = /^(.*\S)\s*(?:\s[-–—|:·•/\\»]|[|_])\s*(\S[^|_]*)$/su;
const mostCuts = 6;
const fewWords = 3;

/**
 * A title, and what is left of it without what stands behind separators (` | `, ` - `, `_`): outlets and sections. A cut
 * keeps three words or over half of the title's, since a name in front is no headline.
 */
export function titleCuts(title: string, outlet: string | null): readonly string[] {
  const cuts = [title, withoutOutlet(title, outlet)];
  const length = headlineWords(title).length;
  let rest = separated.exec(title)?.[1];
  while (rest !== undefined && cuts.length < mostCuts) {
    const words = headlineWords(rest).length;
    if (words >= fewWords || words * 2 > length) cuts.push(rest);
    rest = separated.exec(rest)?.[1];
  }
  return [...new Set(cuts)];
}

/** A title without the outlet's name behind it. */
export function withoutOutlet(title: string, outlet: string | null): string {
  const [, headline, last] = separated.exec(title) ?? [];
  const isOutlet = outlet !== null && last !== undefined && wordsKey(last) === wordsKey(outlet);
  return isOutlet && headline !== undefined && wordsKey(headline) !== '' ? headline : title;
}

/** Whether a heading is the name of the outlet: what is known as such, or what stands behind a title. */
export function isOutletName(heading: string, title: string, outlet: string | null): boolean {
  const key = wordsKey(heading);
  if (outlet !== null && key === wordsKey(outlet)) return true;
  const last = separated.exec(title)?.[2];
  return last !== undefined && key === wordsKey(last);
}
