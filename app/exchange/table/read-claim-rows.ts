import type { ImportContext } from '../exchange-format.ts';
import type { ClaimDraft, ImportDraft } from '../import-draft.ts';
import type { ClaimBook, NamedClaim } from './claim-book.ts';
import { stanceIn } from './claim-cells.ts';
import { type ClaimColumn, claimColumns } from './claim-columns.ts';
import { ClaimFacts, type FirstFacts } from './claim-facts.ts';
import { claimColumnsOf, claimHead } from './claim-head.ts';
import { firstWords, type NamedRow, namedRows } from './named-rows.ts';
import type { PassageBook } from './passage-book.ts';
import { idIn } from './row-passage.ts';
import { timeIn } from './row-time.ts';
import { readSearched } from './searched-list.ts';
import type { HeadedTable } from './table-source.ts';

/** What the tables of one file know of one another. */
export interface TableBooks {
  readonly claims: ClaimBook;
  readonly passages: PassageBook;
  readonly facts: FirstFacts;
}

type Report = ImportContext['report'];

/**
 * The claims of a table with the passages filed under them, one a row: our own, or that of another program by the names of its
 * columns (rule J21). Rows that name the same claim belong together, one that names none belongs to the one above it.
 */
export async function* claimDrafts(
  table: HeadedTable,
  { report }: ImportContext,
  books: TableBooks,
): AsyncGenerator<ImportDraft> {
  const { claims } = books;
  const columns = claimColumnsOf(table.head);
  const isPercent = table.head.some((head) => head.includes('%'));
  const isOurs = claimHead(table.head) === 'own';
  const facts = new ClaimFacts(isOurs, isPercent, books.facts, report);
  const unread = {
    what: 'Columns that claims have no place for',
    naming: columns.has('searched')
      ? {}
      : { silent: 'It does not say which text was searched. Export the table again, or confirm.' },
  };
  const waiting: { readonly draft: ClaimDraft; readonly parent: string }[] = [];
  let last: string | null = null;
  const rows = namedRows(table, columns, unread, report);
  for await (const row of isOurs && columns.has('id') ? idsFirst(rows, claims) : rows) {
    const { where, cell } = row;
    const name = nameIn(row);
    if (name !== null) {
      const found = claims.take(name);
      last = found?.key ?? null;
      if (found?.isNew === true) {
        const { speaker, draft } = facts.first(row, found.key);
        if (speaker !== null) yield speaker;
        const parent = cell('parent').trim();
        const parentKey = parent === '' ? null : claims.named(parent);
        if (parent !== '' && parentKey === null) waiting.push({ draft, parent });
        else yield { ...draft, parentKey };
        yield* silences(row, found.key, report);
      } else if (found !== null) facts.tellFurther(row, found.key);
    }
    if (last === null) {
      report.refuse(where, 'The row has no wording of a claim, and stands below none.');
      continue;
    }
    yield* evidence(row, last, books.passages, report);
  }
  for (const { draft, parent } of waiting) {
    const parentKey = claims.named(parent);
    if (parentKey === null) {
      const why = 'No row of the table is the claim that they are a part of.';
      report.lose(`Cells of “${claimColumns.parent}”`, why, `${draft.where}: ${parent}`);
    }
    yield { ...draft, parentKey };
  }
}

/** By what a row names its claim; `null`: it names none. */
function nameIn({ cell }: NamedRow<ClaimColumn>): NamedClaim | null {
  const [id, label, wording] = [cell('id'), cell('claim').trim(), cell('wording').trim()];
  return label === '' && wording === '' && idIn(id) === null ? null : { id, label, wording };
}

/**
 * Rows of our own table, those of a claim behind the one with its id and its facts, although somebody sorted the table by another
 * column. Rows that name no claim stay behind the one above them. Holds those that stand too early.
 */
async function* idsFirst(
  rows: AsyncIterable<NamedRow<ClaimColumn>>,
  claims: ClaimBook,
): AsyncGenerator<NamedRow<ClaimColumn>> {
  const early: NamedRow<ClaimColumn>[] = [];
  let isEarly = false;
  for await (const row of rows) {
    const name = nameIn(row);
    if (name !== null) isEarly = idIn(name.id) === null && !claims.hasCome(name);
    if (isEarly) early.push(row);
    else yield row;
  }
  yield* early;
}

function* evidence(
  { where, cell }: NamedRow<ClaimColumn>,
  claimKey: string,
  passages: PassageBook,
  report: Report,
): Generator<ImportDraft> {
  const named = ['stance', 'number', 'quote', 'passageId'] as const;
  if (named.every((column) => cell(column).trim() === '')) return;
  const passage = passages.find(
    {
      id: cell('passageId'),
      number: cell('number'),
      quote: cell('quote'),
      start: cell('start'),
      end: cell('end'),
      prefix: '',
      suffix: '',
      hash: cell('hash'),
      url: cell('url'),
      article: cell('article'),
      outlet: cell('outlet'),
      published: cell('published'),
    },
    where,
  );
  if (passage === null) {
    report.refuse(where, 'It names a passage by neither its words nor the id of one that is here.');
    return;
  }
  if (passage.draft !== null) yield passage.draft;
  const stance = stanceIn(cell('stance'));
  if (stance === null || stance === undefined) {
    const why =
      'They are none of asserts, denies, reports, qualifies, questions: “asserts” was taken.';
    const what = `Cells of “${claimColumns.stance}” that are empty or could not be read`;
    report.lose(what, why, `${where}: ${cell('stance').trim()}`);
  }
  yield {
    kind: 'evidence',
    key: idIn(cell('evidenceId')) ?? `${claimKey} ${passage.key}`,
    where: `${where}: “${firstWords(cell('quote'))}”`,
    claimKey,
    annotationKey: passage.key,
    stance: stance ?? 'asserts',
    author: cell('filedBy').trim() || null,
    createdAt: timeIn(cell('filed')),
  };
}

function* silences(
  { where, cell }: NamedRow<ClaimColumn>,
  claimKey: string,
  report: Report,
): Generator<ImportDraft> {
  const { searched, unread } = readSearched(cell('searched'));
  for (const line of unread) {
    const what = `Lines of “${claimColumns.searched}” that could not be read`;
    report.lose(what, 'They were changed by hand, or cut.', `${where}: ${line}`);
  }
  for (const { hash, mode, search, id, author, createdAt } of searched) {
    yield {
      kind: 'silence',
      key: idIn(id) ?? `${claimKey} ${hash}`,
      where,
      claimKey,
      target: { hash: hash as never },
      mode,
      search,
      author: author.trim() || null,
      createdAt: timeIn(createdAt),
    };
  }
}
