import { exportDate } from '../describe-source.ts';
import { quotedTitle } from '../quoted-title.ts';
import type { GuessableField } from '../source-guesses.ts';
import type { PrintedPassage } from './printed-brief.ts';

/** What is needed to name where something stands. */
export type NamedSource = Pick<PrintedPassage, 'title' | 'outlet' | 'published' | 'guesses'>;

/** "“Cost of tunnel rises”, The Harbour Times, 12 May 2024": all that is told of an article where no note tells the rest. */
export function articleLine(source: NamedSource): string {
  return [...titleOf(source), ...outletAndDate(source)].join(', ');
}

/**
 * "“Cost of tunnel rises”": an article that is mentioned or cited as a whole in a line (rule C15). A title that was guessed,
 * as from the name of a file, names nothing to readers: outlet and date do, where the outlet is known.
 */
export function articleName(source: NamedSource): string {
  const title = titleOf(source);
  const isKnown = title.length > 0 && !source.guesses.includes('title');
  return (isKnown || (title.length > 0 && !source.outlet) ? title : outletAndDate(source)).join(
    ', ',
  );
}

/** "The Harbour Times, 12 May 2024", as far as it is known; the title where no outlet is. */
export function sourceName(source: NamedSource): string {
  const known = outletAndDate(source);
  return (source.outlet ? known : [...titleOf(source), ...known]).join(', ');
}

function titleOf(source: NamedSource): string[] {
  const title = quotedTitle(source.title);
  return title === '' ? [] : [marked(title, 'title', source)];
}

function outletAndDate(source: NamedSource): string[] {
  const date = exportDate(source.published);
  return [
    ...(source.outlet ? [marked(source.outlet, 'outlet', source)] : []),
    ...(date === null ? [] : [marked(date, 'published', source)]),
  ];
}

/** What was guessed says so (rule C4). */
function marked(text: string, field: GuessableField, { guesses }: NamedSource): string {
  return guesses.includes(field) ? `${text} (guessed)` : text;
}
