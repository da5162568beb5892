import type { PdfLine } from './pdf-line.ts';
import { lineText } from './pdf-line.ts';
import type { TextHabits } from './text-habits.ts';

/** Lines of a document, the notes at its pages' feet apart. */
export interface SplitNotes {
  /** With the signs of the notes taken out. */
  readonly lines: readonly PdfLine[];
  /** Each note's lines, without its sign. */
  readonly notes: readonly (readonly PdfLine[])[];
}

/** Notes are set in letters of at most this share of the usual size. */
const largestNote = 0.93;

const sign = /^(?:\(?(\d{1,3})[.)]?|([*†‡§¶]{1,3}))(?=\s|\p{L}|[“"‘'«(])/u;

/**
 * Takes the notes at the feet of pages out (rule T14), where that is sure: small letters that end a column or a page,
 * the first line with a sign. A note may go on at the foot of the next page. In the running text raised signs of
 * the same notes leave nothing.
 */
export function splitNotes(lines: readonly PdfLine[], habits: TextHabits): SplitNotes {
  const isNote = new Set<PdfLine>();
  const notes: PdfLine[][] = [];
  const signs = new Map<number, Set<string>>();
  for (const page of byPage(lines)) {
    const feet = footLines(page, habits);
    for (const line of feet) {
      const found = signOf(line);
      const open = notes.at(-1);
      if (found === null && (open === undefined || open.length === 0)) continue;
      isNote.add(line);
      if (found === null) open?.push(line);
      else {
        const known = signs.get(line.page) ?? new Set<string>();
        signs.set(line.page, known.add(found));
        notes.push([withoutSign(line, found)]);
      }
    }
  }
  return {
    lines: lines
      .filter((line) => !isNote.has(line))
      .map((line) => withoutRaisedSigns(line, signs.get(line.page))),
    notes,
  };
}

function byPage(lines: readonly PdfLine[]): PdfLine[][] {
  const pages: PdfLine[][] = [];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page?.[0]?.page === line.page) page.push(line);
    else pages.push([line]);
  }
  return pages;
}

/** The small lines under which no larger ones stand in the same column, from the first with a sign on. */
function footLines(page: readonly PdfLine[], { bodySize }: TextHabits): PdfLine[] {
  const isSmall = (line: PdfLine) => line.size <= bodySize * largestNote && !line.isCell;
  const found = page.filter(
    (line) =>
      isSmall(line) &&
      !page.some(
        (other) =>
          !isSmall(other) &&
          other.baseline > line.baseline &&
          other.left < line.right &&
          other.right > line.left,
      ),
  );
  // On a page without larger letters nothing is a foot.
  if (found.length === page.length) return [];
  return found;
}

function signOf(line: PdfLine): string | null {
  const match = sign.exec(line.text);
  return match?.[1] ?? match?.[2] ?? null;
}

function withoutSign(line: PdfLine, found: string): PdfLine {
  return {
    ...line,
    text: line.text
      .replace(/^\(/, '')
      .slice(found.length)
      .replace(/^[.)]?\s*/, ''),
  };
}

/** The line without raised small signs that belong to notes of its page. */
function withoutRaisedSigns(line: PdfLine, signs: ReadonlySet<string> | undefined): PdfLine {
  if (signs === undefined) return line;
  const kept = line.fragments.filter((fragment) => {
    const isRaised =
      fragment.size < line.size * 0.85 && fragment.baseline < line.baseline - line.size * 0.1;
    return !(isRaised && namesNotes(fragment.text, signs));
  });
  if (kept.length === line.fragments.length) return line;
  return { ...line, fragments: kept, text: lineText(kept) };
}

function namesNotes(text: string, signs: ReadonlySet<string>): boolean {
  const named = text.split(/[\s,;]+/).filter((part) => part !== '');
  return named.length > 0 && named.every((part) => signs.has(part));
}
