import type { RichTextNode } from '../record/rich-text.ts';
import type { QuoteAlteration } from './quote-alterations.ts';

/** A piece of a quotation as it is printed. */
export type QuotePiece =
  /** Words of the source, byte for byte. */
  | { readonly kind: 'source'; readonly text: string }
  /** What stands in the place of `omitted`, the words of the source that were left out. */
  | { readonly kind: 'altered'; readonly text: string; readonly omitted: string };

/**
 * The words of a quotation with what a writer left out and put in. An omission is printed as `…`, with a space where the
 * words beside it would else run into it; where the quotation has an ellipsis of its own, as `[…]`, so that the two are told
 * apart. What is put in stands in brackets. Alterations that do not fit the quote (`fittingAlterations`) are left out of
 * account. The pieces of kind `source` and what `omitted` holds make up the quote.
 */
export function alteredQuote(
  quote: string,
  alterations: readonly QuoteAlteration[],
): readonly QuotePiece[] {
  const pieces: QuotePiece[] = [];
  const omission = /…|\.\.\./.test(quote) ? '[…]' : '…';
  let from = 0;
  const words = (to: number): void => {
    if (to > from) pieces.push({ kind: 'source', text: quote.slice(from, to) });
  };
  for (const { start, end, text } of fittingAlterations(quote, alterations)) {
    words(start);
    const sign = text === null ? omission : `[${text}]`;
    // A space of its own keeps what is printed from running into the words that stay. What stands in the place of words
    // has theirs.
    const alone = text === null || start === end;
    const before = alone && start > 0 && !/[\s([{“„«‘]$/u.test(quote.slice(0, start)) ? ' ' : '';
    const after =
      alone && end < quote.length && !/^[\s.,;:!?)\]}”»’]/u.test(quote.slice(end)) ? ' ' : '';
    pieces.push({
      kind: 'altered',
      text: `${before}${sign}${after}`,
      omitted: quote.slice(start, end),
    });
    from = end;
  }
  words(quote.length);
  return pieces;
}

/** The pieces of a quotation as one text. */
export function alteredText(pieces: readonly QuotePiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/**
 * The alterations that can be made to a quote: inside it, sorted, not overlapping, not inside a character, and each leaving
 * something out or putting something in. Of two that overlap the first counts.
 */
export function fittingAlterations(
  quote: string,
  alterations: readonly QuoteAlteration[],
): readonly QuoteAlteration[] {
  const fitting: QuoteAlteration[] = [];
  let from = 0;
  for (const alteration of alterations) {
    const { start, end, text } = alteration;
    if (!(start >= from && end >= start && end <= quote.length)) continue;
    if (splitsCharacter(quote, start) || splitsCharacter(quote, end)) continue;
    if (start === end && (text === null || text === '')) continue;
    fitting.push(text === '' ? { start, end, text: null } : alteration);
    from = end;
  }
  return fitting;
}

/** The alterations that a citation's node holds; none where its attribute is not a list of them. */
export function alterationsOf(node: RichTextNode): readonly QuoteAlteration[] {
  const value = node.attrs?.alterations;
  return Array.isArray(value) ? value.filter(isAlteration) : [];
}

function isAlteration(value: unknown): value is QuoteAlteration {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end, text } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    (text === null || typeof text === 'string')
  );
}

function splitsCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
