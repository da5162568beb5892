import { formatPublished } from '../article/published-date.ts';
import { creditedByline } from './print/byline-names.ts';
import { quotedTitle } from './quoted-title.ts';
import type { ResolvedClaim } from './resolve-claim.ts';
import type { Quotation } from './resolve-quotation.ts';

/** One locale for every export, so that the same brief gives the same bytes on every machine (rule C5). */
const exportLocale = 'en-GB';

/** A date as exports print it, or `null` where none is known. */
export function exportDate(published: string | null): string | null {
  return formatPublished(published, exportLocale);
}

/**
 * "The Harbour Times, Tomas Reyl, “Cost of tunnel rises”, 12 May 2024 (guessed)": what is known of where a quotation
 * stands; of the byline the names. What was guessed says so, and so does a revision that is not the present one (rule C4).
 */
export function describeSource(
  quotation: Pick<
    Quotation,
    'outlet' | 'byline' | 'title' | 'published' | 'language' | 'guesses' | 'earlierRevision'
  >,
): string {
  const { outlet, title, published, language, guesses, earlierRevision } = quotation;
  const byline = creditedByline(quotation.byline, outlet, language);
  const marked = (text: string | null, field: Quotation['guesses'][number]) =>
    text && guesses.includes(field) ? `${text} (guessed)` : text;
  return [
    marked(outlet, 'outlet'),
    marked(byline, 'byline'),
    marked(quotedTitle(title), 'title'),
    marked(exportDate(published), 'published'),
    earlierRevision === null ? null : `revision ${earlierRevision}, changed by its source since`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}

/** "Premier Ansel, said on 12 May 2024 in Hesk, disputed": who made a claim, when, where, and what became of it. */
export function describeClaim(claim: ResolvedClaim): string {
  const on = exportDate(claim.saidOn);
  const until = exportDate(claim.saidUntil);
  const said = [
    on === null ? null : until === null ? `said on ${on}` : `said from ${on} to ${until}`,
    claim.place ? `${on === null ? 'said ' : ''}in ${claim.place}` : null,
  ].filter((part) => part !== null);
  return [claim.speaker ?? 'Speaker not stated', said.join(' '), claim.status]
    .filter((part) => part !== '')
    .join(', ');
}

/** What an export says of its quotations, above their sources. */
export const methodNote =
  'Every quotation was compared with the text of its revision, to the character, when this file was written. Characters are UTF-16 code units of that text, counted from 0; the second number is the first character after the quotation.';
