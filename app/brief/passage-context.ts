/** A quotation between what stands before and after it in its text. */
export interface PassageContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** Whether the text goes on beyond `before` and `after`. */
  readonly more: { readonly before: boolean; readonly after: boolean };
}

/**
 * The text's [start, end) with up to `reach` UTF-16 code units on either side, shortened to whole words where the cut
 * falls inside one, and never splitting a surrogate pair.
 */
export function passageContext(
  text: string,
  start: number,
  end: number,
  reach: number,
): PassageContext {
  let from = Math.max(0, start - reach);
  let to = Math.min(text.length, end + reach);
  if (from > 0) {
    const space = text.slice(from - 1, start).search(/\s/);
    if (space >= 0) from += space;
    else if (isLowSurrogate(text, from)) from += 1;
  }
  if (to < text.length) {
    const space = text.slice(end, to + 1).search(/\s\S*$/);
    if (space >= 0) to = end + space;
    else if (isLowSurrogate(text, to)) to -= 1;
  }
  return {
    before: text.slice(from, start),
    quote: text.slice(start, end),
    after: text.slice(end, to),
    more: { before: from > 0, after: to < text.length },
  };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
