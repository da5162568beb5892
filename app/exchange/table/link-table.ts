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
import { longCells } from './long-cells.ts';

/** What the columns of links are called, as in the window's table of them. */
const heads = [
  ...[
    'From',
    'From outlet',
    'From published',
    'From guessed',
    'From words',
    'Relation',
    'Direction',
  ],
  ...['To', 'To outlet', 'To published', 'To guessed', 'To words', 'Note', 'Made', 'By', 'Id'],
];

/** Links as rows under their heads, in the order of their making; none to articles in the trash (rule L7). */
export function* linkRows(records: RecordSource): Generator<readonly SheetCell[]> {
  yield heads;
  for (const link of records.list('link')) {
    const [from, to] = [endCells(records, linkStart(link)), endCells(records, link.to)];
    if (from === null || to === null) continue;
    const type = records.get('linkType', link.typeId);
    yield [
      ...from,
      relationName(type, true),
      type?.symmetric === true ? 'both ways' : 'from the first to the second',
      ...to,
      ...[link.note ?? '', link.createdAt, link.author, link.id],
    ];
  }
}

/** The same rows as a sheet of a workbook. */
export function linkSheet(records: RecordSource): SheetLook {
  return longCells({
    name: 'Links',
    rows: linkRows(records),
    widths: [9, 22, 14, 18, 60, 18, 22, 9, 22, 14, 18, 60, 34, 22, 14, 36],
    stickyColumns: 1,
  });
}

function endCells(records: RecordSource, end: LinkEnd): readonly string[] | null {
  const record = endRecord(records, end);
  if (record === null) return null;
  if (record.kind === 'claim') return [`C${record.number}`, '', '', '', record.wording];
  const article = records.get('article', record.articleId);
  if (article === null || isTrashed(article)) return null;
  const { outlet, published } = effectiveMetadata(article);
  return [
    annotationLabel(article, record),
    ...[outlet ?? '', published ?? '', guessedFacts(article)],
    record.passage.quote,
  ];
}
