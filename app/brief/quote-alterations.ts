/**
 * What a writer changed about quoted words, tied to the words themselves: attribute `alterations` of a citation. Offsets
 * are UTF-16 code units of the quote (not of the text). A citation's alterations are sorted by `start` and do not overlap.
 */
export interface QuoteAlteration {
  readonly start: number;
  /** The same as `start`: something is put in, nothing left out. */
  readonly end: number;
  /** What stands in brackets in its place; `null`: an ellipsis. */
  readonly text: string | null;
}

/**
 * Whether alterations can be applied to these words: in order, apart from each other, inside the words, each changes
 * something and none begins or ends inside a character (rule I21).
 */
export function fits(quote: string, alterations: readonly QuoteAlteration[]): boolean {
  let last = 0;
  for (const { start, end, text } of alterations) {
    if (start < last || end < start || end > quote.length) return false;
    if (start === end && (text === null || text.trim() === '')) return false;
    if (isInsideCharacter(quote, start) || isInsideCharacter(quote, end)) return false;
    last = end;
  }
  return true;
}

/**
 * The alterations as they apply to the words that the record has now; `null`: they do not, and the words are printed
 * unaltered (rule I21). `accepted` is the quote that they were made for, where that is known: where it differs from the
 * present one, they move with their words if those and all between them are untouched.
 */
export function presentAlterations(
  quote: string,
  alterations: readonly QuoteAlteration[],
  accepted: string | null,
): readonly QuoteAlteration[] | null {
  if (accepted === null || accepted === quote) return fits(quote, alterations) ? alterations : null;
  const first = alterations[0];
  const last = alterations.at(-1);
  if (first === undefined || last === undefined) return alterations;
  if (!fits(accepted, alterations)) return null;
  // A word before and after belongs to what must be the same: an ellipsis at the edge of other words says other things.
  const words = quoteWords(accepted);
  const before = words.findLast(({ end }) => end <= first.start);
  const behind = words.find(({ start }) => start >= last.end);
  const from = before?.start ?? 0;
  const to = behind?.end ?? accepted.length;
  const core = accepted.slice(from, to);
  const at = quote.indexOf(core);
  if (at === -1 || quote.indexOf(core, at + 1) !== -1) return null;
  // What was altered at an end of the quote: other words there would stand beside the ellipsis.
  if (before === undefined && at !== 0) return null;
  if (behind === undefined && at + core.length !== quote.length) return null;
  const shift = at - from;
  const moved = alterations.map(({ start, end, text }) => ({
    start: start + shift,
    end: end + shift,
    text,
  }));
  return fits(quote, moved) ? moved : null;
}

/**
 * Alterations put in order so that they fit: bounds drawn in to the words and out to whole characters, overlapping ones
 * made one (words put in stay), neighbouring ellipses with nothing but spaces between them made one, and those that change nothing
 * left out.
 */
export function normalise(
  quote: string,
  alterations: readonly QuoteAlteration[],
): readonly QuoteAlteration[] {
  const sound = alterations
    .map((alteration) => sounded(quote, alteration))
    .filter(({ start, end, text }) => start < end || text !== null)
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const joined: QuoteAlteration[] = [];
  for (const next of sound) {
    const last = joined.at(-1);
    if (last === undefined || !meets(quote, last, next)) joined.push(next);
    else joined[joined.length - 1] = union(last, next);
  }
  return joined;
}

function sounded(quote: string, { start, end, text }: QuoteAlteration): QuoteAlteration {
  const from = Math.max(0, Math.min(start, end, quote.length));
  const to = Math.min(quote.length, Math.max(start, end, 0));
  const words = text?.replace(/\s+/gu, ' ').replace(/^[\s[]+|[\s\]]+$/gu, '') ?? '';
  return {
    start: isInsideCharacter(quote, from) ? from - 1 : from,
    end: isInsideCharacter(quote, to) ? (from === to ? to - 1 : to + 1) : to,
    text: words === '' ? null : words.toWellFormed(),
  };
}

function meets(quote: string, one: QuoteAlteration, other: QuoteAlteration): boolean {
  if (other.start < one.end) return true;
  const between = quote.slice(one.end, other.start);
  return one.text === null && other.text === null && /^\s*$/u.test(between);
}

function union(one: QuoteAlteration, other: QuoteAlteration): QuoteAlteration {
  const texts = [one.text, other.text].filter((text) => text !== null);
  return {
    start: one.start,
    end: Math.max(one.end, other.end),
    text: texts.length === 0 ? null : texts.join(' '),
  };
}

/** The alterations with an ellipsis for a range; what was altered inside of it gives way. */
export function leaveOut(
  quote: string,
  alterations: readonly QuoteAlteration[],
  start: number,
  end: number,
): readonly QuoteAlteration[] {
  return putIn(quote, alterations, start, end, null);
}

/** The alterations with words in brackets for a range, or before the place where `start` is `end`. */
export function putIn(
  quote: string,
  alterations: readonly QuoteAlteration[],
  start: number,
  end: number,
  text: string | null,
): readonly QuoteAlteration[] {
  const others = restore(alterations, start, end);
  return normalise(quote, [...others, { start, end, text }]);
}

/** The alterations without those that touch a range: its words stand as they are again. */
export function restore(
  alterations: readonly QuoteAlteration[],
  start: number,
  end: number,
): readonly QuoteAlteration[] {
  return alterations.filter((one) => !touches(one, start, end));
}

/** Words put in before a word belong to it, and not to the word before. */
function touches(one: QuoteAlteration, start: number, end: number): boolean {
  if (one.start === one.end) return one.start === start || (start < one.start && one.start < end);
  return (
    one.start < Math.max(end, start + 1) && start < one.end && (start < end || one.start < start)
  );
}

/** A word, or signs between words, of a quotation: offsets of UTF-16 code units. */
export interface QuoteWord {
  readonly start: number;
  readonly end: number;
}

/** The words of a quotation and the signs between them, without spaces, in their order; also in scripts without spaces. */
export function quoteWords(quote: string): readonly QuoteWord[] {
  const words: QuoteWord[] = [];
  let signs = false;
  for (const { segment, index, isWordLike } of segmenter().segment(quote)) {
    if (/^\s+$/u.test(segment)) {
      signs = false;
      continue;
    }
    const last = words.at(-1);
    const end = index + segment.length;
    if (isWordLike !== true && signs && last !== undefined) {
      words[words.length - 1] = { start: last.start, end };
    } else words.push({ start: index, end });
    signs = isWordLike !== true;
  }
  return words;
}

let made: Intl.Segmenter | null = null;

/** Word breaks are those of Unicode (UAX 29); the language changes them little and must not change what is stored. */
function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en', { granularity: 'word' });
  return made;
}

function isInsideCharacter(quote: string, offset: number): boolean {
  const before = quote.charCodeAt(offset - 1);
  const after = quote.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
