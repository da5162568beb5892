import type { ExchangeFormat } from '../exchange-format.ts';

/** Tables, as the list of formats offers them. */
export const tableFormats: readonly ExchangeFormat[] = [
  {
    id: 'annotations-csv',
    title: 'Annotations as a table (CSV)',
    exports: 'Annotations with words, tags, notes, place and source; links and claims by name.',
    imports: 'Annotations of articles that the project has: quotation, tags, note.',
    extension: 'csv',
    importExtensions: ['csv', 'tsv', 'txt'],
    choices: [],
  },
  {
    id: 'claims-csv',
    title: 'Claims as a table (CSV)',
    exports: 'Claims with speaker, date, status and the passages filed under them.',
    imports: 'Claims with speaker, date, status, tags, notes and the passages filed under them.',
    extension: 'csv',
    importExtensions: ['csv', 'tsv', 'txt'],
    choices: [],
  },
  {
    id: 'links-csv',
    title: 'Links as a table (CSV)',
    exports: 'Links with the words at both ends.',
    imports: 'Links between passages and claims, with type, direction and note.',
    extension: 'csv',
    importExtensions: ['csv', 'tsv', 'txt'],
    choices: [],
  },
  {
    id: 'workbook',
    title: 'Workbook (XLSX)',
    exports: 'Annotations, claims, their passages and links, each on a sheet.',
    imports: 'Sheets of annotations, claims and links, told by their columns.',
    extension: 'xlsx',
    importExtensions: ['xlsx'],
    choices: [],
  },
];
