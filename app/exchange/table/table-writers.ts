import { isTrashed } from '../../article/article-state.ts';
import { presentEvidence } from '../../claim/present-evidence.ts';
import type { RecordSource } from '../../record/record-source.ts';
import { writeCsv } from '../csv.ts';
import { ExchangeFault, type ExchangeWriter, type ExportContext } from '../exchange-format.ts';
import { loseOf, tellTrash } from '../lost-kinds.ts';
import type { SheetCell } from '../matrix-sheets.ts';
import { annotationRows, annotationSheet } from './annotation-table.ts';
import { claimRows, claimSheets } from './claim-table.ts';
import { linkRows, linkSheet } from './link-table.ts';
import { confidenceOf, percentOf } from './percent.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Rows of CSV that are handed on at a time. */
const rowsAtATime = 500;

/** Annotations, claims with their evidence and links as tables: CSV, one kind a file, and all of them as a workbook. */
export const tableWriters: readonly ExchangeWriter[] = [
  {
    id: 'annotations-csv',
    write(context) {
      wantOne(countAnnotations(context.records), 'There are no annotations to export.');
      tellAnnotations(context);
      tellTags(context);
      return csvOf(annotationRows(context.records, poorerNote(context)), context);
    },
  },
  {
    id: 'claims-csv',
    write(context) {
      wantOne(context.records.count('claim'), 'There are no claims to export.');
      tellClaims(context);
      if (context.records.list('claim').some(({ tagIds }) => tagIds.length > 0)) tellTags(context);
      return csvOf(claimRows(context.records, poorerNote(context)), context);
    },
  },
  {
    id: 'links-csv',
    write(context) {
      wantOne(countLinks(context.records), 'There are no links to export.');
      tellLinks(context);
      return csvOf(linkRows(context.records), context);
    },
  },
  { id: 'workbook', write: (context) => workbook(context) },
];

/** With the mark without which spreadsheets take a table for their own country's coding. */
function* csvOf(
  rows: Iterable<readonly SheetCell[]>,
  { records, progress }: ExportContext,
): Generator<string> {
  const total = records.count('annotation') + records.count('claim') + records.count('link');
  let waiting: string[][] = [];
  let done = 0;
  yield '\ufeff';
  for (const row of rows) {
    waiting.push(row.map(String));
    if (waiting.length < rowsAtATime) continue;
    done += waiting.length;
    yield writeCsv(waiting);
    waiting = [];
    progress(Math.min(done, total), total);
  }
  if (waiting.length > 0) yield writeCsv(waiting);
}

async function* workbook(context: ExportContext): AsyncGenerator<Uint8Array> {
  const { records } = context;
  const [annotations, links] = [countAnnotations(records), countLinks(records)];
  wantOne(
    annotations + links + records.count('claim'),
    'There are no annotations, claims or links to export.',
  );
  tellAnnotations(context);
  tellTags(context);
  tellClaims(context);
  tellLinks(context);
  yield await writeWorkbook([
    annotationSheet(records, poorerNote(context)),
    ...claimSheets(records, poorerNote(context)),
    linkSheet(records),
  ]);
}

function wantOne(count: number, sentence: string): void {
  if (count === 0) throw new ExchangeFault(sentence);
}

function poorerNote({ report }: ExportContext): (label: string) => void {
  return (label) => report.lose('The form of notes', 'A cell of a table holds plain words.', label);
}

function tellAnnotations(context: ExportContext): void {
  const { records, report } = context;
  tellTrash(context);
  report.carry('annotation', countAnnotations(records));
  const why = 'A table has the place where they stand now.';
  loseOf(
    context,
    ['Where annotations stood in earlier revisions', why],
    'annotation',
    (one) => one.carried !== undefined || one.keptFrom !== undefined,
  );
}

function tellTags(context: ExportContext): void {
  const elsewhere = 'Tables name tags only; export the codebook besides.';
  loseOf(context, ['Colours of tags', elsewhere], 'tag');
  loseOf(
    context,
    ['Descriptions of tags', elsewhere],
    'tag',
    ({ description }) => description !== '',
  );
}

function tellClaims(context: ExportContext): void {
  const { records, report } = context;
  const claims = records.list('claim');
  report.carry('claim', claims.length);
  const evidence = claims.reduce((sum, { id }) => sum + presentEvidence(records, id).length, 0);
  report.carry('evidence', evidence);
  report.carry('silence', records.count('silence'));
  loseOf(
    context,
    ['Other names and offices of speakers', 'A table of claims has their names only.'],
    'speaker',
    ({ aliases, description }) => aliases.length > 0 || description !== '',
  );
  const named = new Set(claims.map(({ speakerId }) => speakerId));
  loseOf(
    context,
    ['Speakers that no claim names', 'A table of claims has those of its rows.'],
    'speaker',
    ({ id }) => !named.has(id),
  );
  loseOf(
    context,
    ['The order of claims that was made by hand', 'A table has the order of its rows only.'],
    'claim',
    ({ rank }) => rank !== undefined,
  );
  loseOf(
    context,
    ['Confidence of more than 12 digits', 'A table has as many.'],
    'claim',
    ({ confidence }) => confidence !== null && confidenceOf(percentOf(confidence)) !== confidence,
  );
  loseOf(
    context,
    ['Silences, to be read back', 'It is not known which revision was searched.'],
    'silence',
    ({ revisionId }) => revisionId === undefined,
  );
}

function tellLinks(context: ExportContext): void {
  const { records, report } = context;
  report.carry('link', countLinks(records));
  const used = new Set(records.list('link').map(({ typeId }) => typeId));
  loseOf(
    context,
    [
      'What types of links are for, their colours and lines',
      'A table of links has their names only.',
    ],
    'linkType',
    ({ id, description, color, line }) =>
      used.has(id) && (description ?? color ?? line) !== undefined,
  );
}

function countAnnotations(records: RecordSource): number {
  return records
    .list('article')
    .filter((article) => !isTrashed(article))
    .reduce((sum, { id }) => sum + records.annotationsOf(id).length, 0);
}

/** Cost: the links; the first row is that of heads. */
function countLinks(records: RecordSource): number {
  let rows = 0;
  for (const _ of linkRows(records)) rows += 1;
  return rows - 1;
}
