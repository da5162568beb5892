import { bibliographyReaders } from './bibliography/bibliography-exchange.ts';
import { bratReader } from './brat/read-brat.ts';
import type { ExchangeReader } from './exchange-format.ts';
import { hypothesisReader } from './hypothesis/read-hypothesis.ts';
import { refiReader } from './refi/read-qdpx.ts';
import { annotationTableReader } from './table/read-annotation-table.ts';
import { claimTableReader, linkTableReader } from './table/read-list-tables.ts';
import { workbookReader } from './table/read-workbook.ts';
import { vaultReader } from './vault/read-vault.ts';
import { webAnnotationReader } from './web-annotation/read-web-annotations.ts';

/** Every reader. Loaded where imports are made: never by the window. */
export const exchangeReaders: readonly ExchangeReader[] = [
  webAnnotationReader,
  hypothesisReader,
  refiReader,
  bratReader,
  vaultReader,
  annotationTableReader,
  claimTableReader,
  linkTableReader,
  workbookReader,
  ...bibliographyReaders,
];
