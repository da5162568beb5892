import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { isTrashed } from '../../article/article-state.ts';
import { relationName } from '../../link/link-diffs.ts';
import { endRecord, linkStart } from '../../link/link-ends.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { LinkEnd } from '../../record/records.ts';
import type { SheetCell } from '../matrix-sheets.ts';
import type { SheetLook } from '../matrix-workbook.ts';
import { guessedFacts } from './guessed-facts.ts';
import { type LinkColumn, linkColumns } from './link-columns.ts';
import { longCells } from './long-cells.ts';

const columns = Object.keys(linkColumns) as LinkColumn[];

const widths: Readonly<Record<LinkColumn, number>> = {
  ...{ from: 9, fromOutlet: 22, fromPublished: 14, fromGuessed: 18, fromWords: 60 },
  ...{ relation: 18, direction: 22 },
  ...{ to: 9, toOutlet: 22, toPublished: 14, toGuessed: 18, toWords: 60 },
  ...{ note: 34, created: 22, author: 14, id: 36, backwards: 18, relationId: 36 },
  ...{ fromArticle: 34, fromAddress: 30, fromStart: 10, fromEnd: 10, fromHash: 30, fromId: 36 },
  ...{ toArticle: 34, toAddress: 30, toStart: 10, toEnd: 10, toHash: 30, toId: 36 },
};

/** Links as rows under their heads, in the order of their making; none to articles in the trash (rule L7). */
export function* linkRows(records: RecordSource): Generator<readonly SheetCell[]> {
  yield columns.map((column) => linkColumns[column]);
  for (const link of records.list('link')) {
    const [from, to] = [endCells(records, linkStart(link)), endCells(records, link.to)];
    if (from === null || to === null) continue;
    const type = records.get('linkType', link.typeId);
    const row: Readonly<Record<LinkColumn, SheetCell>> = {
      from: from.label,
      fromOutlet: from.outlet,
      fromPublished: from.published,
      fromGuessed: from.guessed,
      fromWords: from.words,
      relation: relationName(type, true),
      direction: type?.symmetric === true ? 'both ways' : 'from the first to the second',
      to: to.label,
      toOutlet: to.outlet,
      toPublished: to.published,
      toGuessed: to.guessed,
      toWords: to.words,
      note: link.note ?? '',
      created: link.createdAt,
      author: link.author,
      id: link.id,
      backwards: type?.inverseName ?? '',
      relationId: type?.id ?? '',
      fromArticle: from.article,
      fromAddress: from.address,
      fromStart: from.start,
      fromEnd: from.end,
      fromHash: from.hash,
      fromId: from.id,
      toArticle: to.article,
      toAddress: to.address,
      toStart: to.start,
      toEnd: to.end,
      toHash: to.hash,
      toId: to.id,
    };
    yield columns.map((column) => row[column]);
  }
}

/** The same rows as a sheet of a workbook. */
export function linkSheet(records: RecordSource): SheetLook {
  return longCells({
    name: 'Links',
    rows: linkRows(records),
    widths: columns.map((column) => widths[column]),
    stickyColumns: 1,
  });
}

interface EndCells {
  readonly label: string;
  readonly words: string;
  readonly outlet: string;
  readonly published: string;
  readonly guessed: string;
  readonly article: string;
  readonly address: string;
  readonly start: SheetCell;
  readonly end: SheetCell;
  readonly hash: string;
  readonly id: string;
}

const noArticle = { outlet: '', published: '', guessed: '', article: '', address: '' };

function endCells(records: RecordSource, end: LinkEnd): EndCells | null {
  const record = endRecord(records, end);
  if (record === null) return null;
  const { id } = record;
  if (record.kind === 'claim') {
    const [label, words] = [`C${record.number}`, record.wording];
    return { label, words, ...noArticle, start: '', end: '', hash: '', id };
  }
  const article = records.get('article', record.articleId);
  if (article === null || isTrashed(article)) return null;
  const { title, outlet, published, url } = effectiveMetadata(article);
  const { quote, start, end: until, revisionId } = record.passage;
  return {
    label: annotationLabel(article, record),
    words: quote,
    outlet: outlet ?? '',
    published: published ?? '',
    guessed: guessedFacts(article),
    article: title,
    address: url ?? '',
    start,
    end: until,
    hash: records.get('revision', revisionId)?.hash ?? '',
    id,
  };
}
