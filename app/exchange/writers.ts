import { bibliographyWriters } from './bibliography/bibliography-exchange.ts';
import { bratWriter } from './brat/write-brat.ts';
import { claimReviewWriter } from './claim-review/claim-review-writer.ts';
import type { ExchangeWriter } from './exchange-format.ts';
import { refiWriter } from './refi/write-qdpx.ts';
import { tableWriters } from './table/table-writers.ts';
import { vaultWriter } from './vault/write-vault.ts';
import { webAnnotationWriter } from './web-annotation/write-web-annotations.ts';

/** Every writer. Loaded where exports are made: never by the window. */
export const exchangeWriters: readonly ExchangeWriter[] = [
  webAnnotationWriter,
  refiWriter,
  bratWriter,
  vaultWriter,
  ...tableWriters,
  claimReviewWriter,
  ...bibliographyWriters,
];
