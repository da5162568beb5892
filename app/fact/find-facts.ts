import type { RevisionText } from '../record/text.ts';
import type { FactContext, Facts } from './facts.ts';
import { findDates } from './find-dates.ts';
import { findFigures } from './find-figures.ts';
import { namesIn } from './find-names.ts';
import { tokensOf } from './tokens.ts';

/**
 * The figures, dates and names that a text states (section B of SPEC.md). Pure: the same text and context give the same
 * facts. Never throws. Cost: the length, about a millisecond for a kilobyte at most.
 */
export function findFacts(text: RevisionText, context: FactContext): Facts {
  const { language } = context;
  const blocks = tokensOf(text, language);
  const dates = findDates(blocks, context);
  return { figures: findFigures(blocks, language, dates), dates, names: namesIn(blocks, language) };
}
