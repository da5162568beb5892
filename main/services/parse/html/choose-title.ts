import { wordsKey } from '../../../../app/article/headline.ts';
import { isRelatedHeadline } from '../../../../app/article/same-headline.ts';
import type { FieldProvenance } from '../../../../app/record/records.ts';
import type { MainHeadline } from './printed-headline.ts';
import { titleCuts, withoutOutlet } from './title-cuts.ts';

/** A title that a page states. */
export interface StatedTitle {
  readonly title: string;
  readonly provenance: FieldProvenance;
}

/** What a page is called, and by whom. */
export interface ChosenTitle {
  readonly text: string;
  readonly provenance: FieldProvenance;
}

/** What there is to choose from. */
export interface TitleChoice {
  /** The most trusted first. */
  readonly titles: readonly StatedTitle[];
  readonly headline: MainHeadline | null;
  readonly windowTitle: string | null;
  readonly outlet: string | null;
  isPrinted(title: string): boolean;
}

/**
 * The title of a page by rule T12: the printed headline where a title says it, too; else the stated title that is trusted
 * most, one that readers see first; else the headline alone. `null`: there is only the window's title, if any.
 */
export function chooseTitle(choice: TitleChoice): ChosenTitle | null {
  const { titles, headline, windowTitle, outlet, isPrinted } = choice;
  const isTitle = headline?.isTitle === true;
  const seen = titles.find(({ title }) => isPrinted(title));
  const chosen = seen ?? titles[0];
  if (chosen !== undefined && !isTitle) {
    const { source, confidence } = chosen.provenance;
    return {
      text: withoutOutlet(chosen.title, outlet),
      // Some linked data give a subject's description for a headline: what readers do not see is not certain.
      provenance: { source, confidence: seen === undefined ? 'likely' : confidence },
    };
  }
  if (headline === null) return null;
  const says = (title: string) =>
    titleCuts(title, outlet).some((cut) => wordsKey(cut) === wordsKey(headline.text));
  // Of two versions of one headline the window's stays; one that shares little with the heading is a site's or a section's.
  const hasVersion =
    !isTitle &&
    windowTitle !== null &&
    !says(windowTitle) &&
    isRelatedHeadline(windowTitle, headline.text);
  if (hasVersion) return null;
  // The same words in a stated title are as certain as that; other words are the heading's own.
  const stated = titles.find(({ title }) => says(title));
  return {
    text: headline.text,
    provenance: stated?.provenance ?? { source: 'heading', confidence: 'likely' },
  };
}
