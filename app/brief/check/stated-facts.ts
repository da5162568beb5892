import type { FactContext, StatedDate } from '../../fact/facts.ts';
import { findDates } from '../../fact/find-dates.ts';
import { findFigures } from '../../fact/find-figures.ts';
import { tokensOf } from '../../fact/tokens.ts';
import type { RevisionText } from '../../record/text.ts';
import { directionOf } from './figure-direction.ts';
import type { DirectedFigure } from './figure-support.ts';

/**
 * The figures of a text, with which way they went, and its dates: as `findFacts` reads them, without names, which no
 * check asks for. Cost: the length.
 */
export function statedFacts(
  text: RevisionText,
  context: FactContext,
): { readonly figures: readonly DirectedFigure[]; readonly dates: readonly StatedDate[] } {
  const blocks = tokensOf(text, context.language);
  const dates = findDates(blocks, context);
  const figures = findFigures(blocks, context.language, dates).map((figure) => ({
    ...figure,
    direction: directionOf(text.text, figure),
  }));
  return { figures, dates };
}
