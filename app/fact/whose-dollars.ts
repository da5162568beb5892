import type { Figure } from './facts.ts';
import { baseLanguage, type Token } from './tokens.ts';

/** Dollars of other countries than the United States that figures are written in. */
const ownDollars = /^(?:AUD|CAD|HKD|NZD|SGD|TWD)$/u;
/** Words before "dollar" that name such a country; "American" is none of them. */
const ownCountry =
  /^(?!american$)(?:\p{L}+(?:ian|an|ese)|zealand|kong|singapore|taiwan|fiji|bermuda|brunei|barbados)$/u;

/**
 * Figures of a text with `$` made US dollars (rule B3): in English nothing else is meant by it, unless the text names dollars
 * of another country; there, and in other languages, `$` stays. Cost: the tokens.
 */
export function withWhoseDollars(
  figures: readonly Figure[],
  blocks: readonly (readonly Token[])[],
  language: string | null,
): readonly Figure[] {
  const isOpen = figures.some(({ unit }) => unit.code === '$');
  if (!isOpen || baseLanguage(language) !== 'en' || namesOwnDollars(figures, blocks))
    return figures;
  return figures.map((figure) =>
    figure.unit.code === '$' ? { ...figure, unit: { ...figure.unit, code: 'USD' } } : figure,
  );
}

function namesOwnDollars(
  figures: readonly Figure[],
  blocks: readonly (readonly Token[])[],
): boolean {
  if (figures.some(({ unit }) => ownDollars.test(unit.code))) return true;
  return blocks.some((tokens) =>
    tokens.some(
      ({ lower }, at) =>
        /^dollars?$/u.test(lower) &&
        /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') &&
        ownCountry.test(tokens[at - 1]?.lower ?? ''),
    ),
  );
}
