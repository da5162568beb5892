function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Elements that stand on lines of their own; the text in and around them never shares a block. */
export const blockElements: ReadonlySet<string> = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul listing xmp plaintext',
);

/** Inline elements that style sheets lay out as pieces of a line: names, dates, links. Letters are set in others. */
export const itemElements: ReadonlySet<string> = names('a span time small cite');

/** Elements without content and end tag. */
export const voidElements: ReadonlySet<string> = names(
  'area base br col embed hr img input link meta param source track wbr',
);

/** Elements with nothing of the article in them, or nothing that is shown. */
export const droppedElements: ReadonlySet<string> = names(
  'script style noscript template nav aside footer dialog head title link meta base ' +
    'button input select textarea option optgroup datalist progress meter ' +
    'iframe object embed audio video canvas svg map noembed noframes ' +
    // Readings above Chinese and Japanese words: inside a sentence they would tear it apart.
    'rt rp ' +
    // The source of a formula, beside the formula.
    'annotation annotation-xml',
);
