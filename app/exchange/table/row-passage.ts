import { derivedId } from '../../base/derived-id.ts';
import type { ArticleTarget, DraftSelector } from '../import-draft.ts';

const sha256 = /^[0-9a-f]{64}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What cells say of a passage; all empty where there are no such columns. */
export interface PassageCells {
  readonly quote: string;
  readonly start: string;
  readonly end: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly hash: string;
  readonly url: string;
  readonly article: string;
  readonly outlet: string;
  readonly published: string;
}

/** An id as this program writes it, in lower case; `null`: the cell holds none. */
export function idIn(cell: string): string | null {
  const id = cell.trim().toLowerCase();
  return uuid.test(id) ? id : null;
}

/** Where the words of a row stand; `null`: it has none. */
export function selectorIn(cells: PassageCells): DraftSelector | null {
  const { quote, prefix, suffix } = cells;
  if (quote.trim() === '') return null;
  const [start, end] = [cells.start.trim(), cells.end.trim()];
  const isPlace = /^\d{1,9}$/.test(start) && /^\d{1,9}$/.test(end) && Number(start) < Number(end);
  return {
    quote,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
    ...(isPlace
      ? { position: { start: Number(start), end: Number(end), unit: 'utf-16' as const } }
      : {}),
  };
}

/** The article of a row: by the revision's hash, the address, the title; else the one that has its words. */
export function targetIn(cells: PassageCells): ArticleTarget {
  const known = (column: keyof PassageCells): string | null => {
    const value = cells[column].replace(/\s\(guess\)$/, '').trim();
    return value === '' ? null : value;
  };
  const [revision, url, title] = [known('hash')?.toLowerCase(), known('url'), known('article')];
  const [outlet, published] = [known('outlet'), known('published')];
  return {
    ...(revision !== undefined && sha256.test(revision)
      ? { hash: revision as NonNullable<ArticleTarget['hash']> }
      : {}),
    ...(url === null ? {} : { url }),
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { outlet }),
    ...(published === null ? {} : { published }),
    byQuote: true,
  };
}

/** What tells a row that has no id of ours: its article, its place and its words. Tags, note and author may change. */
export function placeKey(
  target: ArticleTarget,
  { quote, position, prefix }: DraftSelector,
  author: string,
): string {
  const article = target.hash ?? target.url ?? [target.title, target.outlet, target.published];
  const place = [article, position?.start ?? prefix ?? null, position?.end ?? null, quote];
  // What two people marked at one place is two annotations. Left out where it is not said, as it always was.
  return JSON.stringify(author === '' ? place : [...place, author]);
}

/** The key of an annotation whose row has no id: it follows from the place alone, since the time in a row may be another later. */
export function keyOfPlace(place: string): string {
  return derivedId(['annotation row', place], null);
}

/** The 10 of `3:10`; `null`: the cell holds no such number. */
export function numberIn(cell: string): number | null {
  const number = /^\d+:(\d{1,9})$/.exec(cell.trim())?.[1];
  return number === undefined ? null : Number(number);
}
