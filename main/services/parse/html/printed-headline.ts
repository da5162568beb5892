import { wordsKey } from '../../../../app/article/headline.ts';
import { headlineWords, isSameHeadline } from '../../../../app/article/same-headline.ts';
import { statedName } from '../stated-metadata.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';
import { isOutletName, titleCuts } from './title-cuts.ts';

/** A heading that readers may take for the headline. */
export interface PrintedHeading {
  /** In the words that are seen, on one line. */
  readonly text: string;
  /** What the heading's first element says, where more follows behind it: a kicker, maybe. */
  readonly kicker: { readonly text: string; readonly rest: string } | null;
  /** Whether it is an h1; others are h2 or marked as some article's headline. */
  readonly isMain: boolean;
  /** Whether it stands at the head of the site rather than of the article. */
  readonly isOfSite: boolean;
  readonly element: HtmlElement;
}

/** The headline that a page prints. */
export interface MainHeadline {
  readonly text: string;
  /** What stands above the headline in its own element; `null`: nothing. */
  readonly kicker: string | null;
  /** Whether it is an h1 that says what a title says, in about the same words: the title's own wording, then. */
  readonly isTitle: boolean;
  readonly element: HtmlElement;
}

const mostHeadings = 40;
/** A section or a site has a name of a word or two; a headline that short has a title beside it that is no longer. */
const shortestHeadline = 3;

/** The headings of a page that may be its headline, in the order of the text. */
export function printedHeadings(document: HtmlDocument): PrintedHeading[] {
  return [...document.querySelectorAll('h1, h2, [itemprop~="headline"]')]
    .filter((element) => !element.hasAttribute('content') && isSeen(element))
    .slice(0, mostHeadings)
    .flatMap((element) => {
      const text = statedName(
        htmlBlocks(element).reduce((all, block) => `${all} ${block.text}`, ''),
      );
      if (text === null || wordsKey(text) === '') return [];
      const isMain = element.localName === 'h1';
      const header = element.closest('header');
      const isOfSite = header !== null && header.closest('article, main, [role="main"]') === null;
      return [{ text, kicker: kickerIn(element), isMain, isOfSite, element }];
    });
}

function kickerIn(element: HtmlElement): PrintedHeading['kicker'] {
  const [first] = element.children;
  const text = first === undefined ? null : statedName(first.textContent);
  const whole = statedName(element.textContent) ?? '';
  if (text === null || !whole.startsWith(text)) return null;
  const rest = statedName(whole.slice(text.length));
  return rest === null ? null : { text, rest };
}

const beside =
  'nav, footer, aside, dialog, [hidden], [aria-hidden="true"], [role="dialog"], [role="navigation"]';
const readOutOnly = /(?:^|\s)(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?)(?:\s|$)/i;

function isSeen(element: HtmlElement): boolean {
  return element.closest(beside) === null && !readOutOnly.test(element.getAttribute('class') ?? '');
}

/**
 * The headline among the headings of a page, given its titles, the most trusted first: the h1 that says what a title says,
 * or the same in about the same words, or else an h2 that says it; if none does, the only h1 there is, unless it is as short
 * as names of sections are. The outlet's name is no headline. `null`: the page prints none.
 */
export function mainHeadline(
  headings: readonly PrintedHeading[],
  titles: readonly string[],
  outlet: string | null,
): MainHeadline | null {
  const candidates = headings.filter(
    ({ text }) => !titles.some((title) => isOutletName(text, title, outlet)),
  );
  const cuts = titles.flatMap((title) => titleCuts(title, outlet));
  const main = candidates.filter(({ isMain }) => isMain);
  const others = candidates.filter(({ isMain }) => !isMain);
  const keys = new Set(cuts.map(wordsKey));
  const saysTitle = ({ text }: PrintedHeading) => keys.has(wordsKey(text));
  const found =
    main.find(saysTitle) ?? main.find(({ text }) => cuts.some((cut) => isSameHeadline(cut, text)));
  const under = main.find(({ kicker }) => kicker !== null && keys.has(wordsKey(kicker.rest)));
  if (under?.kicker != null && (found === undefined || !saysTitle(found))) {
    const { text, rest } = under.kicker;
    return { text: rest, kicker: text, isTitle: true, element: under.element };
  }
  if (found !== undefined) {
    return { text: found.text, kicker: null, isTitle: true, element: found.element };
  }
  const other = others.find(saysTitle);
  if (other !== undefined) {
    return { text: other.text, kicker: null, isTitle: false, element: other.element };
  }
  const [only, ...more] = main.filter(({ isOfSite }) => !isOfSite);
  if (only === undefined || more.some(({ text }) => wordsKey(text) !== wordsKey(only.text))) {
    return null;
  }
  const length = headlineWords(only.text).length;
  const isShort =
    length < shortestHeadline && titles.some((title) => headlineWords(title).length > length);
  return isShort ? null : { text: only.text, kicker: null, isTitle: false, element: only.element };
}
