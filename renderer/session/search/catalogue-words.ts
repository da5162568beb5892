import type { CatalogueState } from '../../../app/host/search.ts';

/** How far full-text search follows the project, in words; `null`: as far as it goes, or not told yet. */
export function catalogueWords(catalogue: CatalogueState | null): string | null {
  switch (catalogue?.state) {
    case undefined:
    case 'ready':
      return null;
    case 'failed':
      return `Search does not work: ${catalogue.message ?? 'no reason given.'}`;
    case 'indexing':
      return `Indexing${progress(catalogue, ' ')}`;
    case 'rebuilding':
      return `Rebuilding the catalogue${progress(catalogue, ': ')}`;
  }
}

/** How far it is; nothing while it is found out what there is to do. */
function progress({ indexed, total }: CatalogueState, before: string): string {
  if (total === 0) return '…';
  return `${before}${indexed.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
}
