import type { SilenceRecord } from '../../record/records.ts';

/** A silence that somebody confirmed: in which text, after which search, who and when. */
export interface SearchedText {
  /** Of the revision that was searched. */
  readonly hash: string;
  readonly mode: NonNullable<SilenceRecord['mode']>;
  readonly search: string;
  readonly id: string;
  readonly author: string;
  readonly createdAt: string;
}

/** Silences in one cell: one a line, a list in JSON of what `SearchedText` names, in its order. */
export function writeSearched(searched: readonly SearchedText[]): string {
  return searched
    .map(({ hash, mode, search, id, author, createdAt }) =>
      JSON.stringify([hash, mode, search, id, author, createdAt]),
    )
    .join('\n');
}

const sha256 = /^[0-9a-f]{64}$/;

/** The silences in a cell that `writeSearched` wrote; `unread`: lines that are none. */
export function readSearched(cell: string): {
  readonly searched: readonly SearchedText[];
  readonly unread: readonly string[];
} {
  const searched: SearchedText[] = [];
  const unread: string[] = [];
  for (const line of cell.split(/\r\n?|\n/)) {
    if (line.trim() === '') continue;
    const [hash = '', mode, search, id = '', author = '', createdAt = ''] = wordsIn(line);
    const isMode = mode === 'words' || mode === 'pattern';
    if (!sha256.test(hash) || !isMode || search === undefined) unread.push(line);
    else searched.push({ hash, mode, search, id, author, createdAt });
  }
  return { searched, unread };
}

function wordsIn(json: string): readonly string[] {
  try {
    const words: unknown = JSON.parse(json);
    const isList = Array.isArray(words) && words.every((word) => typeof word === 'string');
    return isList ? words : [];
  } catch {
    // Somebody changed it: the line is told.
    return [];
  }
}
