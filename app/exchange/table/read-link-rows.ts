import { foldName } from '../../base/fold-name.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ImportContext } from '../exchange-format.ts';
import type { DraftLinkEnd, DraftLinkType, ImportDraft } from '../import-draft.ts';
import { claimNumberIn } from './claim-cells.ts';
import { type LinkColumn, linkColumns, linkShape } from './link-columns.ts';
import { firstWords, type NamedRow, namedRows } from './named-rows.ts';
import type { TableBooks } from './read-claim-rows.ts';
import type { HeadKind } from './read-rows.ts';
import { idIn } from './row-passage.ts';
import { timeIn } from './row-time.ts';
import { columnsOf } from './table-columns.ts';
import type { HeadedTable } from './table-source.ts';

type Report = ImportContext['report'];

/** Whether a row names the columns of a table of links, ours or another's. */
export function linkHead(row: readonly string[]): HeadKind {
  const columns = columnsOf(row, linkShape);
  const has = (...some: readonly LinkColumn[]): boolean => some.some((one) => columns.has(one));
  if (!has('relation')) return null;
  if (has('fromWords') && has('toWords') && has('direction')) return 'own';
  return has('from', 'fromWords', 'fromId') && has('to', 'toWords', 'toId') ? 'other' : null;
}

/**
 * The links of a table: our own, or that of another program by the names of its columns (rule J21). An end is told by its id, its
 * number with its words, its place, or by its words alone.
 */
export async function* linkDrafts(
  table: HeadedTable,
  { records, report }: ImportContext,
  books: TableBooks,
): AsyncGenerator<ImportDraft> {
  const columns = columnsOf(table.head, linkShape);
  const unread = { what: 'Columns that links have no place for' };
  const inverse = inverseNames(records);
  for await (const row of namedRows(table, columns, unread, report)) {
    const { where, cell } = row;
    const [first, second] = [
      endOf(row, fromColumns, books, report),
      endOf(row, toColumns, books, report),
    ];
    if (first === null || second === null) {
      const which = first === null ? 'begins' : 'ends';
      report.refuse(where, `It does not say where it ${which}: neither words nor an id are there.`);
      continue;
    }
    for (const { draft } of [first, second]) if (draft !== null) yield draft;
    const { type, isTurned } = relationOf(row, inverse, report);
    const [from, to] = isTurned ? [second.end, first.end] : [first.end, second.end];
    yield {
      kind: 'link',
      key: idIn(cell('id')) ?? `${from.key} ${type.name} ${to.key}`,
      where: `${where}: “${firstWords(cell('fromWords'))}”`,
      type,
      from,
      to,
      note: cell('note'),
      author: cell('author').trim() || null,
      createdAt: timeIn(cell('created')),
    };
  }
}

interface EndColumns {
  readonly name: 'from' | 'to';
  readonly label: LinkColumn;
  readonly words: LinkColumn;
  readonly id: LinkColumn;
  readonly outlet: LinkColumn;
  readonly published: LinkColumn;
  readonly article: LinkColumn;
  readonly address: LinkColumn;
  readonly start: LinkColumn;
  readonly end: LinkColumn;
  readonly hash: LinkColumn;
}

const fromColumns: EndColumns = {
  ...{ name: 'from', label: 'from', words: 'fromWords', id: 'fromId', outlet: 'fromOutlet' },
  ...{ published: 'fromPublished', article: 'fromArticle', address: 'fromAddress' },
  ...{ start: 'fromStart', end: 'fromEnd', hash: 'fromHash' },
};

const toColumns: EndColumns = {
  ...{ name: 'to', label: 'to', words: 'toWords', id: 'toId', outlet: 'toOutlet' },
  ...{ published: 'toPublished', article: 'toArticle', address: 'toAddress' },
  ...{ start: 'toStart', end: 'toEnd', hash: 'toHash' },
};

interface FoundEnd {
  readonly end: DraftLinkEnd;
  /** Of an end that nobody has yet. */
  readonly draft: ImportDraft | null;
}

function endOf(
  { where, cell }: NamedRow<LinkColumn>,
  columns: EndColumns,
  { claims, passages }: TableBooks,
  report: Report,
): FoundEnd | null {
  const [label, words] = [cell(columns.label).trim(), cell(columns.words)];
  const id = cell(columns.id);
  const number = claimNumberIn(label);
  if (claims.isClaim(id) || (/^C/i.test(label) && number !== null)) {
    const wording = words.trim();
    const found = claims.take({ id, label, wording });
    if (found === null) return null;
    const end = { kind: 'claim', key: found.key } as const;
    if (found.isKnown || !found.isNew) return { end, draft: null };
    report.lose(
      'All but the wording of claims',
      'A table of links has no more of them. Import the table of claims before it.',
      `${where}: ${label} ${firstWords(wording)}`,
    );
    const draft = { kind: 'claim', key: found.key, where: `${where}: ${label}`, wording } as const;
    return { end, draft: number === null ? draft : { ...draft, number } };
  }
  const passage = passages.find(
    {
      id,
      number: label,
      // A table of two columns has the words themselves there.
      quote: words === '' && !/^\d+:\d+$/.test(label) ? label : words,
      start: cell(columns.start),
      end: cell(columns.end),
      prefix: '',
      suffix: '',
      hash: cell(columns.hash),
      url: cell(columns.address),
      article: cell(columns.article),
      outlet: cell(columns.outlet),
      published: cell(columns.published),
    },
    `${where}, ${columns.name}`,
  );
  if (passage === null) return null;
  return { end: { kind: 'annotation', key: passage.key }, draft: passage.draft };
}

/** Names of the project's types of links read backwards, with their names, where no type is called so itself. */
function inverseNames(records: RecordSource): ReadonlyMap<string, string> {
  const types = records.list('linkType');
  const names = new Set(types.map(({ name }) => foldName(name)));
  return new Map(
    types
      .filter(({ symmetric, inverseName }) => !symmetric && !names.has(foldName(inverseName)))
      .map(({ name, inverseName }) => [foldName(inverseName), name]),
  );
}

const both =
  /both|(?<!\p{L}|\bnot |\bnon[- ])symmetric|undirected|bidirectional|two[- ]way|mutual|↔|<-+>|^(?:true|yes|1)$/iu;
const back = /second to the first|backward|reverse|←|^<-+$/i;
const forth =
  /^$|first to the second|forward|directed|unidirectional|one[- ]way|symmetric|→|^-+>$|^(?:false|no|0)$/i;

function relationOf(
  { where, cell }: NamedRow<LinkColumn>,
  inverse: ReadonlyMap<string, string>,
  report: Report,
): { readonly type: DraftLinkType; readonly isTurned: boolean } {
  const [written, direction] = [cell('relation').trim(), cell('direction').trim()];
  const name = inverse.get(foldName(written));
  const symmetric = both.test(direction);
  const isBack = !symmetric && back.test(direction);
  if (!symmetric && !isBack && !forth.test(direction)) {
    const what = `Cells of “${linkColumns.direction}” that could not be read`;
    report.lose(what, '“From the first to the second” was taken.', `${where}: ${direction}`);
  }
  const backwards = cell('backwards').trim();
  const id = idIn(cell('relationId'));
  return {
    type: {
      ...(id === null ? {} : { key: id }),
      name: name ?? written,
      ...(symmetric ? { symmetric } : {}),
      ...(backwards === '' || name !== undefined ? {} : { inverseName: backwards }),
    },
    isTurned: !symmetric && (name !== undefined) !== isBack,
  };
}
