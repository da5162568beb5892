import type { BriefLine, LineCitation } from './brief-lines.ts';
import type { LineSentence, TypedQuotation } from './line-sentences.ts';

/** Fewer words in quotation marks are a term that the writer keeps at a distance. */
const leastWords = 3;
/** The same in scripts without spaces, in signs. */
const leastSigns = 6;
/** What a writer's brackets stand for is no longer than this, in code units: more is left out, and an ellipsis says so. */
const mostReplaced = 90;

/** What a writer put between quotation marks, in the pieces that have to stand in a source. */
export interface QuotedWords {
  /** All of it, as words are compared: it may stand in a source with its own brackets and dots. */
  readonly whole: string;
  readonly parts: readonly string[];
  /** What stands before each part but the first: the brackets with what is in them, `null` for an ellipsis. */
  readonly gaps: readonly (string | null)[];
}

const gap = /(\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.|\[[^\]]*\])/u;

/**
 * The words between a writer's own quotation marks, as they are looked for (rule Y14); `null`: too few to be somebody's.
 * Kinds of quotation marks, spaces, case and the sign at the end do not matter. Cost: the length.
 */
export function quotedWords({ words }: Pick<TypedQuotation, 'words'>): QuotedWords | null {
  const parts: string[] = [];
  const gaps: (string | null)[] = [];
  let pending: string | null | undefined;
  for (const [index, piece] of words.split(gap).entries()) {
    if (index % 2 === 1) {
      const isEllipsis = !/^\[[^\]]*[\p{L}\p{N}]/u.test(piece);
      pending = isEllipsis || pending === null ? null : foldWords(piece);
      continue;
    }
    const part = foldWords(piece);
    if (part === '') continue;
    if (parts.length > 0) gaps.push(pending ?? null);
    parts.push(part);
    pending = undefined;
  }
  const plain = parts.join(' ');
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
    plain,
  );
  const isLong = unspaced ? plain.length >= leastSigns : plain.split(' ').length >= leastWords;
  return isLong ? { whole: foldWords(words), parts, gaps } : null;
}

/**
 * Whether words stand in a passage, after `foldWords`: just so, with the brackets and dots that the source has; or its parts
 * in their order, where an ellipsis leaves out any number of words and the writer's brackets a few. A source's own brackets
 * may be left out behind an ellipsis, and may not be given other words. Cost: the length of the passage.
 */
export function standsIn({ whole, parts, gaps }: QuotedWords, passage: string): boolean {
  if (passage.includes(whole)) return true;
  return parts.length > 1 || parts[0] !== whole ? fits(0, 0) : false;

  function fits(index: number, from: number): boolean {
    const part = parts[index];
    if (part === undefined) return true;
    const replaced = index === 0 ? null : (gaps[index - 1] ?? null);
    for (let at = passage.indexOf(part, from); at !== -1; at = passage.indexOf(part, at + 1)) {
      if (replaced !== null) {
        if (at - from > mostReplaced) return false;
        const own = /\[[^\]]*\]/u.exec(passage.slice(from, at))?.[0];
        if (own !== undefined && foldWords(own) !== replaced) return false;
      }
      if (fits(index + 1, at + part.length)) return true;
      // What follows an ellipsis may as well stand behind the first place.
      if (replaced === null && gaps[index] === null) return false;
    }
    return false;
  }
}

/**
 * What a typed quotation is attributed to: the citations right behind it, else those of its sentence; of a sentence that
 * cites nothing those of its whole line, those set off behind it, and of a footnote those of its line.
 */
export function quotationCitations(
  line: BriefLine,
  sentences: readonly LineSentence[],
  { start, end }: TypedQuotation,
  following: readonly LineCitation[],
): readonly LineCitation[] {
  const sentence = sentences.find((one) => start >= one.start && end <= one.end);
  const own = sentence?.citations ?? [];
  const beside: LineCitation[] = [];
  let last = end;
  for (const cited of line.citations) {
    if (cited.offset < end - 1) continue;
    const between = line.text.slice(last, cited.offset);
    // A citation whose words end with a full stop ends the sentence for the one behind it.
    if (/[\p{L}\p{N}]/u.test(between) || (/[.!?]/u.test(between) && !own.includes(cited))) break;
    beside.push(cited);
    last = cited.offset + 1;
  }
  if (beside.length > 0) return beside;
  return own.length > 0 ? own : [...line.citations, ...following, ...line.around];
}

/** Words as they are compared. */
export function foldWords(words: string): string {
  return trimFolded(foldSigns(words));
}

/** The same with the signs at either end. */
export function foldSigns(words: string): string {
  return words
    .toLowerCase()
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/["“”„«»]/gu, '')
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Folded words without the signs at either end, which a quotation may have otherwise. */
export function trimFolded(words: string): string {
  return words.replace(/^[\s.,;:!?'-]+|[\s.,;:!?'-]+$/gu, '');
}
